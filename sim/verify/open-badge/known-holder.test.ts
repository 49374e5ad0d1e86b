import { hash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { badgeOf, jwtOf, outcomesOf, verified } from './badge-bench.ts';

const known = 'Hanako.M+badge@gmail.com';
const salt = 'Kosher';
const identity = (identityHash: string, hashed = true) => ({
  type: 'IdentityObject',
  hashed,
  identityHash,
  identityType: 'emailAddress',
  ...(hashed && { salt }),
});
const sha256 = (text: string): string => `sha256$${hash('sha256', text, 'hex')}`;
const holderOf = async (written: object, holder = known) => {
  const verification = await verified(jwtOf(badgeOf({}, { identifier: [written] })), { holder });
  return {
    outcome: outcomesOf(verification).find((one) => one.includes('holder')),
    sentence: verification.checks.find(({ id }) => id === 'holder')?.sentence,
    outcomes: outcomesOf(verification),
  };
};

describe('the holder of a badge', () => {
  it('is known by the hash of the address and the salt, the example of the specification', async () => {
    const example = identity('sha256$b5809d8a92f8858436d7e6b87c12ebc0ae1eac4baecc2c0b913aee2c922ef399');
    expect((await holderOf(example, 'a@example.com')).outcome).toBe('✓holder');
    expect((await holderOf(example, 'b@example.com')).outcome).toBe('✗holder:holder-differs');
  });

  it('is known by a plain identifier, by md5, and by id', async () => {
    expect((await holderOf(identity(known, false))).outcome).toBe('✓holder');
    expect((await holderOf(identity(`md5$${hash('md5', known + salt, 'hex')}`))).outcome).toBe('✓holder');
    const byId = await holderOf(identity(sha256('x')), 'urn:uuid:22222222-2222-4222-8222-222222222222');
    expect(byId.outcome).toBe('✓holder');
  });

  it.each([
    [sha256(known), 'without the salt'],
    [sha256(salt + known), 'with the salt in front'],
    [sha256(known.toLowerCase() + salt), 'in small letters'],
    [sha256(`hanakom@gmail.com${salt}`), 'without dots and tag, as Gmail delivers it'],
    [sha256(`hanako.m@gmail.com${salt}`), 'without the tag behind "+"'],
    [`md5$${hash('sha256', known + salt, 'hex').slice(0, 32)}`, undefined],
    [`sha256$${hash('md5', known + salt, 'hex')}`, 'hashed with md5, which it does not say'],
  ])('is told to support, and not accepted, when hashed as %s', async (written, hint) => {
    const { outcome, sentence } = await holderOf(identity(written));
    expect(outcome).toBe(hint === undefined ? '✗holder:holder-differs' : '✗holder:holder-spelling');
    expect(sentence?.en).toContain(hint ?? 'was not issued to');
    expect(JSON.stringify(sentence)).not.toContain('Hanako');
  });

  it('has a hash that is one', async () => {
    expect((await holderOf(identity(sha256('x')))).outcomes).toContain('✓identity-hash');
    expect((await holderOf(identity('sha256$xyz'))).outcomes).toContain('✗identity-hash:identity-hash-form');
  });
});

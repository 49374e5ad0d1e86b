import { describe, expect, it } from 'vitest';
import { badgeOf, newestOf } from './badge.ts';

const json = (credential: object) =>
  badgeOf({ secured: JSON.stringify(credential), mediaType: 'application/vc+ld+json' });
const jwt = (payload: object) =>
  badgeOf({
    secured: `e30.${Buffer.from(JSON.stringify(payload)).toString('base64url')}.AA`,
    mediaType: 'text/plain',
  });

const known = { id: 'urn:1', issuer: 'https://a.example', validFrom: '2026-04-01T00:00:00Z' };
const validFrom = Date.parse(known.validFrom);

describe('what a badge is compared by', () => {
  it.each([
    ['an issuer that is its id', json(known)],
    ['an issuer with a profile', json({ ...known, issuer: { id: known.issuer, name: 'A' } })],
    ['data model 1.1', json({ ...known, validFrom: undefined, issuanceDate: known.validFrom })],
    ['a VC-JWT', jwt({ ...known, iss: 'x', jti: 'y' })],
    ['a VC-JWT of data model 1.1', jwt({ vc: {}, iss: known.issuer, jti: 'urn:1', nbf: validFrom / 1_000 })],
    ['finer fractions than a clock has', json({ ...known, validFrom: '2026-04-01T00:00:00.000999Z' })],
  ])('is found in %s', (_what, badge) => {
    expect(badge).toMatchObject({ issuer: 'https://a.example', id: 'urn:1', validFrom });
  });

  it.each([
    ['no id', json({ ...known, id: undefined })],
    ['no issuer', json({ ...known, issuer: {} })],
    ['no time', json({ ...known, validFrom: 'yesterday' })],
    ['a time without an offset', json({ ...known, validFrom: '2026-04-01T00:00:00' })],
    ['an endless id', json({ ...known, id: 'x'.repeat(2_001) })],
    ['claims that are no data model', jwt({ iss: known.issuer, jti: 'urn:1', nbf: 1 })],
    ['a list', json([known])],
  ])('is nowhere in %s', (_what, badge) => {
    expect(badge).toBeUndefined();
  });

  it('keeps the newest of the same badge, at its first place', () => {
    const of = (id: string, day: number) => json({ ...known, id, validFrom: `2026-04-0${day}T00:00:00Z` });
    const badges = [of('urn:1', 1), of('urn:2', 1), of('urn:%31', 3), of('urn:1', 2)].flatMap((one) => one ?? []);
    expect(newestOf(badges).map(({ id, validFrom: at }) => [id, new Date(at).getUTCDate()])).toEqual([
      ['urn:1', 3],
      ['urn:2', 1],
    ]);
  });
});

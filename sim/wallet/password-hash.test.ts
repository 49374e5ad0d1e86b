import { scryptSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createWorld, defaultLimits, isSameSecret } from '../kernel/index.ts';
import { owaspPasswordCost, walletDefaults } from './parameters.ts';
import { hashPassword, passwordSalt } from './password-hash.ts';

const worldOf = (seed: number) => createWorld({ seed, startsAt: 0, limits: defaultLimits, parameters: {} }, []);

describe('password hashes', () => {
  // https://www.rfc-editor.org/rfc/rfc7914#section-12 : the first 32 of 64 bytes are those of a 32-byte key.
  it('are scrypt as RFC 7914 §12 computes it', async () => {
    const vector = 'fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162';
    const made = await hashPassword('password', 'NaCl', { N: 1024, r: 8, p: 16 });
    expect(Buffer.from(made, 'base64url').toString('hex')).toBe(vector);
  });

  it('differ with password, salt and each part of the cost, also when remembered', async () => {
    const base = { N: 16, r: 1, p: 1 };
    const made = [
      await hashPassword('a', 's', base),
      await hashPassword('b', 's', base),
      await hashPassword('a', 't', base),
      await hashPassword('a', 's', { ...base, N: 32 }),
      await hashPassword('a', 's', { ...base, r: 2 }),
      await hashPassword('a', 's', { ...base, p: 2 }),
    ];
    expect(new Set(made).size).toBe(6);
    expect(await hashPassword('a', 's', base)).toBe(made[0]);
  });

  it('stay right when more were made than are remembered', async () => {
    const cost = { N: 2, r: 1, p: 1 };
    for (let n = 0; n < 1100; n += 1) await hashPassword(`many ${n}`, 's', cost);
    const expected = scryptSync('many 0', 's', 32, cost).toString('base64url');
    expect(await hashPassword('many 0', 's', cost)).toBe(expected);
  });

  it('can be made at the cost that OWASP asks for, which the simulation does not pay', async () => {
    expect(walletDefaults.passwordCost.N).toBeLessThan(owaspPasswordCost.N);
    expect(await hashPassword('Mihon2026!', 's', owaspPasswordCost)).toHaveLength(43);
  });

  it('have a salt for every address, one for all its spellings, another in another world', () => {
    const world = worldOf(1);
    expect(passwordSalt(world, 'Hanako@docomo.ne.jp.test')).toBe(passwordSalt(world, ' hanako@DOCOMO.ne.jp.test'));
    expect(passwordSalt(world, 'taro@docomo.ne.jp.test')).not.toBe(passwordSalt(world, 'hanako@docomo.ne.jp.test'));
    expect(passwordSalt(worldOf(2), 'hanako@docomo.ne.jp.test')).not.toBe(
      passwordSalt(world, 'hanako@docomo.ne.jp.test'),
    );
  });

  it('compare whatever their lengths', () => {
    expect([isSameSecret('a', 'a'), isSameSecret('a', 'b'), isSameSecret('a', ''), isSameSecret('', '')]).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });
});

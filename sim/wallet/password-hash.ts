import { hash, scrypt } from 'node:crypto';
import type { World } from '../kernel/index.ts';
import { addressKey } from '../mail/index.ts';
import type { PasswordCost } from './parameters.ts';

/** base64url of 32 bytes. */
export type HashPassword = (password: string, salt: string, cost: PasswordCost) => Promise<string>;

/** Hashes by what they were made of, oldest first: immutable values, so no state of any world. */
const held = new Map<string, string>();
const heldMax = 1024;

/** scrypt (RFC 7914), remembered by password, salt and cost: a scenario logs in with the same ones again and again. */
export async function hashPassword(password: string, salt: string, cost: PasswordCost): Promise<string> {
  const key = hash('sha256', JSON.stringify([password, salt, cost.N, cost.r, cost.p]), 'base64url');
  const known = held.get(key);
  if (known !== undefined) return known;
  const made = await derive(password, salt, cost);
  held.set(key, made);
  for (const oldest of held.keys()) {
    if (held.size <= heldMax) break;
    held.delete(oldest);
  }
  return made;
}

function derive(password: string, salt: string, { N, r, p }: PasswordCost): Promise<string> {
  return new Promise((resolve, reject) => {
    // scrypt needs 128·N·r bytes and p blocks of 128·r; Node's own limit of 32 MiB is below OWASP's cost.
    scrypt(password, salt, 32, { N, r, p, maxmem: 128 * r * (N + p + 2) }, (error, key) => {
      if (error === null) resolve(key.toString('base64url'));
      else reject(error);
    });
  });
}

/** Derived, not drawn: a replay that never sees the password comes to the same row, and an unknown address has one too. */
export function passwordSalt(world: World, address: string): string {
  return hash('sha256', `${world.keys.secret('wallet/password-salt')}|${addressKey(address)}`, 'base64url');
}

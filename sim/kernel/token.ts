import { hash, timingSafeEqual } from 'node:crypto';

/** How a live token is stored: a look into the database opens nothing. SHA-256 suffices, as tokens are 256 random bits. */
export function tokenHash(token: string): string {
  return hash('sha256', token, 'hex');
}

/** Compares secrets in constant time: hashes are compared, so that time tells neither content nor length. */
export function isSameSecret(left: string, right: string): boolean {
  return timingSafeEqual(hash('sha256', left, 'buffer'), hash('sha256', right, 'buffer'));
}

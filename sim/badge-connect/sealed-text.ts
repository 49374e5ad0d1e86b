import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto';
import type { World } from '../kernel/index.ts';

/**
 * Tokens and client secrets of other hosts must be used again, so that they cannot be hashed: they are sealed by
 * AES-256-GCM before a command hears of them, so that neither the rows nor the journal of a world show any. The key comes
 * from the seed: this keeps them out of sight, not from someone who has the seed too.
 */
const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/**
 * Seals a text for one place: what was sealed for another does not open there. The nonce is a MAC of place and text, as
 * outside a command nothing random may be drawn: two different texts never share one, and the same one sealed twice is the
 * same (the idea of https://www.rfc-editor.org/rfc/rfc5297#section-1.3.2).
 */
export function seal(world: Pick<World, 'keys'>, text: string, place: string): string {
  const nonce = createHmac('sha256', keyOf(world, 'nonce'))
    .update(JSON.stringify([place, text]))
    .digest()
    .subarray(0, nonceBytes);
  const cipher = createCipheriv(algorithm, keyOf(world, 'seal'), nonce).setAAD(Buffer.from(place));
  return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64url');
}

/** Throws Error when it was altered, or was sealed for another place. */
export function unseal(world: Pick<World, 'keys'>, sealed: string, place: string): string {
  const bytes = Buffer.from(sealed, 'base64url');
  const nonce = bytes.subarray(0, nonceBytes);
  const decipher = createDecipheriv(algorithm, keyOf(world, 'seal'), nonce, { authTagLength: tagBytes });
  decipher.setAAD(Buffer.from(place)).setAuthTag(bytes.subarray(-tagBytes));
  return Buffer.concat([decipher.update(bytes.subarray(nonceBytes, -tagBytes)), decipher.final()]).toString('utf8');
}

/** 32 bytes. */
function keyOf({ keys }: Pick<World, 'keys'>, use: 'seal' | 'nonce'): Buffer {
  return Buffer.from(keys.secret(`badge-connect/${use}`), 'base64url');
}

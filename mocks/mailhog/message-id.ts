import { hash } from 'node:crypto';
import type { World } from '#sim/kernel';

/**
 * MailHog's name of a message: 32 bytes in base64url, padded, and the host. Its bytes are drawn; ours come from the
 * world's seed and the number in `msg_0007`, which they hide in their last eight, so that a name leads back to its message.
 */
export function mailhogId(world: World, message: string, hostname: string): string {
  const digits = /^msg_(\d{1,15})$/.exec(message)?.[1];
  if (digits === undefined) throw new TypeError(`${message} is no message`);
  const bytes = Buffer.alloc(32);
  hash('sha256', `todoku mailhog|${world.seed}|${Number(digits)}`, 'buffer').copy(bytes, 0, 0, 24);
  bytes.writeBigUInt64BE(BigInt(digits) ^ bytes.readBigUInt64BE(0), 24);
  return `${bytes.toString('base64url')}=@${hostname}`;
}

/** The message of a name; undefined when the name was not given here. */
export function messageOf(world: World, id: string, hostname: string): string | undefined {
  const text = /^([\w-]{43})=@/.exec(id)?.[1];
  if (text === undefined) return undefined;
  const bytes = Buffer.from(text, 'base64url');
  const number = bytes.readBigUInt64BE(24) ^ bytes.readBigUInt64BE(0);
  if (number > 999_999_999_999_999n) return undefined;
  const message = `msg_${number.toString().padStart(4, '0')}`;
  return mailhogId(world, message, hostname) === id ? message : undefined;
}

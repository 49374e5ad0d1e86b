import { createHmac, timingSafeEqual } from 'node:crypto';
import type { World } from '../kernel/index.ts';
import { addressKey } from './address.ts';
import { dkimDomain } from './dkim-key.ts';

const tokenLength = 16;

/**
 * What names a mail to the world outside: `msg_0001` and a code over it and its address. Whoever sends a bounce must
 * have had the mail: the ids count up and could be guessed, the code could not. It survives what hosts do to a header
 * (they keep Message-ID when they forward, and when they return the header alone).
 */
export function envelopeIdOf(world: World, message: string, forwardPath: string): string {
  const code = createHmac('sha256', world.keys.secret('mail/envelope-id'))
    .update(`${message}|${addressKey(forwardPath)}`)
    .digest('base64url');
  return `${message}.${code.slice(0, tokenLength)}`;
}

export function messageIdOf(world: World, message: string, forwardPath: string): string {
  return `<${envelopeIdOf(world, message, forwardPath)}@${dkimDomain}>`;
}

/** The message that a Message-ID or envelope id means; not yet a proof that it is ours. */
export function messageNamed(id: string): string | undefined {
  return /^<?(msg_\d{4,12})\.[\w-]{16}(@|$)/.exec(id)?.[1];
}

/** Whether an id could only have been read off the mail that `message` is for the address. */
export function isGenuineId(world: World, id: string, message: string, forwardPath: string): boolean {
  const given = Buffer.from(id.replace(/^</, '').slice(0, message.length + 1 + tokenLength), 'latin1');
  const right = Buffer.from(envelopeIdOf(world, message, forwardPath), 'latin1');
  return given.length === right.length && timingSafeEqual(given, right);
}

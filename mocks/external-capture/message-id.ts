import { fieldOf, readHeader } from '../mailbox/index.ts';

/** The Message-ID of a mail without its angle brackets; undefined when it has none that is well-formed. */
export function messageIdOf(data: Buffer): string | undefined {
  return /^<([^<>\s"]+)>$/.exec(fieldOf(readHeader(data), 'message-id'))?.[1];
}

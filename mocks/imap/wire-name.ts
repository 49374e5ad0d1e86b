import type { CommandCursor } from './command-cursor.ts';
import { folderNamed, type ShownFolder } from './folder-names.ts';
import type { ImapClient } from './imap-client.ts';
import { imapString, utf8Bytes } from './imap-string.ts';
import { fromModifiedUtf7, toModifiedUtf7 } from './modified-utf7.ts';
import { no } from './refusal.ts';

/** IMAP4rev2 and RFC 6855 write names in UTF-8. */
function isUtf8({ enabled }: ImapClient): boolean {
  return enabled.size > 0;
}

export function nameFromWire(client: ImapClient, bytes: Buffer): string {
  return isUtf8(client) ? bytes.toString('utf8') : fromModifiedUtf7(bytes.toString('latin1'));
}

/** A folder's name as a string of the protocol. */
export function nameOnWire(client: ImapClient, name: string): string {
  const isPlain = /^[\x20-\x7e]*$/.test(name);
  if (!isUtf8(client) || isPlain) return imapString(isPlain && isUtf8(client) ? name : toModifiedUtf7(name));
  // https://www.rfc-editor.org/rfc/rfc6855#section-3 : quoted strings hold UTF-8 then.
  return `"${utf8Bytes(name).replace(/[\\"]/g, '\\$&')}"`;
}

/** Reads the name of a folder that is there. Throws ImapRefusal with NONEXISTENT. */
export function readFolder(client: ImapClient, cursor: CommandCursor): ShownFolder {
  return requireFolder(client, nameFromWire(client, cursor.astring()));
}

/** Throws ImapRefusal with NONEXISTENT. */
export function requireFolder(client: ImapClient, name: string): ShownFolder {
  const shown = folderNamed(client.mailbox?.provider ?? '', name);
  if (shown === undefined) throw no('NONEXISTENT', 'there is no such folder');
  return shown;
}

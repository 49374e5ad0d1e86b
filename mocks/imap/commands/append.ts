import { appendMessage, uidValidity } from '../../mailbox/index.ts';
import type { CommandCursor } from '../command-cursor.ts';
import { readFlags } from '../flag-list.ts';
import { type Answer, done, type ImapClient, type ImapCommand } from '../imap-client.ts';
import { parseImapDateTime } from '../imap-date.ts';
import { openMailbox } from '../opened.ts';
import { bad, no } from '../refusal.ts';
import { readFolder } from '../wire-name.ts';
import { refuseOverQuota } from './copy.ts';

/** https://www.rfc-editor.org/rfc/rfc9051#section-6.3.12 */
export const append: ImapCommand = {
  name: 'APPEND',
  states: ['authenticated', 'selected'],
  countsMessages: false,
  async run(client, cursor): Promise<Answer> {
    const { world, limits } = client;
    cursor.space();
    const { folder } = readFolder(client, cursor);
    cursor.space();
    const flags = cursor.sees('(') ? readFlags(cursor, limits, true) : [];
    if (flags.length > limits.keywords) throw no('LIMIT', 'a message bears no more flags than that');
    const receivedAt = readDate(cursor);
    const data = readMessage(client, cursor);
    cursor.end();
    // https://www.rfc-editor.org/rfc/rfc7889#section-4
    if (data.length > limits.messageBytes) throw no('TOOBIG', 'the message is too large');
    refuseOverQuota(client, data.length);
    const { mailbox } = openMailbox(client);
    const uid = await world.perform(appendMessage, {
      mailbox,
      folder,
      flags,
      ...(receivedAt !== undefined && { receivedAt }),
      data,
    });
    return done('kept', `APPENDUID ${uidValidity(world, mailbox)} ${uid}`);
  },
};

/** Read behind a list of flags or right behind the folder; the space behind it too. */
function readDate(cursor: CommandCursor): number | undefined {
  cursor.takes(' ');
  if (!cursor.sees('"')) return undefined;
  const receivedAt = parseImapDateTime(cursor.string().toString('latin1'));
  if (receivedAt === undefined) throw bad('that is no date');
  cursor.space();
  return receivedAt;
}

/** https://www.rfc-editor.org/rfc/rfc6855#section-4 : with UTF-8 in its header it comes as `UTF8 (~{…})`. */
function readMessage({ enabled }: ImapClient, cursor: CommandCursor): Buffer {
  if (!cursor.takes('UTF8 (')) return cursor.literal();
  if (enabled.size === 0) throw bad('UTF8 was not enabled');
  const data = cursor.literal();
  cursor.expect(')');
  return data;
}

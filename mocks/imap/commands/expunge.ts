import { expungeMessages } from '../../mailbox/index.ts';
import { type Answer, done, type ImapClient } from '../imap-client.ts';
import { writableView } from '../opened.ts';

/**
 * Removes for good what is marked as deleted; the untagged responses follow as news.
 * https://www.rfc-editor.org/rfc/rfc9051#section-6.4.3
 */
export async function expunge(client: ImapClient, set: string | undefined): Promise<Answer> {
  const view = writableView(client);
  const uids = set === undefined ? view.uids : view.uidsIn(set, true);
  await client.world.perform(expungeMessages, view.selection(uids));
  return done('expunged');
}

import type { World } from '#sim/kernel';

/** A mailbox with what lies where in it. */
export interface MailboxOverview {
  readonly mailbox: string;
  readonly address: string;
  readonly provider: string;
  readonly folders: { readonly [folder: string]: { readonly messages: number; readonly unread: number } };
}

/** In the order of their making; those that hold nothing have no folders. */
export function mailboxList(world: World): readonly MailboxOverview[] {
  const counts = world.store.all<{ mailbox: string; folder: string; messages: number; unread: number }>(
    `SELECT mailbox, folder, count(*) AS messages, sum(is_read = 0) AS unread FROM mailbox_message
     WHERE folder IS NOT NULL GROUP BY mailbox, folder ORDER BY mailbox, folder`,
  );
  return world.store
    .all<{ mailbox: string; address: string; provider: string }>(
      'SELECT mailbox, address, provider FROM mailbox ORDER BY length(mailbox), mailbox',
    )
    .map((row) => ({
      ...row,
      folders: Object.fromEntries(
        counts
          .filter(({ mailbox }) => mailbox === row.mailbox)
          .map(({ folder, messages, unread }) => [folder, { messages, unread }]),
      ),
    }));
}

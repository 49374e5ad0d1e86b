import { command, type Module, type World } from '#sim/kernel';

/** What a tester has read or not, through Mailpit's API: no student's app shows it. */
const readTable = 'CREATE TABLE mailpit_read (message TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;';

export const setRead = command<{ readonly messages: readonly string[]; readonly isRead: boolean }, void>(
  'mailpit.setRead',
  (world, { messages, isRead }) => {
    const sql = isRead
      ? 'INSERT INTO mailpit_read (message) VALUES (?) ON CONFLICT DO NOTHING'
      : 'DELETE FROM mailpit_read WHERE message = ?';
    for (const message of messages) world.store.run(sql, message);
  },
);

export function isRead(world: World, message: string): boolean {
  return world.store.get('SELECT 1 FROM mailpit_read WHERE message = ?', message) !== undefined;
}

/** What Mailpit's API changes. The world needs `mailboxModule` and `mailhogModule` beside it. */
export const mailpitModule: Module = { name: 'mailpit', tables: readTable, commands: [setRead] };

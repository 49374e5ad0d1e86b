import { ImapFlow } from 'imapflow';
import { expect, it } from 'vitest';
import { receive } from '#mocks/smtp';
import { hostileMails } from '../fuzz/hostile-mails.ts';
import { mailServers } from './mail-programs-fixture.ts';

const address = 'hanako@plain.test';

it('what no mail program should choke on is told to one in words that it can read', { timeout: 120_000 }, async () => {
  await using servers = await mailServers(address);
  const mails = hostileMails();
  const envelope = { helo: 'c.test', reversePath: '', forwardPaths: [address], opensMailboxes: false };
  for (const { data } of mails) await servers.world.perform(receive, { ...envelope, data });
  const client = new ImapFlow({
    host: '127.0.0.1',
    port: servers.ports.imap,
    secure: false,
    tls: { rejectUnauthorized: false },
    auth: { user: address, pass: 'x' },
    logger: false,
  });
  await client.connect();
  await client.mailboxOpen('INBOX');
  const asked = { envelope: true, bodyStructure: true, size: true, source: true, headers: ['subject', 'x-y'] };
  const wrong: string[] = [];
  let count = 0;
  for await (const { seq, source, size, bodyStructure } of client.fetch('1:*', asked)) {
    const mail = mails[seq - 1];
    const isWhole = mail !== undefined && source?.equals(mail.data) && size === mail.data.length;
    if (!isWhole || bodyStructure === undefined) wrong.push(mail?.name ?? String(seq));
    count += 1;
  }
  expect(wrong).toEqual([]);
  expect(count).toBe(mails.length);
  expect(await client.search({ text: '学生証' })).not.toEqual([]);
  await client.logout();
});

import { ImapFlow } from 'imapflow';
import { describe, expect, it } from 'vitest';
import { bytesOf, folder, folderEntries } from '#mocks/mailbox';
import { type MailServers, mailServers } from './mail-programs-fixture.ts';

const word = (text: string): string => `=?UTF-8?B?${Buffer.from(text).toString('base64')}?=`;
const notice = [
  `From: ${word('オープンバッジサービス')} <service@openbadge.net>`,
  `Subject: ${word('【見本大学】から')}`,
  ` ${word('オープンバッジ発行のお知らせ')}`,
  'Message-ID: <1@openbadge.net>',
  'Content-Type: multipart/mixed; boundary=b',
  '',
  '--b',
  'Content-Type: text/plain; charset=UTF-8',
  'Content-Transfer-Encoding: base64',
  '',
  Buffer.from('花子様\r\n学生証は https://wallet.openbadge.test/receive/t0ken から。\r\n').toString('base64'),
  '--b',
  'Content-Type: image/png',
  `Content-Disposition: attachment; filename*=UTF-8''${encodeURIComponent('学生証.png')}`,
  'Content-Transfer-Encoding: base64',
  '',
  Buffer.from('png').toString('base64'),
  '--b--',
  '',
].join('\r\n');

async function connected({ ports, address }: MailServers): Promise<ImapFlow> {
  const client = new ImapFlow({
    host: '127.0.0.1',
    port: ports.imap,
    secure: false,
    tls: { rejectUnauthorized: false },
    auth: { user: address, pass: 'anything' },
    logger: false,
  });
  await client.connect();
  return client;
}

describe('imapflow', () => {
  it('goes over to TLS by itself, and finds the folders by their use', async () => {
    await using servers = await mailServers();
    const client = await connected(servers);
    expect(client.secureConnection).toBe(true);
    const folders = await client.list({ statusQuery: { messages: true, unseen: true } });
    expect(folders.map(({ path, specialUse }) => [path, specialUse]).sort()).toEqual([
      ['Archive', '\\Archive'],
      ['INBOX', '\\Inbox'],
      ['Trash', '\\Trash'],
      ['迷惑メール', '\\Junk'],
    ]);
    await client.logout();
  });

  it('fetches a mail byte for byte, with its structure', async () => {
    await using servers = await mailServers();
    await servers.arrive(notice);
    const client = await connected(servers);
    await client.mailboxOpen('INBOX');
    const message = await client.fetchOne('1', { source: true, envelope: true, bodyStructure: true, size: true });
    if (message === false || message === undefined) throw new Error('nothing was fetched');
    expect(message.source?.toString('latin1')).toBe(notice);
    expect(message.size).toBe(notice.length);
    expect(message.envelope).toMatchObject({
      subject: '【見本大学】からオープンバッジ発行のお知らせ',
      from: [{ name: 'オープンバッジサービス', address: 'service@openbadge.net' }],
      messageId: '<1@openbadge.net>',
    });
    expect(message.bodyStructure).toMatchObject({
      type: 'multipart/mixed',
      childNodes: [
        { part: '1', type: 'text/plain', encoding: 'base64' },
        { part: '2', type: 'image/png', disposition: 'attachment', dispositionParameters: { filename: '学生証.png' } },
      ],
    });
    const { content } = await client.download('1', '1');
    const text: Buffer[] = [];
    for await (const chunk of content ?? []) text.push(Buffer.from(chunk as Uint8Array));
    expect(Buffer.concat(text).toString()).toContain('花子様');
    await client.logout();
  });

  it('searches in Japanese', async () => {
    await using servers = await mailServers();
    await servers.arrive(notice);
    await servers.arrive('Subject: other\r\n\r\nx\r\n');
    const client = await connected(servers);
    await client.mailboxOpen('INBOX');
    expect(await client.search({ subject: 'オープンバッジ' })).toEqual([1]);
    expect(await client.search({ body: '学生証' }, { uid: true })).toEqual([1]);
    expect(await client.search({ seen: false, since: new Date('2026-04-01') })).toEqual([1, 2]);
    expect(await client.search({ body: '卒業' })).toEqual([]);
    await client.logout();
  });

  it('moves a mail to junk and back, marks it, copies it, appends one and deletes one', async () => {
    await using servers = await mailServers();
    const { world, mailbox } = servers;
    await servers.arrive(notice);
    const client = await connected(servers);
    await client.mailboxOpen('INBOX');
    const moved = await client.messageMove('1', '迷惑メール');
    expect(moved && [...(moved.uidMap ?? [])]).toEqual([[1, 1]]);
    expect(folder(world, mailbox, 'junk')).toHaveLength(1);
    await client.mailboxOpen('迷惑メール');
    const back = await client.messageMove('1', 'INBOX', { uid: true });
    expect(back && [...(back.uidMap ?? [])]).toEqual([[1, 2]]);
    await client.mailboxOpen('INBOX');
    await client.messageFlagsAdd('2', ['\\Seen', '\\Flagged', '$Important'], { uid: true });
    expect(folderEntries(world, mailbox, 'inbox')[0]?.flags).toEqual(['\\Seen', '\\Flagged', '$Important']);
    const copied = await client.messageCopy('1', 'Archive');
    expect(copied && [...(copied.uidMap ?? [])]).toEqual([[2, 1]]);
    const appended = await client.append('INBOX', 'Subject: 下書き\r\n\r\nx', ['\\Draft'], new Date(0));
    expect(appended && [appended.uid, appended.seq]).toEqual([3, 2]);
    await client.messageDelete('2', { uid: true });
    expect(folderEntries(world, mailbox, 'inbox').map(({ uid }) => uid)).toEqual([3]);
    expect(bytesOf(world, 'cap_0003').toString()).toBe('Subject: 下書き\r\n\r\nx');
    await client.logout();
  });

  it('hears of a delivery while it idles', async () => {
    await using servers = await mailServers();
    const client = await connected(servers);
    await client.mailboxOpen('INBOX');
    const heard = new Promise<{ count: number }>((resolve) => client.once('exists', resolve));
    const idling = client.idle();
    await servers.arrive(notice);
    expect(await heard).toMatchObject({ count: 1, prevCount: 0 });
    await client.noop();
    await idling;
    await client.logout();
  });

  it('is refused with an address that has no mailbox', async () => {
    await using servers = await mailServers();
    await expect(connected({ ...servers, address: 'taro@docomo.ne.jp.test' })).rejects.toMatchObject({
      authenticationFailed: true,
      serverResponseCode: 'AUTHENTICATIONFAILED',
    });
  });
});

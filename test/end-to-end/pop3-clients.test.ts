import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import Pop3Command from 'node-pop3';
import { describe, expect, it } from 'vitest';
import { folder } from '#mocks/mailbox';
import { isInstalled, mailServers } from './mail-programs-fixture.ts';

const run = promisify(execFile);
const message = (subject: string): string => `From: a@b.test\r\nSubject: ${subject}\r\n\r\n.dot\r\nbody\r\n`;
const has = { curl: await isInstalled('curl') };

describe('node-pop3', () => {
  it('lists, reads the top, fetches and deletes', async () => {
    await using servers = await mailServers();
    const { world, mailbox, address, ports } = servers;
    for (const subject of ['one', 'two']) await servers.arrive(message(subject));
    const client = new Pop3Command({ host: '127.0.0.1', port: ports.pop3, user: address, password: 'anything' });
    expect(await client.STAT()).toBe(`2 ${2 * message('one').length}`);
    expect(await client.LIST()).toEqual([
      ['1', String(message('one').length)],
      ['2', String(message('two').length)],
    ]);
    expect(await client.UIDL(2)).toEqual(['2', expect.stringMatching(/^[1-9]\d*\.cap_0002$/)]);
    // node-pop3 leaves the last line end out, and doubled dots in.
    expect(await client.TOP(1, 0)).toBe('From: a@b.test\r\nSubject: one\r\n');
    expect(await client.RETR(2)).toBe(message('two').replace('.dot', '..dot').trimEnd());
    await client.DELE(1);
    expect(folder(world, mailbox, 'inbox')).toHaveLength(2);
    await client.QUIT();
    expect(folder(world, mailbox, 'inbox')).toMatchObject([{ subject: 'two', isRead: true }]);
  });

  it('is refused with an address that has no mailbox', async () => {
    await using servers = await mailServers();
    const user = 'taro@docomo.ne.jp.test';
    const client = new Pop3Command({ host: '127.0.0.1', port: servers.ports.pop3, user, password: 'x' });
    await expect(client.STAT()).rejects.toThrow('[AUTH] no mailbox of this world has that address');
  });
});

describe('programs that people fetch mail with', () => {
  it.skipIf(!has.curl)('curl, inside TLS', async () => {
    await using servers = await mailServers();
    await servers.arrive(message('one'));
    const url = `pop3://127.0.0.1:${servers.ports.pop3}/1`;
    const { stdout } = await run('curl', ['-sS', '--ssl-reqd', '-k', '-u', `${servers.address}:x`, url]);
    expect(stdout).toBe(message('one'));
  });
});

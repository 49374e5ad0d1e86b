import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { fixtureCertificate } from '#mocks/loopback';
import { bytesOf, folder, folderEntries } from '#mocks/mailbox';
import { isInstalled, type MailServers, mailServers } from './mail-programs-fixture.ts';

const run = promisify(execFile);
const message = (subject: string): string =>
  `From: a@b.test\r\nMessage-ID: <${subject}@b.test>\r\nSubject: ${subject}\r\n\r\n.dot\r\nbody\r\n`;
const has = {
  curl: await isInstalled('curl'),
  mbsync: await isInstalled('mbsync'),
  neomutt: (await isInstalled('neomutt')) && (await isInstalled('script')),
};

async function withFolder(use: (path: string) => Promise<void>): Promise<void> {
  const path = await mkdtemp(join(tmpdir(), 'todoku-'));
  try {
    await use(path);
  } finally {
    await rm(path, { recursive: true });
  }
}

describe('programs that people read mail with', () => {
  it.skipIf(!has.curl)('curl, inside TLS', async () => {
    await using servers = await mailServers();
    await servers.arrive(message('one'));
    const url = `imap://127.0.0.1:${servers.ports.imap}/INBOX;MAILINDEX=1`;
    const { stdout } = await run('curl', ['-sS', '--ssl-reqd', '-k', '-u', `${servers.address}:x`, url]);
    expect(stdout).toBe(message('one'));
  });

  it.skipIf(!has.mbsync)('mbsync, which checks the certificate', () =>
    withFolder(async (path) => {
      await using servers = await mailServers();
      const { world, mailbox } = servers;
      for (const subject of ['one', 'two']) await servers.arrive(message(subject));
      const sync = await mbsyncIn(path, servers);
      await sync();
      const inbox = join(path, 'mail/INBOX');
      const [one = '', two = ''] = (await readdir(join(inbox, 'new'))).sort();
      const written = await readFile(join(inbox, 'new', one), 'utf8');
      expect(withoutMark(written)).toBe(message('one').replaceAll('\r\n', '\n'));
      expect(await readdir(join(path, 'mail'))).toContain('&j,dg0TDhMPww6w-');

      // There: one is read and marked, two is deleted, three is written. Here: four arrives.
      await rename(join(inbox, 'new', one), join(inbox, 'cur', `${one}FS`));
      await rename(join(inbox, 'new', two), join(inbox, 'cur', `${two}T`));
      await writeFile(join(path, 'mail/Archive/new/1.three'), message('three').replaceAll('\r\n', '\n'));
      await servers.arrive(message('four'));
      await sync();
      expect(folderEntries(world, mailbox, 'inbox').map(({ uid, flags }) => [uid, [...flags].sort()])).toEqual([
        [1, ['\\Flagged', '\\Seen']],
        [3, []],
      ]);
      expect(folder(world, mailbox, 'archive')).toMatchObject([{ subject: 'three' }]);
      expect(withoutMark(bytesOf(world, 'cap_0004').toString())).toBe(message('three'));
      expect(await readdir(join(inbox, 'new'))).toHaveLength(1);
      expect(await readdir(join(inbox, 'cur'))).toEqual([expect.stringMatching(/,U=1:2,FS$/)]);
    }),
  );

  it.skipIf(!has.neomutt)('neomutt', () =>
    withFolder(async (path) => {
      await using servers = await mailServers();
      const { world, mailbox } = servers;
      for (const subject of ['one', 'two', 'three']) await servers.arrive(message(subject));
      const keys = [
        '<tag-pattern>~s one<enter><tag-prefix><save-message>=Archive<enter>',
        '<untag-pattern>.<enter><delete-pattern>~s two<enter><sync-mailbox><display-message><exit><sync-mailbox><quit>',
      ].join('');
      await writeFile(join(path, 'rc'), [...neomuttSettings(servers), `push "${keys}"`, ''].join('\n'));
      const env = { ...process.env, TERM: 'xterm', HOME: path, TMPDIR: path };
      const neomutt = run('script', ['-qec', `neomutt -n -F ${join(path, 'rc')}`, '/dev/null'], {
        env,
        timeout: 20_000,
      });
      neomutt.child.stdin?.end();
      await neomutt;
      expect(folder(world, mailbox, 'inbox')).toMatchObject([{ subject: 'three', isRead: true }]);
      expect(folder(world, mailbox, 'archive')).toMatchObject([{ subject: 'one' }]);
      expect(folder(world, mailbox, 'trash')).toEqual([]);
    }),
  );
});

describe('the listeners', () => {
  const elsewhere = Object.values(networkInterfaces())
    .flat()
    .find((one) => one?.family === 'IPv4' && !one.internal)?.address;

  it.skipIf(elsewhere === undefined)('are not there on any address but loopback', async () => {
    await using servers = await mailServers();
    for (const port of [servers.ports.imap, servers.ports.pop3]) {
      const socket = connect(port, elsewhere ?? '');
      const refused = await new Promise((resolve) => {
        socket.once('error', ({ message: text }) => resolve(text));
        socket.once('connect', () => resolve('connected'));
      });
      socket.destroy();
      expect(refused).toMatch(/ECONNREFUSED/);
    }
  });
});

/** mbsync marks what it carries by a field of its own. */
function withoutMark(text: string): string {
  return text.replace(/X-TUID: .*\r?\n/, '');
}

/** Writes mbsync's settings into a folder; each call of what it returns syncs once. */
async function mbsyncIn(path: string, { ports, address }: MailServers): Promise<() => Promise<unknown>> {
  await mkdir(join(path, 'mail'));
  await writeFile(join(path, 'cert.pem'), fixtureCertificate.cert);
  const settings = [
    'IMAPAccount sim\nHost localhost',
    `Port ${ports.imap}\nUser ${address}\nPass anything`,
    `SSLType STARTTLS\nSystemCertificates no\nCertificateFile ${join(path, 'cert.pem')}`,
    '\nIMAPStore far\nAccount sim',
    `\nMaildirStore near\nPath ${join(path, 'mail')}/\nInbox ${join(path, 'mail/INBOX')}\nSubFolders Verbatim`,
    '\nChannel all\nFar :far:\nNear :near:\nPatterns *\nCreate Near\nExpunge Both\nSyncState *\n',
  ];
  await writeFile(join(path, 'mbsyncrc'), settings.join('\n'));
  return () => run('mbsync', ['-c', join(path, 'mbsyncrc'), 'all'], { timeout: 20_000 });
}

function neomuttSettings({ ports, address }: MailServers): readonly string[] {
  const no = ['ssl_starttls', 'ssl_force_tls', 'confirmappend', 'move', 'imap_idle', 'wait_key', 'mark_old', 'beep'];
  return [
    `set imap_user="${address}" imap_pass="anything" folder="imap://127.0.0.1:${ports.imap}/" spoolfile="+INBOX"`,
    ...no.map((name) => `set ${name}=no`),
    'set delete=yes quit=yes sort=threads header_cache="" message_cachedir="" trash="" pager=builtin',
  ];
}

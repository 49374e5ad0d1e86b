import { execFile } from 'node:child_process';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { promisify } from 'node:util';
import { createTransport } from 'nodemailer';
import { describe, expect, it } from 'vitest';
import { bytesOf, createMailbox, folder, mailboxModule, openMessage } from '#mocks/mailbox';
import { createSmtpServer, smtpModule } from '#mocks/smtp';
import { createWorld, defaultLimits, parseInstant } from '#sim/kernel';

const run = promisify(execFile);
const address = 'a..b@docomo.ne.jp.test';

async function reception() {
  const startsAt = parseInstant('2026-04-01T09:00:00+09:00') ?? 0;
  const world = createWorld({ seed: 7, startsAt, limits: defaultLimits, parameters: {} }, [mailboxModule, smtpModule]);
  const mailbox = await world.perform(createMailbox, { address });
  const server = createSmtpServer(world);
  const { port } = await server.listen();
  return { world, mailbox, port, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
}

/** Whether a program of Debian's packages is here. */
async function isInstalled(program: string): Promise<boolean> {
  return run('sh', ['-c', 'command -v "$1"', 'sh', program]).then(
    () => true,
    () => false,
  );
}

const has = { curl: await isInstalled('curl'), swaks: await isInstalled('swaks'), msmtp: await isInstalled('msmtp') };

describe('nodemailer', () => {
  it('hands a Japanese mail over inside TLS, logged in', async () => {
    await using mx = await reception();
    const transport = createTransport({
      host: '127.0.0.1',
      port: mx.port,
      requireTLS: true,
      tls: { rejectUnauthorized: false },
      auth: { user: 'anyone', pass: 'anything' },
    });
    const info = await transport.sendMail({
      envelope: { from: 'service@openbadge.net', to: [address] },
      from: '髙﨑 <service@openbadge.net>',
      to: address,
      subject: '【見本大学】からオープンバッジ発行のお知らせ🎓',
      text: '花子様\n.\n..\nhttps://wallet.openbadge.test/receive/t0ken',
      attachments: [{ filename: '学生証.txt', content: '𠮷' }],
    });
    transport.close();
    expect(info.response).toBe('250 Ok');
    const [mail] = folder(mx.world, mx.mailbox, 'inbox');
    expect(mail).toMatchObject({ subject: '【見本大学】からオープンバッジ発行のお知らせ🎓', from: { name: '髙﨑' } });
    const opened = await openMessage(mx.world, 'cap_0001');
    expect(opened.text.trimEnd()).toBe('花子様\n.\n..\nhttps://wallet.openbadge.test/receive/t0ken');
    expect(opened.links).toEqual(['https://wallet.openbadge.test/receive/t0ken']);
  });

  it('learns which address was refused, at which stage', async () => {
    await using mx = await reception();
    const transport = createTransport({ host: '127.0.0.1', port: mx.port, ignoreTLS: true });
    const sent = transport.sendMail({ from: 'a@b.test', to: 'nobody@docomo.ne.jp.test', text: 'x' });
    await expect(sent).rejects.toMatchObject({
      responseCode: 550,
      response: '550 Unknown user nobody@docomo.ne.jp.test',
      command: 'RCPT TO',
    });
    transport.close();
  });

  it('hands raw bytes over as they are', async () => {
    await using mx = await reception();
    const transport = createTransport({ host: '127.0.0.1', port: mx.port, ignoreTLS: true });
    const raw = Buffer.concat([
      Buffer.from('Subject: x\r\n\r\n.\r\n..a\r\n'),
      Buffer.from([0x80, 0xff]),
      Buffer.from('\r\n'),
    ]);
    await transport.sendMail({ envelope: { from: '', to: [address] }, raw });
    transport.close();
    expect(bytesOf(mx.world, 'cap_0001')).toEqual(raw);
  });
});

describe('programs that people send mail with', () => {
  const message = 'From: a@b.test\nSubject: from a program\n\n.dot\nbody\n';
  const send = async (program: string, words: readonly string[]) => {
    const child = run(program, [...words]);
    child.child.stdin?.end(message);
    await child;
  };
  const arrived = { subject: 'from a program' };

  it.skipIf(!has.curl)('curl', async () => {
    await using mx = await reception();
    const url = `smtp://127.0.0.1:${mx.port}/client.test`;
    await send('curl', [
      '-sS',
      '--ssl-reqd',
      '-k',
      url,
      '--mail-from',
      'a@b.test',
      '--mail-rcpt',
      address,
      '-T',
      '-',
      '--crlf',
    ]);
    expect(folder(mx.world, mx.mailbox, 'inbox')).toMatchObject([arrived]);
    expect(bytesOf(mx.world, 'cap_0001').toString()).toBe(message.replaceAll('\n', '\r\n'));
  });

  it.skipIf(!has.swaks)('swaks', async () => {
    await using mx = await reception();
    const server = ['--server', '127.0.0.1', '--port', String(mx.port), '--tls'];
    await send('swaks', [...server, '--from', 'a@b.test', '--to', address, '--data', '-']);
    expect(folder(mx.world, mx.mailbox, 'inbox')).toMatchObject([arrived]);
  });

  it.skipIf(!has.msmtp)('msmtp', async () => {
    await using mx = await reception();
    const server = ['--host=127.0.0.1', `--port=${mx.port}`, '--tls=on', '--tls-certcheck=off', '--auth=off'];
    await send('msmtp', [...server, '--from=a@b.test', '--', address]);
    expect(folder(mx.world, mx.mailbox, 'inbox')).toMatchObject([arrived]);
  });
});

describe('the listener', () => {
  const elsewhere = Object.values(networkInterfaces())
    .flat()
    .find((one) => one?.family === 'IPv4' && !one.internal)?.address;

  it.skipIf(elsewhere === undefined)('is not there on any address but loopback', async () => {
    await using mx = await reception();
    const refused = await new Promise((resolve) => {
      const socket = connect(mx.port, elsewhere ?? '');
      socket.once('error', ({ message }) => resolve(message));
      socket.once('connect', () => {
        socket.destroy();
        resolve('connected');
      });
    });
    expect(refused).toMatch(/ECONNREFUSED/);
  });
});

import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { createTransport } from 'nodemailer';
import { describe, expect, it } from 'vitest';
import { bytesOf, createMailbox, folder, mailboxModule, openMessage, transcriptOf } from '#mocks/mailbox';
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

  it('announces eight bits', async () => {
    await using mx = await reception();
    const transport = createTransport({ host: '127.0.0.1', port: mx.port, ignoreTLS: true });
    const envelope = { from: 'a@b.test', to: [address], use8BitMime: true };
    await transport.sendMail({ envelope, raw: eightBit });
    transport.close();
    expect(bytesOf(mx.world, 'cap_0001')).toEqual(eightBit);
    expect(commandsOf(mx)).toContain('MAIL FROM:<a@b.test> BODY=8BITMIME');
  });
});

/** A program on the machine, given words and what it reads; its output. */
async function start(program: string, words: readonly string[], input: string | Buffer = ''): Promise<string> {
  const running = run(program, [...words], { env: { ...process.env, HOME: '/nonexistent' } });
  running.child.stdin?.on('error', () => undefined).end(input);
  return (await running).stdout;
}

/** How it ended when it did not end well; `signal` when the test is to fail. */
async function failure(program: string, words: readonly string[], input?: string): Promise<{ output: string }> {
  return start(program, words, input).then(
    () => expect.unreachable(`${program} was content`),
    ({ stdout = '', stderr = '' }) => ({ output: `${stdout}${stderr}` }),
  );
}

const message = 'From: a@b.test\nSubject: from a program\n\n.dot\n..dots\nbody\n';
const onTheWire = message.replaceAll('\n', '\r\n');

/** `先生` in Shift_JIS: eight bits that are no UTF-8. */
const eightBit = Buffer.concat([
  Buffer.from('Subject: 8bit\r\nContent-Type: text/plain; charset=Shift_JIS\r\n\r\n'),
  Buffer.from('90E690B6', 'hex'),
  Buffer.from('\r\n'),
]);

/** An address that docomo gave out, as it is and as the standard would have it. */
const spellings = [['as docomo writes it', address] as const, ['quoted', '"a..b"@docomo.ne.jp.test'] as const];

const commandsOf = (mx: Awaited<ReturnType<typeof reception>>): string[] =>
  transcriptOf(mx.world, 'cap_0001').map(({ command }) => command);

describe.skipIf(!has.swaks)('swaks (skipped where it is not installed)', () => {
  const words = ({ port }: { port: number }, to = address) => [
    ...['--server', '127.0.0.1', '--port', String(port), '--helo', 'client.test'],
    ...['--from', 'a@b.test', '--to', to, '--data', '-'],
  ];

  it.each([
    ['in the clear', []],
    ['inside TLS', ['--tls']],
    ...['PLAIN', 'LOGIN', 'CRAM-MD5'].map(
      (kind) => [`logged in by ${kind}`, ['--auth', kind, '--auth-user', 'u', '--auth-password', 'p']] as const,
    ),
    ['logged in, inside TLS', ['--tls', '--auth', 'PLAIN', '--auth-user', 'u', '--auth-password', 'p']],
    ['saying HELO alone', ['--protocol', 'SMTP']],
    ['pipelining', ['--pipeline']],
  ] as const)('hands a mail over %s', async (_how, more) => {
    await using mx = await reception();
    await start('swaks', [...words(mx), ...more], message);
    // swaks ends what it reads with a line end of its own.
    expect(bytesOf(mx.world, 'cap_0001').toString()).toBe(`${onTheWire}\r\n`);
    expect(commandsOf(mx)).toContain('MAIL FROM:<a@b.test>');
  });

  it.each(spellings)('reaches an address with two dots: %s', async (_how, to) => {
    await using mx = await reception();
    await start('swaks', words(mx, to), message);
    expect(folder(mx.world, mx.mailbox, 'inbox')).toMatchObject([{ subject: 'from a program' }]);
    expect(commandsOf(mx)).toContain(`RCPT TO:<${to}>`);
  });

  it('sends as nobody, which is what reports of failures come from', async () => {
    await using mx = await reception();
    await start('swaks', [...words(mx), '--from', '<>'], message);
    expect(commandsOf(mx)).toContain('MAIL FROM:<>');
  });

  it('sends eight bits as they are', async () => {
    await using mx = await reception();
    const file = join(await mkdtemp(join(tmpdir(), 'todoku-swaks-')), 'mail.eml');
    await writeFile(file, eightBit);
    await start('swaks', [...words(mx).slice(0, -1), `@${file}`]);
    await rm(dirname(file), { recursive: true });
    expect((await openMessage(mx.world, 'cap_0001')).text).toMatch(/^先生/);
  });

  it('is told what docomo says to an address that is not there', async () => {
    await using mx = await reception();
    const { output } = await failure('swaks', words(mx, 'nobody@docomo.ne.jp.test'), message);
    expect(output).toContain('550 Unknown user nobody@docomo.ne.jp.test');
  });
});

describe.skipIf(!has.curl)('curl (skipped where it is not installed)', () => {
  const words = ({ port }: { port: number }, to = address) => [
    ...['-sS', '-k', `smtp://127.0.0.1:${port}/client.test`],
    ...['--mail-from', 'a@b.test', '--mail-rcpt', to, '-T', '-', '--crlf'],
  ];

  it.each([
    ['in the clear', []],
    ['inside TLS', ['--ssl-reqd']],
    ['logged in', ['-u', 'u:p', '--login-options', 'AUTH=PLAIN']],
    ['logged in, inside TLS', ['--ssl-reqd', '-u', 'u:p', '--login-options', 'AUTH=LOGIN']],
  ] as const)('hands a mail over %s', async (_how, more) => {
    await using mx = await reception();
    await start('curl', [...words(mx), ...more], message);
    expect(bytesOf(mx.world, 'cap_0001').toString()).toBe(onTheWire);
  });

  it.each(spellings)('reaches an address with two dots: %s', async (_how, to) => {
    await using mx = await reception();
    await start('curl', words(mx, to), message);
    expect(folder(mx.world, mx.mailbox, 'inbox')).toMatchObject([{ subject: 'from a program' }]);
  });

  it('sends as nobody, and eight bits as they are', async () => {
    await using mx = await reception();
    const given = words(mx).filter((word) => word !== '--crlf');
    await start('curl', [...given, '--mail-from', ''], eightBit);
    expect(bytesOf(mx.world, 'cap_0001')).toEqual(eightBit);
    expect(commandsOf(mx)).toContain('MAIL FROM:<>');
  });
});

describe.skipIf(!has.msmtp)('msmtp (skipped where it is not installed)', () => {
  const words = ({ port }: { port: number }) => [
    ...['--host=127.0.0.1', `--port=${port}`, '--domain=client.test', '--from=a@b.test'],
    ...['--tls-certcheck=off', '--passwordeval=echo p', '--user=u'],
  ];

  it.each([
    ['in the clear', ['--tls=off', '--auth=off']],
    ['inside TLS', ['--tls=on', '--auth=off']],
    ['logged in, inside TLS', ['--tls=on', '--auth=plain']],
    ['logged in by a method that shows no password', ['--tls=off', '--auth=cram-md5']],
  ] as const)('hands a mail over %s', async (_how, more) => {
    await using mx = await reception();
    await start('msmtp', [...words(mx), ...more, '--', address], message);
    // It writes a Date and a Message-ID in front.
    expect(bytesOf(mx.world, 'cap_0001').toString()).toMatch(new RegExp(`^Date: .+\r\n(.+\r\n)?${onTheWire}$`));
  });

  it('drops the quoted part of an address by itself, and is refused', async () => {
    await using mx = await reception();
    const given = [...words(mx), '--tls=off', '--auth=off', '--', '"a..b"@docomo.ne.jp.test'];
    expect((await failure('msmtp', given, message)).output).toContain(
      'recipient address @docomo.ne.jp.test not accepted',
    );
  });

  it('reads the addresses from the mail', async () => {
    await using mx = await reception();
    await start('msmtp', [...words(mx), '--tls=off', '--auth=off', '-t'], `To: <${address}>\n${message}`);
    expect(folder(mx.world, mx.mailbox, 'inbox')).toHaveLength(1);
  });

  it('is told what docomo says to an address that is not there', async () => {
    await using mx = await reception();
    const given = [...words(mx), '--tls=off', '--auth=off', '--', 'nobody@docomo.ne.jp.test'];
    expect((await failure('msmtp', given, message)).output).toContain('550 Unknown user nobody@docomo.ne.jp.test');
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

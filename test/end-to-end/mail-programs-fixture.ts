import { execFile } from 'node:child_process';
import { connect } from 'node:net';
import { promisify } from 'node:util';
import { listenForImap } from '#mocks/imap';
import { createMailbox, mailboxModule } from '#mocks/mailbox';
import { listenForPop3 } from '#mocks/pop3';
import { createSmtpServer, smtpModule } from '#mocks/smtp';
import { createWorld, defaultLimits, parseInstant, type RunningWorld } from '#sim/kernel';

/** SMTP, IMAP and POP3 over one world, as mail programs meet them. */
export interface MailServers {
  readonly world: RunningWorld;
  readonly mailbox: string;
  readonly address: string;
  readonly ports: { readonly smtp: number; readonly imap: number; readonly pop3: number };
  /** Hands a message over SMTP, one character a byte; its last line must end. */
  arrive(message: string): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

const providerOf = (address: string): string => (address.endsWith('@plain.test') ? 'plain' : 'docomo');
const startsAt = parseInstant('2026-04-01T09:00:00+09:00') ?? 0;

export async function mailServers(address = 'hanako@docomo.ne.jp.test'): Promise<MailServers> {
  const world = createWorld({ seed: 7, startsAt, limits: defaultLimits, parameters: {} }, [mailboxModule, smtpModule]);
  const mailbox = await world.perform(createMailbox, { address, provider: providerOf(address) });
  const smtp = createSmtpServer(world);
  const { port: smtpPort } = await smtp.listen();
  const imap = await listenForImap(world, { port: 0 });
  const pop3 = await listenForPop3(world, { port: 0 });
  return {
    world,
    mailbox,
    address,
    ports: { smtp: smtpPort, imap: imap.port, pop3: pop3.port },
    async arrive(message) {
      const stuffed = message.replace(/(^|\r\n)\./g, '$1..');
      const lines = ['EHLO c.test', 'MAIL FROM:<a@b.test> BODY=8BITMIME', `RCPT TO:<${address}>`, 'DATA'];
      const said = await converse(smtpPort, `${lines.join('\r\n')}\r\n${stuffed}.\r\nQUIT\r\n`);
      if (!/^354 .*\r\n250 /m.test(said)) throw new Error(`not taken: ${said}`);
    },
    async [Symbol.asyncDispose]() {
      await smtp[Symbol.asyncDispose]();
      await imap[Symbol.asyncDispose]();
      await pop3[Symbol.asyncDispose]();
      world[Symbol.dispose]();
    },
  };
}

/** Waits to be greeted, sends bytes, and returns all that comes until the server ends; one character a byte. */
export function converse(port: number, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    const chunks: Buffer[] = [];
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    socket.once('data', () => socket.write(Buffer.from(bytes, 'latin1')));
    socket.once('error', reject);
    socket.once('close', () => resolve(Buffer.concat(chunks).toString('latin1')));
  });
}

/** Whether a program of Debian's packages is here. */
export async function isInstalled(program: string): Promise<boolean> {
  return promisify(execFile)('sh', ['-c', 'command -v "$1"', 'sh', program]).then(
    () => true,
    () => false,
  );
}

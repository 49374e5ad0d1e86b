import type { Socket } from 'node:net';
import { createEgress } from '#sim/egress';
import { ServiceError } from '#sim/errors';
import type { SmtpReply, SmtpStage } from '#sim/events';

/** Where a client connects to: loopback, and nothing else. */
export interface SmtpServerAddress {
  readonly host: string;
  readonly port: number;
}

/** One message for one address, and who it shall seem to come from. */
export interface SmtpMail {
  readonly reversePath: string;
  readonly forwardPath: string;
  readonly helo: string;
  /** Told by XCLIENT to a server that offers it: https://www.postfix.org/XCLIENT_README.html */
  readonly clientAddress?: string | undefined;
  readonly data: Buffer;
}

/** One line of the conversation, as it was said. */
export interface Said {
  readonly by: 'client' | 'server';
  readonly line: string;
}

export interface Conversation {
  readonly said: readonly Said[];
  /** The reply that settled it: the first refusal, else the one to the data. */
  readonly reply: SmtpReply;
}

const loopbackHosts: readonly string[] = ['127.0.0.1', '::1', 'localhost'];

/** Nothing on loopback thinks longer. */
const silenceMsMax = 30_000;
const replyBytesMax = 64 * 1024;

/** `127.0.0.1:1025`. Throws ServiceError `server-not-loopback`. */
export function serverAddressOf(given: string): SmtpServerAddress {
  const [, host = '', port = ''] = /^\[?([^[\]]+)\]?:(\d{1,5})$/.exec(given) ?? [];
  if (!loopbackHosts.includes(host) || Number(port) < 1 || Number(port) > 65_535) {
    throw new ServiceError('server-not-loopback', { given });
  }
  return { host, port: Number(port) };
}

/**
 * One SMTP transaction in the clear, every line of it kept: https://www.rfc-editor.org/rfc/rfc5321#section-3.3 . A
 * refusal is an answer, not an error. Throws ServiceError `smtp-unreachable`.
 */
export async function sendBySmtp(server: SmtpServerAddress, mail: SmtpMail): Promise<Conversation> {
  try {
    const egress = createEgress({ hosts: [server.host], limits: { silenceMs: silenceMsMax } });
    const socket = await egress.connect(server);
    try {
      return await new Transaction(socket).run(mail);
    } finally {
      socket.destroy();
    }
  } catch (error) {
    const reason =
      error instanceof ServiceError
        ? (error.parameters.reason ?? error.message)
        : String(error instanceof Error ? error.message : error);
    throw new ServiceError('smtp-unreachable', { server: `${server.host}:${server.port}`, reason }, { cause: error });
  }
}

class Transaction {
  readonly #socket: Socket;
  readonly #said: Said[] = [];
  readonly #replies: AsyncGenerator<readonly string[], undefined>;

  constructor(socket: Socket) {
    this.#socket = socket;
    this.#replies = repliesOf(socket);
  }

  async run(mail: SmtpMail): Promise<Conversation> {
    const reply = await this.#transact(mail);
    // Who answered 421 closes the line and says no goodbye: https://www.rfc-editor.org/rfc/rfc5321#section-3.8
    await this.#say('QUIT').catch(() => undefined);
    return { said: this.#said, reply };
  }

  async #transact({ reversePath, forwardPath, helo, clientAddress, data }: SmtpMail): Promise<SmtpReply> {
    await this.#hear();
    let offers = await this.#say(`EHLO ${helo}`);
    if (clientAddress !== undefined && offers.some((line) => /^250.XCLIENT\b/i.test(line))) {
      await this.#say(`XCLIENT ADDR=${clientAddress}`);
      offers = await this.#say(`EHLO ${helo}`);
    }
    const isAscii = !/[^\0-\x7f]/.test(reversePath + forwardPath);
    const extensions = [
      ...(offers.some((line) => /^250.SIZE\b/i.test(line)) ? [`SIZE=${data.length}`] : []),
      ...(offers.some((line) => /^250.8BITMIME\b/i.test(line)) ? ['BODY=8BITMIME'] : []),
      ...(isAscii ? [] : ['SMTPUTF8']),
    ];
    const mailReply = replyOf(await this.#say([`MAIL FROM:<${reversePath}>`, ...extensions].join(' ')), 'MAIL');
    if (mailReply.replyCode >= 400) return mailReply;
    const rcptReply = replyOf(await this.#say(`RCPT TO:<${forwardPath}>`), 'RCPT');
    if (rcptReply.replyCode >= 400) return rcptReply;
    const dataReply = replyOf(await this.#say('DATA'), 'DATA');
    if (dataReply.replyCode !== 354) return dataReply;
    this.#said.push({ by: 'client', line: `… (${data.length} bytes)` });
    this.#said.push({ by: 'client', line: '.' });
    this.#socket.write(stuffed(data));
    return replyOf(await this.#hear(), 'DATA');
  }

  #say(line: string): Promise<readonly string[]> {
    this.#said.push({ by: 'client', line });
    this.#socket.write(`${line}\r\n`);
    return this.#hear();
  }

  async #hear(): Promise<readonly string[]> {
    const { value: lines } = await this.#replies.next();
    if (lines === undefined) throw new Error('the connection broke off');
    this.#said.push(...lines.map((line): Said => ({ by: 'server', line })));
    return lines;
  }
}

/** The text of every line but the codes: https://www.rfc-editor.org/rfc/rfc5321#section-4.2.1 , https://www.rfc-editor.org/rfc/rfc2034#section-4 */
function replyOf(lines: readonly string[], stage: SmtpStage): SmtpReply {
  const parts = lines.map((line) => /^\d{3}[ -](?:([245]\.\d{1,3}\.\d{1,3}) )?(.*)$/.exec(line));
  const enhancedStatusCode = parts[0]?.[1];
  return {
    replyCode: Number(lines[0]?.slice(0, 3)),
    ...(enhancedStatusCode !== undefined && { enhancedStatusCode }),
    text: parts.map((part) => part?.[2] ?? '').join(' '),
    stage,
  };
}

/** https://www.rfc-editor.org/rfc/rfc5321#section-4.5.2 */
function stuffed(data: Buffer): Buffer {
  const text = data.toString('latin1').replace(/^\./, '..').replaceAll('\r\n.', '\r\n..');
  return Buffer.from(`${text}${text.endsWith('\r\n') ? '' : '\r\n'}.\r\n`, 'latin1');
}

async function* repliesOf(socket: Socket): AsyncGenerator<readonly string[], undefined> {
  let rest = '';
  for await (const chunk of socket) {
    rest += (chunk as Buffer).toString('utf8');
    for (let last = lastLine.exec(rest); last !== null; last = lastLine.exec(rest)) {
      const end = last.index + last[0].length;
      yield rest
        .slice(0, end)
        .split('\r\n')
        .filter((line) => line !== '');
      rest = rest.slice(end);
    }
    if (rest.length > replyBytesMax) throw new Error('a reply without end');
  }
  return undefined;
}

/** The line of a reply that has a space behind its code. */
const lastLine = /^\d{3}(?: [^\n]*)?\r\n/m;

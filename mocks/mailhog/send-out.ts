import { createHmac } from 'node:crypto';
import type { Socket } from 'node:net';
import type { Egress } from '#sim/egress';

/** A message on its way to an SMTP server outside of the world. */
export interface OutgoingMessage {
  readonly host: string;
  readonly port: number;
  readonly login?: { readonly mechanism: 'CRAM-MD5' | 'PLAIN'; readonly username: string; readonly password: string };
  readonly reversePath: string;
  readonly forwardPath: string;
  readonly data: Buffer;
}

/** Hands a message over by SMTP; throws when the server does not take it. */
export type SendOut = (message: OutgoingMessage) => Promise<void>;

/** A reply has a handful of short lines; who never ends one is cut off. */
const replyCharactersMax = 64 * 1024;

/**
 * One SMTP transaction in the clear: https://www.rfc-editor.org/rfc/rfc5321#section-3.3 . Throws Error with the reply,
 * TypeError for a path that would be more than one command, and ServiceError as {@link Egress.connect} does.
 */
export function sendThrough(egress: Egress): SendOut {
  return async ({ host, port, login, reversePath, forwardPath, data }) => {
    for (const path of [reversePath, forwardPath]) checkPath(path);
    const socket = await egress.connect({ host, port });
    const replies = repliesOf(socket);
    const expectReply = async (line: string | Buffer | undefined, code: string): Promise<string> => {
      if (line !== undefined) socket.write(line);
      const { value: reply } = await replies.next();
      if (reply === undefined || !reply.startsWith(code)) throw new Error(reply ?? 'the connection broke off');
      return reply;
    };
    try {
      await expectReply(undefined, '220');
      await expectReply('EHLO localhost\r\n', '250');
      if (login?.mechanism === 'PLAIN') {
        const token = Buffer.from(`\0${login.username}\0${login.password}`).toString('base64');
        await expectReply(`AUTH PLAIN ${token}\r\n`, '235');
      } else if (login !== undefined) {
        const challenge = Buffer.from((await expectReply('AUTH CRAM-MD5\r\n', '334')).slice(4), 'base64');
        // https://www.rfc-editor.org/rfc/rfc2195#section-2
        const digest = createHmac('md5', login.password).update(challenge).digest('hex');
        await expectReply(`${Buffer.from(`${login.username} ${digest}`).toString('base64')}\r\n`, '235');
      }
      await expectReply(`MAIL FROM:<${reversePath}>\r\n`, '250');
      await expectReply(`RCPT TO:<${forwardPath}>\r\n`, '25');
      await expectReply('DATA\r\n', '354');
      await expectReply(stuffed(data), '250');
      // The message is theirs now: a server that says no goodbye has it all the same.
      socket.write('QUIT\r\n');
    } finally {
      socket.destroySoon();
    }
  };
}

function checkPath(path: string): void {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they would make a second command
  if (/[\0-\x1f\x7f<>]/.test(path)) throw new TypeError('a path of SMTP holds characters that it must not');
}

/** https://www.rfc-editor.org/rfc/rfc5321#section-4.5.2 */
function stuffed(data: Buffer): Buffer {
  const text = data.toString('latin1').replace(/^\./, '..').replaceAll('\r\n.', '\r\n..');
  return Buffer.from(`${text}${text.endsWith('\r\n') ? '' : '\r\n'}.\r\n`, 'latin1');
}

async function* repliesOf(socket: Socket): AsyncGenerator<string, undefined> {
  let rest = '';
  for await (const chunk of socket) {
    rest += String(chunk);
    for (let found = lastLine.exec(rest); found !== null; found = lastLine.exec(rest)) {
      yield found[0];
      rest = rest.slice(found.index + found[0].length);
    }
    if (rest.length > replyCharactersMax) throw new Error('a reply without an end');
  }
  return undefined;
}

/** The line of a reply that has a space behind its code. */
const lastLine = /^\d{3} [^\n]*\r\n/m;

import { createHmac } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import type { ReleasedMessage } from './release.ts';

/** Longer than any greylisting host thinks, shorter than anybody waits. */
const timeoutMs = 30_000;

/** One SMTP transaction in the clear: https://www.rfc-editor.org/rfc/rfc5321#section-3.3 . Throws Error with the reply. */
export async function sendOut({ host, port, login, reversePath, forwardPath, data }: ReleasedMessage): Promise<void> {
  const socket = connect(port, host).setTimeout(timeoutMs, () => socket.destroy(new Error('no answer')));
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
    await expectReply('QUIT\r\n', '221');
  } finally {
    socket.destroy();
  }
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
  }
  return undefined;
}

/** The line of a reply that has a space behind its code. */
const lastLine = /^\d{3} [^\n]*\r\n/m;

import { connect } from 'node:net';

export interface Load {
  readonly port: number;
  readonly connections: number;
  /** All of them together. */
  readonly messages: number;
  /** The message of the n-th transaction, and whom it is for. */
  readonly message: (index: number) => Buffer;
  readonly forwardPath: (index: number) => string;
}

/**
 * Sends messages over several connections at once and resolves when the last is accepted. Each connection pipelines as
 * far as the protocol goes: MAIL, RCPT and DATA of the next message leave with the end of the one before.
 * https://www.rfc-editor.org/rfc/rfc2920#section-3.1
 * Rejects with the reply when a message is not taken.
 */
export async function sendLoad({ port, connections, messages, message, forwardPath }: Load): Promise<void> {
  let next = 0;
  const take = (): number | undefined => (next < messages ? next++ : undefined);
  const envelope = (index: number): string =>
    `MAIL FROM:<service@openbadge.net>\r\nRCPT TO:<${forwardPath(index)}>\r\nDATA\r\n`;
  const transactions = Array.from({ length: connections }, () =>
    converse(port, {
      begin() {
        const index = take();
        return index === undefined ? undefined : { index, bytes: Buffer.from(envelope(index)) };
      },
      data(index) {
        const following = take();
        const end = Buffer.from(`.\r\n${following === undefined ? '' : envelope(following)}`);
        return { bytes: Buffer.concat([message(index), end]), following };
      },
    }),
  );
  await Promise.all(transactions);
}

interface Conversation {
  begin(): { readonly index: number; readonly bytes: Buffer } | undefined;
  data(index: number): { readonly bytes: Buffer; readonly following: number | undefined };
}

function converse(port: number, { begin, data }: Conversation): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1').setNoDelay(true);
    let current: number | undefined;
    let following: number | undefined;
    let isGreeted = false;
    let isInData = false;
    let rest = '';
    socket.on('error', reject);
    socket.on('data', (chunk) => {
      rest += chunk.toString('latin1');
      const lines = rest.split('\r\n');
      rest = lines.pop() ?? '';
      for (const line of lines) hear(line);
    });
    const finish = (): void => {
      socket.end('QUIT\r\n');
      resolve();
    };
    const hear = (line: string): void => {
      if (line.startsWith('220')) socket.write('EHLO bench.test\r\n');
      else if (line.startsWith('250-')) return;
      else if (line.startsWith('354')) {
        const sent = data(current ?? 0);
        following = sent.following;
        socket.write(sent.bytes);
        isInData = true;
      } else if (!line.startsWith('2')) {
        socket.destroy();
        reject(new Error(line));
      } else if (!isGreeted) {
        isGreeted = true;
        const first = begin();
        if (first === undefined) finish();
        else {
          current = first.index;
          socket.write(first.bytes);
        }
      } else if (isInData) {
        isInData = false;
        if (following === undefined) finish();
        else current = following;
      }
    };
  });
}

import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseMail } from '#mocks/mailbox';
import { refusalOfMessage } from '#mocks/smtp';
import { ServiceError } from '#sim/errors';

/** A message in a file: what mail programs save as `.eml`. */
export interface MessageFile {
  /** RFC 5322 bytes with CRLF line ends. */
  readonly data: Buffer;
  readonly subject: string;
  /** The address in the From field; empty when there is none. */
  readonly fromAddress: string;
}

/** Larger than any host takes. */
const bytesMax = 25 * 1024 ** 2;

/** Whether a word names a message and not a scenario. */
export function isMessageFile(word: string): boolean {
  return /\.eml$/i.test(word);
}

/** Throws ServiceError `file-missing`, `file-unreadable`, `message-file-unfit`, and `message-refused` for what no host takes. */
export async function readMessageFile(path: string, from: string): Promise<MessageFile> {
  const data = withCrlf(bytesOf(path, resolve(from, path)));
  // A mail begins with its header: anything else would be judged as a mail without one.
  if (!/^[!-9;-~]+:/.test(data.toString('latin1', 0, 200))) {
    throw new ServiceError('message-file-unfit', { file: path });
  }
  const refusal = refusalOfMessage(data);
  if (refusal !== undefined) throw new ServiceError('message-refused', { file: path, reason: refusal.text });
  const { subject = '', from: sender } = await parseMail(data);
  return { data, subject, fromAddress: sender?.address ?? '' };
}

function bytesOf(path: string, absolute: string): Buffer {
  try {
    const found = statSync(absolute);
    if (!found.isFile() || found.size > bytesMax) throw new ServiceError('message-file-unfit', { file: path });
    return readFileSync(absolute);
  } catch (error) {
    if (error instanceof ServiceError) throw error;
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    if (reason === 'ENOENT' || reason === 'ENOTDIR')
      throw new ServiceError('file-missing', { file: path }, { cause: error });
    throw new ServiceError('file-unreadable', { file: path, reason }, { cause: error });
  }
}

/** Files kept on Unix end their lines with LF alone; on the wire a line ends with CRLF: RFC 5321 §2.3.8. */
function withCrlf(bytes: Buffer): Buffer {
  const text = bytes.toString('latin1');
  return text.includes('\r\n') ? bytes : Buffer.from(text.replaceAll('\n', '\r\n'), 'latin1');
}

import PostalMime, { type Email } from 'postal-mime';
import { readBodies } from './body-reader.ts';
import { fromOf, readHeader, subjectOf } from './header-reader.ts';

/** What is read of a message. */
export type ParsedMail = Pick<
  Email,
  'from' | 'to' | 'cc' | 'bcc' | 'replyTo' | 'subject' | 'date' | 'text' | 'html' | 'attachments'
>;

/** postal-mime takes each line by itself: that many short ones cost it a second, and nobody writes them. */
const shortLinesMax = 50_000;
const shortLineBytes = 30;

/**
 * Parses a message of any kind. What postal-mime gives up on (parts that lie too deep, a header that is too large), and
 * what it would take too long for, is shown as far as filters read it: without its attachments.
 */
export async function parseMail(bytes: Buffer): Promise<ParsedMail> {
  if (isShredded(bytes)) return readRoughly(bytes);
  try {
    return await PostalMime.parse(bytes);
  } catch {
    return readRoughly(bytes);
  }
}

function readRoughly(bytes: Buffer): ParsedMail {
  const header = readHeader(bytes);
  return { from: fromOf(header), subject: subjectOf(header), ...readBodies(bytes), attachments: [] };
}

function isShredded(bytes: Buffer): boolean {
  let lines = 0;
  for (let at = bytes.indexOf(0x0a); at !== -1; at = bytes.indexOf(0x0a, at + 1)) lines += 1;
  return lines > shortLinesMax && bytes.length / lines < shortLineBytes;
}

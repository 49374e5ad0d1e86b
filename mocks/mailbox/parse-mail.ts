import PostalMime, { type Email } from 'postal-mime';
import { readBodies } from './body-reader.ts';
import { fromOf, readHeader, subjectOf } from './header-reader.ts';

/** What is read of a message. */
export type ParsedMail = Pick<Email, 'from' | 'to' | 'subject' | 'date' | 'text' | 'html' | 'attachments'>;

/**
 * Parses a message of any kind. What postal-mime gives up on (parts that lie too deep, a header that is too large) is
 * shown as far as filters read it: without its attachments.
 */
export async function parseMail(bytes: Buffer): Promise<ParsedMail> {
  try {
    return await PostalMime.parse(bytes);
  } catch {
    const header = readHeader(bytes);
    return { from: fromOf(header), subject: subjectOf(header), ...readBodies(bytes), attachments: [] };
  }
}

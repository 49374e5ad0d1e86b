import { ServiceError } from '../errors/index.ts';

const nameLengthMax = 100;

/** Control characters, line ends, halves of characters, and the marks that hide text or turn its direction (UAX #9 §2). */
const refused = /[\p{Cc}\p{Cs}\p{Bidi_Control}\u2028\u2029\u200b\u2060\ufeff]/u;

/** The name as it is kept: trimmed, 1 to 100 characters. Throws ServiceError `name-invalid`. */
export function personName(typed: string): string {
  const name = typed.trim();
  const length = [...name].length;
  // A name stands in signed mails, where mail programs would make a link of it.
  const isLink = /:\/\/|\bwww\./i.test(name);
  if (length < 1 || length > nameLengthMax || refused.test(name) || isLink) {
    throw new ServiceError('name-invalid', { max: nameLengthMax });
  }
  return name;
}

import { ServiceError } from '../errors/index.ts';

const nameLengthMax = 100;

/** Control characters, line ends, halves of characters, and the marks that turn the reading direction round (UAX #9 §2). */
const refused = /[\p{Cc}\p{Cs}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** The name as it is kept: trimmed, 1 to 100 characters. Throws ServiceError `name-invalid`. */
export function personName(typed: string): string {
  const name = typed.trim();
  const length = [...name].length;
  if (length < 1 || length > nameLengthMax || refused.test(name)) {
    throw new ServiceError('name-invalid', { max: nameLengthMax });
  }
  return name;
}

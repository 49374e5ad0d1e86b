/**
 * A text from outside as a screen may show it, on one line: what would move the cursor, change colours or turn the
 * direction of writing is left out.
 */
export function printable(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .trim();
}

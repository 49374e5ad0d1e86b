import type { Instant } from '../../kernel/index.ts';

/**
 * An RFC 3339 date-time with seconds and offset, whatever the number of its fractional digits, of which three count.
 * Undefined for anything else. https://www.w3.org/TR/xmlschema11-2/#dateTimeStamp
 */
export function readDateTime(text: unknown): Instant | undefined {
  if (typeof text !== 'string' || text.length > 64) return undefined;
  const form = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:)([0-5]\d|60)(\.\d{1,20})?(Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/i;
  const [, minute, second, fraction = '', offset] = form.exec(text) ?? [];
  if (minute === undefined || offset === undefined) return undefined;
  // A leap second counts as the last one before it: https://www.rfc-editor.org/rfc/rfc3339#appendix-D
  const local = `${minute}${second === '60' ? '59' : second}${fraction.slice(0, 4)}`.toUpperCase();
  if (!isDate(local.slice(0, 10)) || Number(local.slice(11, 13)) > 23 || Number(local.slice(14, 16)) > 59) {
    return undefined;
  }
  const instant = Date.parse(local + offset.toUpperCase());
  return Number.isNaN(instant) ? undefined : instant;
}

/** `2006-01-31`, a day that there is: Date takes 30 February for 2 March. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const instant = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(text);
}

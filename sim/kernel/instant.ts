/** A point of virtual time: milliseconds since the Unix epoch. */
export type Instant = number;

/** Japan is nine hours ahead of UTC all the year. */
export const japanOffsetMs = 9 * 3_600_000;

/** Prints an instant as people in Japan read it: `2026-04-01T09:00:00.000+09:00` (RFC 3339, no daylight saving). */
export function formatInstant(instant: Instant): string {
  return `${new Date(instant + japanOffsetMs).toISOString().slice(0, -1)}+09:00`;
}

/** Reads an RFC 3339 date-time; without an offset it is not one. Returns undefined for anything else. */
export function parseInstant(text: string): Instant | undefined {
  const [, local] = /^(\d{4}-\d\d-\d\dT\d\d:\d\d)(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:\d\d)$/.exec(text) ?? [];
  if (local === undefined) return undefined;
  // Date takes 30 February for 2 March and 24:00 for the next day.
  const localMs = Date.parse(`${local}Z`);
  if (Number.isNaN(localMs) || !new Date(localMs).toISOString().startsWith(local)) return undefined;
  const instant = Date.parse(text);
  return Number.isNaN(instant) ? undefined : instant;
}

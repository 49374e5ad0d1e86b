import { eventCatalogue, type RunEvent } from '#sim/events';

/** The events of one cell, in the order of their `seq`. */
export type RunLog = readonly RunEvent[];

export interface ReadLog {
  readonly events: RunEvent[];
  /** Lines that this version cannot tell: unknown types or another `v`. */
  readonly skipped: number;
  /** True when the last line stops in the middle: the run was killed while writing. */
  readonly isCutShort: boolean;
}

/** The text of events.ndjson: members in one order, so that two equal runs give the same bytes. */
export function printLog(events: RunLog): string {
  return events.map(({ v, seq, at, type, data }) => `${JSON.stringify({ v, seq, at, type, data })}\n`).join('');
}

/**
 * Reads events.ndjson, also one that a crash cut short: whatever stands in whole lines is told. Throws SyntaxError when
 * a line before the last is no JSON.
 */
export function parseLog(text: string): ReadLog {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const events: RunEvent[] = [];
  let [skipped, isCutShort] = [0, false];
  for (const [index, line] of lines.entries()) {
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch (error) {
      if (index < lines.length - 1 || text.endsWith('\n')) throw error;
      isCutShort = true;
      continue;
    }
    if (isKnown(value)) events.push(value);
    else skipped += 1;
  }
  return { events, skipped, isCutShort };
}

/** Only events that this version knows; logs of a later version may hold others. */
export function knownOnly(events: RunLog): RunLog {
  return events.filter(isKnown);
}

function isKnown(value: unknown): value is RunEvent {
  const { v, type, data } = (value ?? {}) as { v?: unknown; type?: unknown; data?: unknown };
  return v === 1 && typeof type === 'string' && Object.hasOwn(eventCatalogue, type) && typeof data === 'object';
}

import type { Instant } from './instant.ts';

/** The machine's clock. Only the edges may ask: the manifest of a run, the console. */
export function systemNow(): Instant {
  return Date.now();
}

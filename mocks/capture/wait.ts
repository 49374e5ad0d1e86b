import type { RunningWorld } from '#sim/kernel';
import { type CaptureQuery, type CaptureRecord, findCaptures } from '../mailbox/index.ts';

export interface WaitOptions {
  /** Of the machine's time: how long whoever asks wants to hold the line. */
  readonly timeoutMs: number;
  /** Ends the wait early. */
  readonly signal: AbortSignal;
}

/**
 * The newest capture that fits, as soon as there is one; undefined when the time is over. Nothing in the world moves by
 * it: somebody else has to send, or to let time pass.
 */
export function waitForCapture(
  world: RunningWorld,
  query: CaptureQuery,
  { timeoutMs, signal }: WaitOptions,
): Promise<CaptureRecord | undefined> {
  return new Promise((resolve) => {
    let version = -1;
    const end = (found: CaptureRecord | undefined): void => {
      watching[Symbol.dispose]();
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
      resolve(found);
    };
    const abort = (): void => end(undefined);
    const look = (): void => {
      const now = world.store.table('mailbox_message').version;
      if (now === version) return;
      version = now;
      const [found] = findCaptures(world, query, 1);
      if (found !== undefined) end(found);
    };
    const watching = world.watch(look);
    const timer = setTimeout(abort, timeoutMs);
    signal.addEventListener('abort', abort);
    if (signal.aborted) abort();
    else look();
  });
}

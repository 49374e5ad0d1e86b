/** Resolves after so long by the machine’s clock; at once when it is told that nobody waits any more. */
export function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/** Milliseconds of the machine, from any beginning. */
export function machineMs(): number {
  return performance.now();
}

/** Fails as `giveUp` does when the work takes longer; the work goes on behind everybody’s back. */
export async function within<Value>(ms: number, work: Promise<Value>, giveUp: () => never): Promise<Value> {
  const over = new AbortController();
  const late = pause(ms, over.signal).then(giveUp);
  try {
    return await Promise.race([work, late]);
  } finally {
    late.catch(() => undefined);
    over.abort();
  }
}

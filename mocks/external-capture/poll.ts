/** Between two looks at a server that tells nothing by itself. */
const pollMs = 250;

/** Settles after a moment of the machine's time, or as soon as nobody waits any more. */
export function nextLook(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, pollMs);
    signal.addEventListener('abort', end);
    if (signal.aborted) end();
  });
}

/** Ends with `signal`, and after that much of the machine's time. */
export function endingAfter(timeoutMs: number, signal: AbortSignal): AbortSignal {
  return AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
}

/** Loaded before a server that is measured: says over its IPC line how much heap it holds, collected, when it is asked. */
process.on('message', (asked) => {
  if (asked !== 'heap') return;
  globalThis.gc?.();
  globalThis.gc?.();
  process.send?.({ heapBytes: process.memoryUsage().heapUsed });
});
// The line alone must not keep a server from ending.
process.channel?.unref();

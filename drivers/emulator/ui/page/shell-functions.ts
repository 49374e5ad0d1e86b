type Answered = (id: number, isWell: boolean, value: unknown) => void;

/** Puts functions of the driver into the page, each a promise; what comes back takes their answers. */
export function defineFunctions(names: readonly string[]): Answered {
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  let last = 0;
  const { todokuCall } = globalThis as unknown as { todokuCall(payload: string): void };
  for (const name of names) {
    const call = (...given: unknown[]): Promise<unknown> => {
      last += 1;
      const asked = Promise.withResolvers<unknown>();
      waiting.set(last, asked);
      todokuCall(JSON.stringify({ id: last, name, given }));
      return asked.promise;
    };
    Object.defineProperty(globalThis, name, { value: call });
  }
  return (id, isWell, value) => {
    const asked = waiting.get(id);
    waiting.delete(id);
    if (isWell) asked?.resolve(value);
    else asked?.reject(new Error(String(value)));
  };
}

import { afterAll, afterEach, beforeAll, beforeEach, describe, type TestContext, test } from 'vitest';

type MochaTest = (this: { skip(): void }) => unknown;

/** Suites that were written for mocha take their words from the global object. */
export function speakMocha(): void {
  const it = (name: string, run: MochaTest): void => {
    test(name, async (context: TestContext) => {
      await run.call({ skip: () => context.skip() });
    });
  };
  Object.assign(globalThis, { describe, it, before: beforeAll, after: afterAll, beforeEach, afterEach });
}

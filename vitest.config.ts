import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{sim,mocks,scenarios,drivers,reports,cli,test,bench,tools}/**/*.test.ts'],
    // Tests load code by Node's own loader, as production does: what type stripping refuses fails here too.
    experimental: { viteModuleRunner: false },
    pool: 'threads',
    // Tests that start processes of their own need more than the usual 5 s on a busy machine; no test asserts a time.
    testTimeout: 30_000,
    env: { TZ: 'UTC', LANG: 'C.UTF-8' },
  },
});

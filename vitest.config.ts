import { defineConfig } from 'vitest/config';

const shared = {
  // Tests load code by Node's own loader, as production does: what type stripping refuses fails here too.
  experimental: { viteModuleRunner: false },
  pool: 'threads',
  // Tests that start processes of their own need more than the usual 5 s on a busy machine; no test asserts a time.
  testTimeout: 30_000,
  setupFiles: 'test/witness-stencils.ts',
  env: { TZ: 'UTC', LANG: 'C.UTF-8' },
} as const;

export default defineConfig({
  test: {
    // All cores: by default one is left idle, which of two is half.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          ...shared,
          name: 'modules',
          include: ['{sim,mocks,scenarios,drivers,reports,cli,bench,tools}/**/*.test.ts'],
          // Nothing here keeps state outside a world, so files share what a worker has loaded: four times as fast.
          isolate: false,
        },
      },
      { test: { ...shared, name: 'whole', include: ['test/**/*.test.ts'] } },
    ],
  },
});

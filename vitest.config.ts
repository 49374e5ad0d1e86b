import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{sim,mocks,scenarios,drivers,reports,cli,test,bench,tools}/**/*.test.ts'],
    // Tests load code by Node's own loader, as production does: what type stripping refuses fails here too.
    experimental: { viteModuleRunner: false },
    pool: 'threads',
    env: { TZ: 'UTC', LANG: 'C.UTF-8' },
  },
});

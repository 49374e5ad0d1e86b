import { join } from 'node:path';

/**
 * Builds the browser's side of the pages into `built/`: npm's `prepare`, and `npm run build`. Without vite (an install
 * without development packages) there is nothing to build with: the pages then say how to.
 */
const vite = await import('vite').catch(() => undefined);
if (vite === undefined) process.stderr.write('The pages were not built: vite is not installed.\n');
else await vite.build({ configFile: join(import.meta.dirname, '..', 'vite.config.ts') });

import { copyFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Builds the browser's side of the pages into `built/`: npm's `prepare`, and `npm run build`. Without vite (an install
 * without development packages) there is nothing to build with: the pages then say how to.
 */
const root = join(import.meta.dirname, '..');
const vite = await import('vite').catch(() => undefined);
if (vite === undefined) process.stderr.write('The pages were not built: vite is not installed.\n');
else {
  const { pages } = await import('../vite.config.ts');
  for (const page of pages) await vite.build({ configFile: false, ...page });
  copyApiReference();
}

/** The pages of the API reference are swagger-ui's own; copied, so that nobody who installs todoku installs its package. */
function copyApiReference(): void {
  const from = dirname(fileURLToPath(import.meta.resolve('swagger-ui-dist/package.json')));
  const to = join(root, 'built', 'api-reference');
  mkdirSync(to, { recursive: true });
  for (const name of [
    'swagger-ui.css',
    'swagger-ui-bundle.js',
    'favicon-32x32.png',
    'LICENSE',
    'NOTICE',
    'swagger-ui-bundle.js.LICENSE.txt',
  ]) {
    copyFileSync(join(from, name), join(to, name));
  }
}

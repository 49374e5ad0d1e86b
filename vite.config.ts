import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/**
 * The browser's side of the pages that phones show, built by `npm run build` (and by npm's `prepare`) into `built/`.
 * Names carry no hash: the same sources give the same files, and the server says what may be kept.
 */
export default defineConfig({
  root: at('mocks/mail-app/ui'),
  base: './',
  publicDir: false,
  logLevel: 'error',
  build: {
    outDir: at('built/mail-app'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: false,
    reportCompressedSize: false,
    rolldownOptions: {
      input: {
        'mail-app': at('mocks/mail-app/ui/mail-app.ts'),
        look: at('mocks/mail-app/ui/look.css'),
        fonts: fileURLToPath(import.meta.resolve('@fontsource-variable/noto-sans-jp/index.css')),
      },
      output: { entryFileNames: '[name].js', chunkFileNames: '[name].js', assetFileNames: '[name][extname]' },
    },
  },
});

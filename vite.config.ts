import { fileURLToPath } from 'node:url';
import type { InlineConfig } from 'vite';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const fonts = fileURLToPath(import.meta.resolve('@fontsource-variable/noto-sans-jp/index.css'));

/**
 * The browser's side of the pages that phones show, built by `npm run build` (and by npm's `prepare`) into `built/`.
 * Names carry no hash: the same sources give the same files, and the server says what may be kept.
 */
export const pages: readonly InlineConfig[] = [
  page('mocks/mail-app/ui', 'built/mail-app', { 'mail-app': 'mail-app.ts', look: 'look.css', fonts }),
  // An app that phones install: beside what is built stand its manifest, its icon and the page that it begins with.
  page('sim/app/ui', 'built/wallet-app', { 'wallet-app': 'wallet-app.ts', look: 'look.css', fonts }, 'sim/app/package'),
  page('mocks/app-store/ui', 'built/app-store', { look: 'look.css', fonts }),
  page('drivers/emulator/ui/system', 'built/handset', { system: 'system.ts', look: 'look.css', fonts }),
  // Scripts that the driver runs inside pages: each whole in itself.
  script('drivers/emulator/ui/agent', 'built/handset-agent', 'agent.ts'),
  script('drivers/emulator/ui/page', 'built/handset-page', 'page.ts'),
  script('drivers/emulator/ui', 'built/handset-bars', 'bars.ts'),
];

/** The pages in a folder: name of a built file → its source there; `beside` holds files that go along as they are. */
function page(
  folder: string,
  outDir: string,
  sources: Readonly<Record<string, string>>,
  beside?: string,
): InlineConfig {
  const input = Object.fromEntries(
    Object.entries(sources).map(([name, file]) => [name, file === fonts ? fonts : at(`${folder}/${file}`)]),
  );
  return {
    root: at(folder),
    base: './',
    publicDir: beside === undefined ? false : at(beside),
    logLevel: 'error',
    build: {
      outDir: at(outDir),
      emptyOutDir: true,
      assetsInlineLimit: 0,
      modulePreload: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input,
        output: { entryFileNames: '[name].js', chunkFileNames: '[name].js', assetFileNames: '[name][extname]' },
      },
    },
  };
}

/** One script without imports, as text that is run inside pages of others. */
function script(folder: string, outDir: string, source: string): InlineConfig {
  return {
    root: at(folder),
    publicDir: false,
    logLevel: 'error',
    build: {
      outDir: at(outDir),
      emptyOutDir: true,
      reportCompressedSize: false,
      rolldownOptions: {
        input: at(`${folder}/${source}`),
        output: { format: 'iife', name: 'todoku', entryFileNames: source.replace(/\.ts$/, '.js') },
      },
    },
  };
}

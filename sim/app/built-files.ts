import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The folder that `npm run build` writes the app into: what phones install, and what a browser loads. */
const usualFolder = fileURLToPath(new URL('../../built/wallet-app/', import.meta.url));

/** Where the built files lie; undefined when they were not built. */
export function builtFolder(folder: string = usualFolder): string | undefined {
  return existsSync(`${folder}wallet-app.js`) ? folder : undefined;
}

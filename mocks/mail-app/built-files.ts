import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The folder that `npm run build` writes the pages' scripts, styles and fonts into. */
const folder = fileURLToPath(new URL('../../built/mail-app/', import.meta.url));

/** Where the built files lie; undefined when they were not built. */
export function builtFolder(): string | undefined {
  return existsSync(`${folder}mail-app.js`) ? folder : undefined;
}

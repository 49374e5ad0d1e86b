import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ServiceError } from '#sim/errors';

/** The folder that `npm run build` writes the pages' scripts, styles and fonts into. */
const usualFolder = fileURLToPath(new URL('../../built/mail-app/', import.meta.url));

/** Where the built files lie; undefined when they were not built. */
export function builtFolder(folder: string = usualFolder): string | undefined {
  return existsSync(`${folder}mail-app.js`) ? folder : undefined;
}

/** For who cannot do without the pages. Throws ServiceError `pages-not-built`. */
export function requireBuiltPages(folder?: string): void {
  if (builtFolder(folder) === undefined) throw new ServiceError('pages-not-built');
}

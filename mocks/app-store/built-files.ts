import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The folder that `npm run build` writes the pages' styles and fonts into. */
const usualFolder = fileURLToPath(new URL('../../built/app-store/', import.meta.url));

/** Where the built files lie; undefined when they were not built: the pages then stand without their looks. */
export function builtFolder(folder: string = usualFolder): string | undefined {
  return existsSync(`${folder}look.css`) ? folder : undefined;
}

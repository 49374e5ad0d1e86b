import { mkdtempSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ServiceError } from '#sim/errors';

/** Writes a file as a whole or not at all; messages call it `name`. Throws ServiceError `file-exists`, `out-not-writable`. */
export function writeWhole(
  file: string,
  text: string | Uint8Array,
  { name, overwrite }: { readonly name: string; readonly overwrite: boolean },
): void {
  try {
    const found = statSync(file, { throwIfNoEntry: false });
    if (found !== undefined && !overwrite) throw new ServiceError('file-exists', { file: name });
    // A pipe or a device is written to and stays what it is.
    if (found?.isFile() === false) writeFileSync(file, text);
    else putInPlace(found === undefined ? file : realpathSync(file), text);
  } catch (error) {
    if (error instanceof ServiceError) throw error;
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new ServiceError('out-not-writable', { path: name, reason }, { cause: error });
  }
}

function putInPlace(file: string, text: string | Uint8Array): void {
  const temporary = mkdtempSync(join(dirname(file), '.todoku-'));
  try {
    const half = join(temporary, 'half');
    writeFileSync(half, text);
    renameSync(half, file);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ServiceError } from '#sim/errors';
import { writeWhole } from './write-whole.ts';

/** A message with the id that its server gave it. */
export interface ExportedMessage {
  readonly id: string;
  readonly data: Buffer;
}

/** Longer than any id; shorter than what file systems take. */
const nameCharactersMax = 120;

/**
 * Writes each message byte for byte as a file of its own, named by its id: nothing in a mail names a file. Returns the
 * names, below `folder` as it was given. Throws ServiceError `file-exists`, `out-not-writable`.
 */
export function exportMessages(
  messages: readonly ExportedMessage[],
  { folder, from, overwrite }: { readonly folder: string; readonly from: string; readonly overwrite: boolean },
): readonly string[] {
  try {
    mkdirSync(resolve(from, folder), { recursive: true });
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new ServiceError('out-not-writable', { path: folder, reason }, { cause: error });
  }
  return messages.map(({ id, data }) => {
    const name = join(folder, fileName(id));
    writeWhole(resolve(from, name), data, { name, overwrite });
    return name;
  });
}

/** `abc=@mailhog.example` is `abc__mailhog.example.eml` on every system. */
function fileName(id: string): string {
  const safe = id.replace(/[^\w.-]/g, '_').replace(/^\.+/, '_');
  return `${safe.slice(0, nameCharactersMax)}.eml`;
}

import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { formatOf, unbake } from '#sim/baking';
import { ServiceError } from '#sim/errors';
import { type BadgeDocument, readBadge } from '#sim/ob2';

/** Larger than any badge; what is larger is refused before it is read. */
const bytesMax = 16 * 1024 ** 2;

/**
 * The bytes of a file, or of standard input for `-`. Throws ServiceError `file-missing`, `file-unreadable`,
 * `badge-too-large`.
 */
export function readBytes(path: string, from: string): Buffer {
  try {
    if (path === '-') return readFileSync(0);
    const absolute = resolve(from, path);
    if (statSync(absolute).size > bytesMax) {
      throw new ServiceError('badge-too-large', { partJa: path, partEn: path, bytesMax });
    }
    return readFileSync(absolute);
  } catch (error) {
    if (error instanceof ServiceError) throw error;
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    if (reason === 'ENOENT' || reason === 'ENOTDIR') {
      throw new ServiceError('file-missing', { file: path }, { cause: error });
    }
    throw new ServiceError('file-unreadable', { file: path, reason }, { cause: error });
  }
}

/**
 * A badge or credential in a file: JSON, a signed text, or a picture with one of these in it. Throws ServiceError
 * `badge-credential-unfit`, what `readBytes` throws, and what is wrong with a picture.
 */
export function readBadgeFile(path: string, from: string): BadgeDocument {
  const bytes = readBytes(path, from);
  const badge = readBadge(isPicture(bytes) ? unbake(bytes).text : bytes.toString('utf8'));
  if (badge === undefined) throw new ServiceError('badge-credential-unfit');
  return badge;
}

/** Neither JSON nor a JWS begins like one. */
function isPicture(bytes: Uint8Array): boolean {
  try {
    formatOf(bytes);
    return true;
  } catch (error) {
    if (error instanceof ServiceError) return error.code === 'badge-too-large';
    throw error;
  }
}

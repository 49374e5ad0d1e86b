import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { ServiceError } from '#sim/errors';
import type { Fetch } from '#sim/kernel';
import { readRegularFile } from './scenario-files.ts';
import type { Terminal } from './terminal.ts';

/** More than any badge may have; what is too large for its kind is told by the verification. */
const bytesMax = 16 * 1024 ** 2;

/**
 * The bytes of a badge: of a file, of standard input for `-`, or of a URL whose host was named. Throws ServiceError
 * `file-missing`, `file-unreadable`, `file-irregular`, `badge-too-large`, `egress-…`, `badge-url-refused`.
 */
export async function badgeBytes(word: string, terminal: Terminal, fetch: Fetch | undefined): Promise<Uint8Array> {
  const bytes = await bytesOf(word, terminal, fetch);
  if (bytes.length > bytesMax) throw tooLarge();
  return bytes;
}

async function bytesOf(word: string, terminal: Terminal, fetch: Fetch | undefined): Promise<Uint8Array> {
  if (word === '-') return terminal.read(bytesMax);
  if (/^https?:\/\//i.test(word)) return bytesAt(word, fetch);
  const found = statSync(resolve(terminal.folder, word), { throwIfNoEntry: false });
  if (found !== undefined && found.size > bytesMax) throw tooLarge();
  return readRegularFile(word, terminal.folder).bytes;
}

async function bytesAt(url: string, fetch: Fetch | undefined): Promise<Uint8Array> {
  const host = URL.parse(url)?.hostname ?? '';
  if (fetch === undefined) throw new ServiceError('egress-not-named', { host });
  const accept = 'application/vc+ld+json, application/ld+json, application/json, image/png, image/svg+xml, text/plain';
  const { status, body } = await fetch(url, { headers: { accept } });
  if (status !== 200) throw new ServiceError('badge-url-refused', { host, status });
  return body;
}

function tooLarge(): ServiceError {
  return new ServiceError('badge-too-large', { partJa: 'ファイル', partEn: 'The file', bytesMax });
}

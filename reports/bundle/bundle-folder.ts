import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { getSystemErrorMessage } from 'node:util';
import { type Language, ServiceError } from '#sim/errors';
import { parseLog } from '../projections/index.ts';
import { type BundleContent, type BundledRun, bundleFiles, sha256, topLevelNames } from './layout.ts';
import { type Manifest, parseManifest } from './manifest.ts';

export interface WriteOptions {
  /** Whether a former bundle in the folder gives way. Anything else there never does. */
  readonly overwrite: boolean;
  /** Of junit.xml, and the one that report.html opens in: Japanese unless named. */
  readonly language?: Language;
}

export interface ReadBundle {
  readonly manifest: Manifest;
  readonly runs: readonly BundledRun[];
}

/**
 * Writes a bundle: built in a temporary folder beside the target, then renamed into place, so that nothing half-written
 * stays. The parents of the folder are made. Throws ServiceError `bundle-exists`, `out-not-empty`, `out-not-writable`.
 */
export function writeBundle(
  folder: string,
  content: BundleContent,
  { overwrite, language = 'ja' }: WriteOptions,
): void {
  const target = existsSync(folder) ? realpathSync(folder) : resolve(folder);
  const found = whatIsAt(target);
  refuse(found, overwrite);
  let temporary: string | undefined;
  try {
    mkdirSync(dirname(target), { recursive: true });
    temporary = mkdtempSync(join(dirname(target), `.${basename(target)}-`));
    // One folder further down: the temporary folder itself is readable by its owner only.
    const built = join(temporary, 'new');
    for (const { path, text } of bundleFiles(content, language)) {
      const file = join(built, ...path.split('/'));
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text, { flag: 'wx' });
    }
    putInPlace(built, target, join(temporary, 'old'));
  } catch (error) {
    throw writeError(error, target, overwrite);
  } finally {
    if (temporary !== undefined) rmSync(temporary, { recursive: true, force: true });
  }
}

type Found = 'nothing' | 'empty' | 'bundle' | 'other';

function whatIsAt(target: string): Found {
  try {
    return whatFolderHolds(target);
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT') return 'nothing';
    if (code === 'ENOTDIR' && isThere(target)) return 'other';
    throw notWritable(error);
  }
}

function whatFolderHolds(target: string): Found {
  const names = readdirSync(target);
  if (names.length === 0) return 'empty';
  // What a person put beside the files of a bundle is not ours to remove.
  if (!names.every((name) => topLevelNames.includes(name)) || !names.includes('manifest.json')) return 'other';
  const manifest = parseManifest(readFileSync(join(target, 'manifest.json'), 'utf8'));
  return manifest === 'format' ? 'other' : 'bundle';
}

function isThere(path: string): boolean {
  try {
    lstatSync(path);
    return true;
  } catch {
    return false;
  }
}

function refuse(found: Found, overwrite: boolean): void {
  if (found === 'other') throw new ServiceError('out-not-empty');
  if (found === 'bundle' && !overwrite) throw new ServiceError('bundle-exists');
}

/** A rename is one step of the file system: readers see the whole old bundle, nothing, or the whole new one. */
function putInPlace(built: string, target: string, aside: string): void {
  const found = whatIsAt(target);
  if (found === 'empty') rmdirSync(target);
  if (found !== 'bundle') {
    renameSync(built, target);
    return;
  }
  renameSync(target, aside);
  try {
    renameSync(built, target);
  } catch (error) {
    renameSync(aside, target);
    throw error;
  }
}

function writeError(error: unknown, target: string, overwrite: boolean): unknown {
  const code = errorCode(error);
  if (error instanceof ServiceError || code === undefined) return error;
  // Somebody else wrote to the same folder in the meantime.
  if (code === 'ENOTEMPTY' || code === 'EEXIST') {
    try {
      refuse(whatIsAt(target), overwrite);
    } catch (refusal) {
      return refusal;
    }
  }
  return notWritable(error);
}

/** The reason is the system's own text, without the path: a path may hold a person's name. */
function notWritable(error: unknown): ServiceError {
  const { errno } = error as { errno?: number };
  const text = errno === undefined ? '' : `: ${getSystemErrorMessage(errno) ?? ''}`;
  return new ServiceError('out-not-writable', { reason: `${errorCode(error) ?? 'error'}${text}` }, { cause: error });
}

function errorCode(error: unknown): string | undefined {
  const { code } = (error ?? {}) as { code?: unknown };
  return typeof code === 'string' && error instanceof Error && 'syscall' in error ? code : undefined;
}

/**
 * Reads a bundle by its manifest and checks the hash of each file. Throws ServiceError `bundle-unreadable` with the file
 * and why: `missing`, `altered`, `version`, `format`, or `outside` for a path that leads out of the folder.
 */
export function readBundle(folder: string): ReadBundle {
  const manifest = parseManifest(readInside(folder, 'manifest.json').toString('utf8'));
  if (typeof manifest === 'string') throw unreadable('manifest.json', manifest);
  const runs = manifest.scenarios.flatMap(({ scenario, cells }) =>
    cells.map(({ cell, seed, verdict, path, sha256: expected }): BundledRun => {
      const bytes = readInside(folder, path);
      if (sha256(bytes) !== expected) throw unreadable(path, 'altered');
      return { scenario, cell, seed, verdict, events: eventsOf(path, bytes) };
    }),
  );
  return { manifest, runs };
}

function eventsOf(path: string, bytes: Buffer): BundledRun['events'] {
  try {
    return parseLog(bytes.toString('utf8')).events;
  } catch {
    throw unreadable(path, 'format');
  }
}

/** Links are followed only as long as they stay in the folder. */
function readInside(folder: string, path: string): Buffer {
  try {
    const root = realpathSync(folder);
    const file = realpathSync(join(root, ...path.split('/')));
    if (!file.startsWith(root.endsWith(sep) ? root : root + sep)) throw unreadable(path, 'outside');
    return readFileSync(file);
  } catch (error) {
    if (error instanceof ServiceError || errorCode(error) === undefined) throw error;
    throw unreadable(path, 'missing', error);
  }
}

function unreadable(file: string, reason: string, cause?: unknown): ServiceError {
  return new ServiceError('bundle-unreadable', { file, reason }, { cause });
}

import {
  accessSync,
  constants,
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
import { type BundleContent, type BundledRun, bundleFiles, screensFolder, sha256, topLevelNames } from './layout.ts';
import { type Manifest, type ManifestProblem, parseManifest } from './manifest.ts';

/** Where a bundle goes. */
export interface Target {
  readonly folder: string;
  /** How messages call the folder: a path from the root may hold a person's name. */
  readonly name: string;
  /** Whether a former bundle there gives way. Anything else there never does. */
  readonly overwrite: boolean;
}

/** What is at a target now. */
type Found = 'nothing' | 'empty' | 'bundle' | 'other';

/**
 * Tries whether a bundle can be written, so that nothing is played in vain. Returns what is there. Throws ServiceError
 * `bundle-exists`, `out-not-empty`, `out-not-writable`.
 */
export function checkTarget(target: Target): Found {
  const folder = placeOf(target);
  const found = whatIsAt(folder, target);
  refuse(found, target);
  try {
    if (found !== 'nothing') accessSync(folder, constants.W_OK);
    // Permissions alone do not tell: a file system may be read-only or full.
    rmdirSync(mkdtempSync(join(nearestThere(dirname(folder)), '.todoku-')));
  } catch (error) {
    throw notWritable(error, target);
  }
  return found;
}

/** Without links, once it is there. */
function placeOf({ folder }: Target): string {
  return existsSync(folder) ? realpathSync(folder) : resolve(folder);
}

function nearestThere(folder: string): string {
  return existsSync(folder) || dirname(folder) === folder ? folder : nearestThere(dirname(folder));
}

/** Throws ServiceError `out-not-writable`. */
function whatIsAt(folder: string, target: Target): Found {
  try {
    return whatFolderHolds(folder);
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT') return 'nothing';
    if (code === 'ENOTDIR' && isThere(folder)) return 'other';
    throw notWritable(error, target);
  }
}

function whatFolderHolds(folder: string): Found {
  const names = readdirSync(folder);
  if (names.length === 0) return 'empty';
  // What a person put beside the files of a bundle is not ours to remove.
  if (!names.every((name) => topLevelNames.includes(name)) || !names.includes('manifest.json')) return 'other';
  const manifest = parseManifest(readFileSync(join(folder, 'manifest.json'), 'utf8'));
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

/** Throws ServiceError `bundle-exists`, `out-not-empty`. */
function refuse(found: Found, { name, overwrite }: Target): void {
  if (found === 'other') throw new ServiceError('out-not-empty', { folder: name });
  if (found === 'bundle' && !overwrite) throw new ServiceError('bundle-exists', { folder: name });
}

/** The reason is the system's own text, without its path. */
function notWritable(error: unknown, { name }: Pick<Target, 'name'>): unknown {
  const code = errorCode(error);
  if (code === undefined) return error;
  const { errno } = error as { errno?: number };
  const text = errno === undefined ? '' : `: ${getSystemErrorMessage(errno) ?? ''}`;
  return new ServiceError('out-not-writable', { path: name, reason: `${code}${text}` }, { cause: error });
}

/** Of an error of the system; undefined for any other. */
function errorCode(error: unknown): string | undefined {
  const { code } = (error ?? {}) as { code?: unknown };
  return typeof code === 'string' && error instanceof Error && 'syscall' in error ? code : undefined;
}

export interface WriteOptions {
  /** Whether a former bundle in the folder gives way. Anything else there never does. */
  readonly overwrite: boolean;
  /** Of junit.xml, and the one that report.html opens in: Japanese unless named. */
  readonly language?: Language;
  /** How messages call the folder: as it was given, unless named. */
  readonly name?: string;
}

/**
 * Writes a bundle: built in a temporary folder beside the target, then renamed into place, so that nothing half-written
 * stays. The parents of the folder are made. Throws ServiceError `bundle-exists`, `out-not-empty`, `out-not-writable`.
 */
export function writeBundle(
  folder: string,
  content: BundleContent,
  { overwrite, language = 'ja', name = folder }: WriteOptions,
): void {
  const target: Target = { folder, name, overwrite };
  const place = placeOf(target);
  refuse(whatIsAt(place, target), target);
  let temporary: string | undefined;
  try {
    mkdirSync(dirname(place), { recursive: true });
    temporary = mkdtempSync(join(dirname(place), `.${basename(place)}-`));
    // One folder further down: the temporary folder itself is readable by its owner only.
    const built = join(temporary, 'new');
    for (const { path, content: written } of bundleFiles(content, language)) {
      const file = join(built, ...path.split('/'));
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, written, { flag: 'wx' });
    }
    putInPlace(built, place, { target, aside: join(temporary, 'old') });
  } catch (error) {
    throw writeError(error, place, target);
  } finally {
    if (temporary !== undefined) rmSync(temporary, { recursive: true, force: true });
  }
}

/** A rename is one step of the file system: readers see the whole old bundle, nothing, or the whole new one. */
function putInPlace(
  built: string,
  place: string,
  { target, aside }: { readonly target: Target; readonly aside: string },
): void {
  const found = whatIsAt(place, target);
  if (found === 'empty') rmdirSync(place);
  if (found !== 'bundle') {
    renameSync(built, place);
    return;
  }
  renameSync(place, aside);
  try {
    renameSync(built, place);
  } catch (error) {
    renameSync(aside, place);
    throw error;
  }
}

function writeError(error: unknown, place: string, target: Target): unknown {
  const code = errorCode(error);
  if (error instanceof ServiceError || code === undefined) return error;
  // Somebody else wrote to the same folder in the meantime.
  if (code === 'ENOTEMPTY' || code === 'EEXIST') {
    try {
      refuse(whatIsAt(place, target), target);
    } catch (refusal) {
      return refusal;
    }
  }
  return notWritable(error, target);
}

export interface ReadBundle {
  readonly manifest: Manifest;
  readonly runs: readonly BundledRun[];
}

/** The folder of a bundle, and how messages call it. */
interface Source {
  readonly folder: string;
  readonly name: string;
}

const manifestFile = 'manifest.json';

/**
 * Reads a bundle by its manifest and checks the hash of each file. Throws ServiceError `bundle-missing`,
 * `bundle-incomplete`, `bundle-altered`, `bundle-version`, `bundle-format`, and `bundle-outside` for a path that leads
 * out of the folder.
 */
export function readBundle(folder: string, name = folder): ReadBundle {
  const source = { folder, name };
  const manifest = parseManifest(readInside(source, manifestFile).toString('utf8'));
  if (typeof manifest === 'string') throw unreadable(source, manifestFile, manifest);
  const runs = manifest.scenarios.flatMap(({ scenario, file, cells }) =>
    cells.map(({ cell, lane, seed, verdict, path, sha256: expected, screens }): BundledRun => {
      const events = eventsOf(source, path, readWhole(source, path, expected));
      const pictures = screens?.map(({ name: screen, sha256: own }): [string, Uint8Array] => {
        return [screen, readWhole(source, `${dirname(path)}/${screensFolder}/${screen}`, own)];
      });
      return {
        scenario,
        ...(file !== undefined && { file }),
        cell,
        seed,
        verdict,
        events,
        ...(lane !== undefined && { lane }),
        ...(pictures !== undefined && { pictures: new Map(pictures) }),
      };
    }),
  );
  return { manifest, runs };
}

function readWhole(source: Source, path: string, expected: string): Buffer {
  const bytes = readInside(source, path);
  if (sha256(bytes) !== expected) throw unreadable(source, path, 'altered');
  return bytes;
}

function eventsOf(source: Source, path: string, bytes: Buffer): BundledRun['events'] {
  try {
    return parseLog(bytes.toString('utf8')).events;
  } catch {
    throw unreadable(source, path, 'format');
  }
}

/** Links are followed only as long as they stay in the folder. */
function readInside(source: Source, path: string): Buffer {
  try {
    const root = realpathSync(source.folder);
    const file = realpathSync(join(root, ...path.split('/')));
    if (!file.startsWith(root.endsWith(sep) ? root : root + sep)) throw unreadable(source, path, 'outside');
    return readFileSync(file);
  } catch (error) {
    if (error instanceof ServiceError || errorCode(error) === undefined) throw error;
    if (path === manifestFile) throw new ServiceError('bundle-missing', { folder: source.name }, { cause: error });
    throw new ServiceError('bundle-incomplete', { folder: source.name, file: path }, { cause: error });
  }
}

function unreadable({ name: folder }: Source, file: string, problem: ManifestProblem | 'altered'): ServiceError {
  switch (problem) {
    case 'altered':
      return new ServiceError('bundle-altered', { folder, file });
    case 'version':
      return new ServiceError('bundle-version', { folder });
    case 'format':
      return new ServiceError('bundle-format', { folder, file });
    case 'outside':
      return new ServiceError('bundle-outside', { folder, file });
  }
}

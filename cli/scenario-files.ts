import { globSync, readFileSync, realpathSync, type Stats, statSync } from 'node:fs';
import { join, normalize, relative, resolve, sep } from 'node:path';
import { ServiceError } from '#sim/errors';

/** A scenario file as it lies on the disk; `file` is how messages and events call it. */
export interface ScenarioFile {
  readonly file: string;
  readonly text: string;
}

/** Where the project's own scenarios are. */
export const libraryFolder = join(import.meta.dirname, '..', 'scenarios', 'library');
const libraryName = 'scenarios/library/';

/** The scenario files under a folder, at any depth, in the order of their names. */
function scenariosUnder(path: string, from: string): string[] {
  return globSync('**/*.{yaml,yml}', { cwd: resolve(from, path) })
    .map((name) => join(path, name))
    .sort();
}

export function libraryPaths(): string[] {
  return scenariosUnder(libraryFolder, libraryFolder);
}

/** Whether a word names a file or a folder, not an id, a section or a tag. */
export function isPath(word: string): boolean {
  return /[\\/]|\.ya?ml$/i.test(word);
}

/**
 * The scenario files that a path means, below it as it was given: itself, or all under a folder. Throws ServiceError
 * `file-missing`, `file-unreadable`, `folder-without-scenarios`.
 */
export function pathsAt(path: string, from: string): string[] {
  if (!statsOf(path, from).isDirectory()) return [path];
  const found = scenariosUnder(path, from);
  if (found.length === 0) throw new ServiceError('folder-without-scenarios', { folder: path });
  return found;
}

/** Throws ServiceError `file-missing`, `file-unreadable`, `file-irregular`. */
export function readScenarioFile(path: string, from: string): ScenarioFile {
  const { absolute, bytes } = readRegularFile(path, from);
  return { file: nameOf(path, absolute), text: bytes.toString('utf8') };
}

/** What lies in a file, and where that really is. Throws ServiceError `file-missing`, `file-unreadable`, `file-irregular`. */
export function readRegularFile(path: string, from: string): { readonly absolute: string; readonly bytes: Buffer } {
  // Reading a pipe would wait for ever.
  if (!statsOf(path, from).isFile()) throw new ServiceError('file-irregular', { file: path });
  try {
    const absolute = realpathSync(resolve(from, path));
    return { absolute, bytes: readFileSync(absolute) };
  } catch (error) {
    throw unreadable(path, error);
  }
}

/**
 * A file of the library is called the same wherever todoku is started, because events hold the name; a file of one's own
 * as it was given, and never like one of the library.
 */
function nameOf(path: string, absolute: string): string {
  if (absolute.startsWith(libraryFolder + sep)) return libraryName + slashed(relative(libraryFolder, absolute));
  const name = slashed(normalize(path));
  return isLibraryFile(name) ? `./${name}` : name;
}

/** Whether a scenario's file, as events call it, is one of the library. */
export function isLibraryFile(file: string): boolean {
  return file.startsWith(libraryName);
}

function slashed(path: string): string {
  return path.replaceAll(sep, '/');
}

function statsOf(path: string, from: string): Stats {
  try {
    return statSync(resolve(from, path));
  } catch (error) {
    throw unreadable(path, error);
  }
}

function unreadable(file: string, error: unknown): ServiceError {
  const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  if (reason === 'ENOENT' || reason === 'ENOTDIR') return new ServiceError('file-missing', { file }, { cause: error });
  return new ServiceError('file-unreadable', { file, reason }, { cause: error });
}

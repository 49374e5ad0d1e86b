import { globSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { ServiceError } from '#sim/errors';

/** A scenario file as it lies on the disk; `file` is how messages call it. */
export interface ScenarioFile {
  readonly file: string;
  readonly text: string;
}

/** Where the project's own scenarios are. */
export const libraryFolder = join(import.meta.dirname, '..', 'scenarios', 'library');

/** The scenario files under a folder, at any depth, in the order of their names. */
function scenariosUnder(folder: string): string[] {
  return globSync('**/*.{yaml,yml}', { cwd: folder })
    .map((path) => join(folder, path))
    .sort();
}

export function libraryPaths(): string[] {
  return scenariosUnder(libraryFolder);
}

/** Whether a word names a file or a folder, not an id, a section or a tag. */
export function isPath(word: string): boolean {
  return /[\\/]|\.ya?ml$/i.test(word);
}

/** The scenario files that a path means: itself, or all under a folder. Throws ServiceError `file-unreadable`. */
export function pathsAt(path: string, from: string): string[] {
  const absolute = resolve(from, path);
  try {
    if (!statSync(absolute).isDirectory()) return [absolute];
  } catch (error) {
    throw unreadable(path, error);
  }
  const found = scenariosUnder(absolute);
  if (found.length === 0) throw new ServiceError('file-unreadable', { file: path, reason: '*.yaml: 0' });
  return found;
}

/** Throws ServiceError `file-unreadable`. */
export function readScenarioFile(absolute: string, from: string): ScenarioFile {
  const file = relative(from, absolute);
  try {
    return { file: file === '' || file.startsWith('..') ? absolute : file, text: readFileSync(absolute, 'utf8') };
  } catch (error) {
    throw unreadable(file, error);
  }
}

function unreadable(file: string, error: unknown): ServiceError {
  const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return new ServiceError('file-unreadable', { file, reason }, { cause: error });
}

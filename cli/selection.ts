import { basename } from 'node:path';
import type { Scenario } from '#scenarios/language';
import { ServiceError } from '#sim/errors';
import { didYouMean } from './did-you-mean.ts';
import { readLibrary, readScenarios } from './library.ts';
import { isPath, libraryPaths, pathsAt } from './scenario-files.ts';

/** The part of a scenario that a word can mean. */
export type Selectable = Pick<Scenario, 'id' | 'manual' | 'tags'>;

/** `2.2` of `S-2.2-01`; empty for an id of another shape. */
export function sectionOf({ id }: Pick<Scenario, 'id'>): string {
  return /^S-(\d+\.\d+)-/.exec(id)?.[1] ?? '';
}

/** Whether a word means a scenario: its id, the beginning of it (`2`, `2.2`, `S-2.2`), a section that it plays, or a tag. */
export function means(word: string, { id, manual, tags }: Selectable): boolean {
  const asked = word.toLowerCase();
  const own = id.toLowerCase();
  const begin = asked.replace(/^s-/, '');
  return (
    own === asked ||
    (/^\d/.test(begin) && [`s-${begin}-`, `s-${begin}.`].some((start) => own.startsWith(start))) ||
    manual.includes(begin.replace('.', '-')) ||
    tags.some((tag) => tag.toLowerCase() === asked)
  );
}

/** The scenarios that the words mean, each once, in the order of the library. Throws ServiceError `selection-unknown`. */
export function select<Given extends Selectable>(words: readonly string[], library: readonly Given[]): Given[] {
  for (const word of words) {
    if (library.some((scenario) => means(word, scenario))) continue;
    const sections = library.map(({ id }) => sectionOf({ id })).filter((section) => section !== '');
    const known = [...library.map(({ id }) => id), ...sections, ...library.flatMap(({ tags }) => tags)];
    throw new ServiceError('selection-unknown', { given: word, nearest: didYouMean(word, [...new Set(known)]) });
  }
  return library.filter((scenario) => words.some((word) => means(word, scenario)));
}

/**
 * The scenarios that a command is given by words: files and folders are read, the rest means scenarios of the library.
 * Throws ServiceError `selection-unknown`, `file-unreadable`, and what is wrong with a file.
 */
export function scenariosOf(words: readonly string[], from: string): Scenario[] {
  const files = words.filter(isPath);
  const others = words.filter((word) => !isPath(word));
  const read = readScenarios([...new Set(files.flatMap((file) => pathsAt(file, from)))], from);
  // A file is named by its id: for ids nothing else need be read, nor be right.
  const byId = libraryPaths().filter((path) => others.some((word) => namesFile(word, path)));
  if (others.every((word) => byId.some((path) => namesFile(word, path))))
    return [...read, ...readScenarios(byId, from)];
  return [...read, ...select(others, readLibrary(from))];
}

function namesFile(word: string, path: string): boolean {
  return basename(path, '.yaml').toLowerCase() === word.toLowerCase();
}

export function isCore({ stated }: Pick<Scenario, 'stated'>): boolean {
  return stated === 'manual';
}

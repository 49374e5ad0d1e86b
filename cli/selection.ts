import { basename, resolve } from 'node:path';
import type { Scenario } from '#scenarios/language';
import { ServiceError } from '#sim/errors';
import { providersOf } from './cell-providers.ts';
import type { Options } from './command.ts';
import { didYouMean, withNearest } from './did-you-mean.ts';
import { readLibrary, readScenarios } from './library.ts';
import { providerCalled } from './provider-names.ts';
import { isPath, libraryPaths, pathsAt } from './scenario-files.ts';
import { isInTitle } from './title-words.ts';

/** The part of a scenario that a word can mean. */
export interface Selectable extends Pick<Scenario, 'id' | 'manual' | 'tags'> {
  readonly title?: Scenario['title'];
  /** Where its students have their mail. */
  readonly providers?: readonly string[];
}

/** `2.2` of `S-2.2-01`; empty for an id of another shape. */
export function sectionOf({ id }: Pick<Scenario, 'id'>): string {
  return /^S-(\d+\.\d+)-/.exec(id)?.[1] ?? '';
}

/**
 * Whether a word means a scenario: its id, the beginning of it (`2`, `2.2`, `S-2.2`), a section that it plays, a tag, a
 * mail provider as people call it, or words of its title in either language.
 */
export function means(word: string, { id, manual, tags, title, providers = [] }: Selectable): boolean {
  const asked = word.toLowerCase();
  const own = id.toLowerCase();
  const begin = asked.replace(/^s-/, '');
  const provider = providerCalled(word);
  return (
    own === asked ||
    (/^\d/.test(begin) && [`s-${begin}-`, `s-${begin}.`].some((start) => own.startsWith(start))) ||
    manual.includes(begin.replace('.', '-')) ||
    tags.some((tag) => tag.toLowerCase() === asked) ||
    (provider !== undefined && providers.includes(provider)) ||
    (title !== undefined && isInTitle(word, title))
  );
}

/** The scenarios that the words mean, each once, in the order of the library. Throws ServiceError `selection-unknown`. */
export function select<Given extends Selectable>(words: readonly string[], library: readonly Given[]): Given[] {
  for (const word of words) {
    if (library.some((scenario) => means(word, scenario))) continue;
    const sections = library.map(({ id }) => sectionOf({ id })).filter((section) => section !== '');
    const others = library.flatMap(({ tags, providers = [] }) => [...tags, ...providers]);
    const known = new Set([...library.map(({ id }) => id), ...sections, ...others]);
    throw withNearest(new ServiceError('selection-unknown', { given: word }), didYouMean(word, [...known]));
  }
  return library.filter((scenario) => words.some((word) => means(word, scenario)));
}

/** What a command plays: what its words mean, else `--all`, else what the manual states. Throws as {@link scenariosOf}. */
export function chosenScenarios(words: readonly string[], options: Options, from: string): Scenario[] {
  if (words.length > 0) return scenariosOf(words, from);
  const library = readLibrary(from);
  return options.has('all') ? library : library.filter(isCore);
}

/**
 * The scenarios that a command is given by words: files and folders are read, the rest means scenarios of the library.
 * Throws ServiceError `selection-unknown`, `file-missing`, `file-irregular`, and what is wrong with a file.
 */
export function scenariosOf(words: readonly string[], from: string): Scenario[] {
  const others = words.filter((word) => !isPath(word));
  const paths = new Map(
    words
      .filter(isPath)
      .flatMap((word) => pathsAt(word, from))
      .map((path) => [resolve(from, path), path] as const),
  );
  const read = readScenarios([...paths.values()], from);
  // A file is named by its id: for ids nothing else need be read, nor be right.
  const byId = libraryPaths().filter((path) => others.some((word) => namesFile(word, path)));
  if (others.every((word) => byId.some((path) => namesFile(word, path))))
    return [...read, ...readScenarios(byId, from)];
  const library = readLibrary(from).map((scenario) => ({ ...scenario, providers: providersOf(scenario) }));
  return [...read, ...select(others, library)];
}

function namesFile(word: string, path: string): boolean {
  return basename(path, '.yaml').toLowerCase() === word.toLowerCase();
}

export function isCore({ stated }: Pick<Scenario, 'stated'>): boolean {
  return stated === 'manual';
}

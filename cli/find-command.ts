import { ServiceError } from '#sim/errors';
import type { ListedCommand } from './command.ts';
import { didYouMean, withNearest } from './did-you-mean.ts';

/**
 * The command that words begin with: a name has one word or, in a group such as `mail`, two.
 * Throws ServiceError `command-unknown`.
 */
export function findCommand(words: readonly string[], commands: readonly ListedCommand[]): ListedCommand {
  const [first = '', second] = words;
  const given = second !== undefined && groupOf(first, commands).length > 0 ? `${first} ${second}` : first;
  const found = commands.find(({ name }) => name === given);
  if (found !== undefined) return found;
  const names = commands.flatMap(({ name }) => [name, name.replace(/ .*/, '')]);
  const nearest = didYouMean(given, [...new Set(names)]);
  throw withNearest(new ServiceError('command-unknown', { given }), nearest);
}

/** The commands whose names begin with a word and go on. */
export function groupOf(word: string, commands: readonly ListedCommand[]): readonly ListedCommand[] {
  return commands.filter(({ name }) => name.startsWith(`${word} `));
}

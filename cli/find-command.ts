import { ServiceError } from '#sim/errors';
import type { ListedCommand } from './command.ts';
import { didYouMean, withNearest } from './did-you-mean.ts';

/** Throws ServiceError `command-unknown`. */
export function findCommand(given: string, commands: readonly ListedCommand[]): ListedCommand {
  const found = commands.find(({ name }) => name === given);
  if (found !== undefined) return found;
  const nearest = didYouMean(
    given,
    commands.map(({ name }) => name),
  );
  throw withNearest(new ServiceError('command-unknown', { given }), nearest);
}

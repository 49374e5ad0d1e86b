import type { Cell } from '#scenarios/runner';
import { ServiceError } from '#sim/errors';
import type { Options } from './command.ts';
import { plan } from './plan.ts';
import { scenariosOf } from './selection.ts';

/**
 * The one scenario that a word means, and of its cells the first that `--cell` fits. Throws ServiceError
 * `selection-ambiguous`, `cell-unknown`, and what reading a scenario throws.
 */
export function oneCell(word: string, options: Options, from: string): Cell {
  const scenarios = scenariosOf([word], from);
  if (scenarios.length > 1) {
    throw new ServiceError('selection-ambiguous', { given: word, ids: scenarios.map(({ id }) => id).join(', ') });
  }
  const [cell] = plan(scenarios, options);
  if (cell === undefined) throw new TypeError(`${word} has no cell`);
  return cell;
}

import type { Scenario } from '#scenarios/language';
import { type Cell, planCells } from '#scenarios/runner';
import { ServiceError } from '#sim/errors';
import { fits, providersOf } from './cell-providers.ts';
import type { Options } from './command.ts';
import { didYouMean, withNearest } from './did-you-mean.ts';

/** The cells to play, by `--cell` and `--seed`. Throws ServiceError `cell-unknown` when `--cell` fits none. */
export function plan(scenarios: readonly Scenario[], options: Options): Cell[] {
  const asked = options.text('cell');
  const all = planCells(scenarios, { seed: options.number('seed') });
  if (asked === undefined) return all;
  const cells = all.filter(({ scenario, row }) => fits(scenario, row, asked));
  if (cells.length > 0) return cells;
  const providers = scenarios.flatMap(providersOf).map((provider) => `provider=${provider}`);
  const known = new Set([...all.map(({ name }) => name), ...providers]);
  throw withNearest(new ServiceError('cell-unknown', { cell: asked }), didYouMean(asked, [...known]));
}

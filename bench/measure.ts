import { performance } from 'node:perf_hooks';

/** Median, minimum and maximum of some runs, in the unit that the runs were given in. */
export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

export function spread(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (index: number): number => sorted[index] ?? Number.NaN;
  return { median: at(Math.floor((sorted.length - 1) / 2)), min: at(0), max: at(sorted.length - 1) };
}

/** Milliseconds that one call takes. */
export async function timed(run: () => unknown): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

export function print({ median, min, max }: Spread, unit: string, digits = 2): string {
  return `${median.toFixed(digits)} ${unit} (${min.toFixed(digits)} … ${max.toFixed(digits)})`;
}

import type { ServiceError } from '#sim/errors';

/** Letters to put in, take out, replace or swap with their neighbour to make one text of the other. */
function distance(left: string, right: string): number {
  const rows: number[][] = [Array.from({ length: right.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= left.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= right.length; j += 1) {
      const replaced = (rows[i - 1]?.[j - 1] ?? 0) + (left[i - 1] === right[j - 1] ? 0 : 1);
      let best = Math.min(replaced, (rows[i - 1]?.[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
      if (i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1]) {
        best = Math.min(best, (rows[i - 2]?.[j - 2] ?? 0) + 1);
      }
      row.push(best);
    }
    rows.push(row);
  }
  return rows[left.length]?.[right.length] ?? 0;
}

const mostLetters = 60;

/** What was probably meant, nearest first, at most three; empty when nothing is near. */
export function didYouMean(given: string, known: readonly string[]): string {
  const meant = given.slice(0, mostLetters).toLowerCase();
  const ranked = known
    .map((name) => ({ name, far: distance(meant, name.slice(0, mostLetters).toLowerCase()) }))
    .sort((a, b) => a.far - b.far || (a.name < b.name ? -1 : 1));
  const nearest = ranked[0]?.far ?? 0;
  const near = ranked.filter(({ name, far }) => far <= nearest + 1 && (far <= meant.length / 2 || begins(name, meant)));
  return near
    .slice(0, 3)
    .map(({ name }) => name)
    .join(', ');
}

function begins(name: string, meant: string): boolean {
  return meant !== '' && name.toLowerCase().startsWith(meant);
}

/** An error that is told with what was probably meant, if anything is near. */
export function withNearest(error: ServiceError, nearest: string): ServiceError {
  return Object.assign(error, { nearest });
}

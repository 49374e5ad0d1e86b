/** Insertions, deletions, substitutions and swaps of neighbours that turn one text into the other, up to `max` + 1. */
function editDistance(from: string, to: string, max: number): number {
  if (Math.abs(from.length - to.length) > max) return max + 1;
  const rows: number[][] = [Array.from({ length: to.length + 1 }, (_, j) => j)];
  const at = (i: number, j: number): number => rows[i]?.[j] ?? max + 1;
  for (let i = 1; i <= from.length; i += 1) {
    const row = [i];
    rows.push(row);
    for (let j = 1; j <= to.length; j += 1) {
      const cost = from[i - 1] === to[j - 1] ? 0 : 1;
      let best = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + cost);
      if (i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]) {
        best = Math.min(best, at(i - 2, j - 2) + 1);
      }
      row.push(best);
    }
  }
  return Math.min(at(from.length, to.length), max + 1);
}

/** The candidate that the text was most likely meant to be; undefined when none is near. `slipsMax` bounds by candidate. */
export function didYouMean(
  text: string,
  candidates: readonly string[],
  slipsMax: (candidate: string) => number,
): string | undefined {
  // A name of a thousand characters is no slip of a short one: keeps the table small.
  if (text.length > 100) return undefined;
  let found: { candidate: string; distance: number } | undefined;
  for (const candidate of candidates) {
    const max = slipsMax(candidate);
    const distance = editDistance(text, candidate, max);
    if (distance <= max && (found === undefined || distance < found.distance)) found = { candidate, distance };
  }
  return found?.candidate;
}

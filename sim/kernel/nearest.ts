/** How many single-letter changes (one put in, taken out, replaced) make one text of the other. */
function editDistance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...left].entries()) {
    const next = [i + 1];
    for (let j = 1; j <= right.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (right[j - 1] === letter ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[right.length] ?? 0;
}

/** What a person most likely meant; of equally near ones the first, and `fallback` when nothing is more like it than not. */
export function nearest(text: string, known: readonly string[], fallback: string): string {
  // Only the head counts: nobody mistypes a name into a text of thousands of letters.
  const meant = text.slice(0, 80).toLowerCase();
  let best = fallback;
  let bestDistance = Number.POSITIVE_INFINITY;
  const isLike = (candidate: string, distance: number): boolean =>
    distance <= Math.max(1, Math.max(meant.length, candidate.length) / 2);
  for (const candidate of known) {
    const distance = editDistance(meant, candidate.toLowerCase());
    if (distance < bestDistance && isLike(candidate, distance)) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

import { hierarchyDelimiter } from './folder-names.ts';

/**
 * Whether a name fits a pattern of LIST: `*` is anything, `%` anything within one level. All places that the pattern
 * may have come to are kept at once, so that no pattern takes longer than its length times the name's.
 * https://www.rfc-editor.org/rfc/rfc9051#section-6.3.9
 */
export function fitsPattern(name: string, pattern: string): boolean {
  let places = skipped(new Set([0]), pattern);
  for (const character of name) {
    const next = new Set<number>();
    for (const place of places) {
      const wanted = pattern.charAt(place);
      const isWild = wanted === '*' || (wanted === '%' && character !== hierarchyDelimiter);
      if (isWild) next.add(place);
      else if (wanted === character) next.add(place + 1);
    }
    places = skipped(next, pattern);
  }
  return places.has(pattern.length);
}

/** Wildcards may stand for nothing. */
function skipped(places: Set<number>, pattern: string): Set<number> {
  for (const place of places) if ('*%'.includes(pattern.charAt(place) || '-')) places.add(place + 1);
  return places;
}

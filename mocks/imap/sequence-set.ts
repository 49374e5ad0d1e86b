import { bad } from './refusal.ts';

/** Ranges of numbers, each from the smaller to the larger; `*` is the largest there is. */
type Ranges = readonly (readonly [from: number, to: number])[];

/** https://www.rfc-editor.org/rfc/rfc9051#section-9 : `seq-range`; 4:2 is 2:4. */
export function rangesOf(set: string, largest: number): Ranges {
  return set.split(',').map((range) => {
    const [from, to] = range.split(':').map((number) => endOf(number, largest));
    if (from === undefined || range.split(':').length > 2) throw bad('no sequence set');
    return from <= (to ?? from) ? [from, to ?? from] : [to ?? from, from];
  });
}

function endOf(number: string, largest: number): number {
  if (number === '*') return largest;
  if (!/^[1-9]\d{0,9}$/.test(number)) throw bad('no sequence set');
  return Number(number);
}

/** The numbers of an ascending list that lie in one of the ranges. */
export function within(numbers: readonly number[], ranges: Ranges): number[] {
  const sorted = ranges.toSorted(([a], [b]) => a - b);
  let next = 0;
  let to = 0;
  return numbers.filter((number) => {
    for (let range = sorted[next]; range !== undefined && range[0] <= number; range = sorted[next]) {
      to = Math.max(to, range[1]);
      next += 1;
    }
    return number <= to;
  });
}

/** Ascending numbers as a sequence set: `1:3,7`. */
export function sequenceSetOf(numbers: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last !== undefined && number === last[1] + 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}:${to}`)).join(',');
}

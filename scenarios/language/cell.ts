import type { Json } from '#sim/kernel';
import type { Row } from '../library/cast/index.ts';

/** `,` and `=` separate, `%` escapes; what would break a line or an argument is escaped too. */
function escaped(value: Json): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  return String(value).replace(/[%,=\u0000-\u001f\u007f]/g, (character) => encodeURIComponent(character));
}

/** `provider=docomo,delay=1d`, as `--cell` takes it; the empty text for a scenario without a matrix. */
export function cellName(row: Row): string {
  return Object.entries(row)
    .map(([column, value]) => `${column}=${escaped(value)}`)
    .join(',');
}

/** Whether a row has every value that the selector names: `provider=docomo` or `a=1,b=2`. The empty one matches all. */
export function matchesCell(row: Row, selector: string): boolean {
  if (selector === '') return true;
  const own = new Set(Object.entries(row).map(([column, value]) => `${column}=${escaped(value)}`));
  return selector.split(',').every((pair) => own.has(pair.trimStart()));
}

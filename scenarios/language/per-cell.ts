import type { Bilingual } from '#sim/errors';
import type { Json } from '#sim/kernel';
import { nameOf } from '../library/cast/index.ts';

/** `組み合わせごと: mode` for `$mode`, whose value each cell gives; undefined for a value that stands in the file. */
export function perCell(value: Json | undefined): Bilingual | undefined {
  const name = nameOf(value);
  return name === undefined ? undefined : { ja: `組み合わせごと: ${name}`, en: `per cell: ${name}` };
}

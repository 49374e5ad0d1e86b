import type { Json } from '#sim/kernel';

/** The values that one cell gives to the matrix columns: strings, numbers and booleans. */
export type Row = Readonly<Record<string, Json>>;

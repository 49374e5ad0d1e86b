import type { Json } from '#sim/kernel';

/** Where something stands in a file; both count from 1, columns in UTF-16 units as editors do. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** A value of the file, with the places of all its parts. */
export interface Located {
  readonly value: Json;
  readonly place: Place;
  /** As it is written, when it is a scalar without quotes. */
  readonly source?: string;
  /** Of a mapping, in order. */
  readonly members?: ReadonlyMap<string, Member>;
  /** Of a sequence. */
  readonly items?: readonly Located[];
}

export interface Member {
  readonly key: Place;
  readonly node: Located;
}

/** A part of a mapping or sequence by its key or index. */
export function partOf(node: Located, key: string): Located | undefined {
  return node.members?.get(key)?.node ?? node.items?.[Number(key)];
}

/** The node, or an empty mapping where nothing is written: `key:` and `key: {}` say the same. */
export function orEmpty(node: Located): Located {
  const isEmpty = node.value === null || node.value === '';
  return isEmpty ? { value: {}, place: node.place, members: new Map() } : node;
}

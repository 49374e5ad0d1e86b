import { isPinned } from './contexts.ts';

/** What two documents share when JSON-LD treats them alike, and the texts in which they may differ. */
export interface DocumentShape {
  readonly key: string;
  /** In the order in which `markedCopy` meets them. */
  readonly texts: readonly string[];
}

/** Members whose texts are words of a vocabulary: they may change what JSON-LD does, so they are part of the shape. */
const wordMembers: ReadonlySet<string> = new Set([
  '@context',
  'type',
  'cryptosuite',
  'proofPurpose',
  'achievementType',
  'identityType',
  'statusPurpose',
  'resultType',
  'status',
]);

/**
 * The shape of a document: members and their order, lengths of lists, everything that is no text, and the words of
 * vocabularies. Undefined for what a stencil cannot vouch for: contexts that are not pinned, or stand inside or
 * deeper; other keywords; what JSON has no single spelling for.
 */
export function shapeOf(document: object): DocumentShape | undefined {
  const texts: string[] = [];
  const key = membersOf(document, texts, true);
  return key === undefined ? undefined : { key, texts };
}

function spell(value: unknown, texts: string[]): string | undefined {
  switch (typeof value) {
    case 'string':
      if (!value.isWellFormed()) return undefined;
      texts.push(value);
      return '$';
    case 'number':
      // JSON prints -0 as 0, and infinities as null.
      return Number.isFinite(value) && !Object.is(value, -0) ? String(value) : undefined;
    case 'boolean':
      return String(value);
    case 'object':
      if (value === null) return 'null';
      return Array.isArray(value) ? itemsOf(value, texts) : membersOf(value, texts, false);
    default:
      return undefined;
  }
}

function itemsOf(list: readonly unknown[], texts: string[]): string | undefined {
  let key = '[';
  for (const item of list) {
    const spelt = spell(item, texts);
    if (spelt === undefined) return undefined;
    key += `${spelt},`;
  }
  return `${key}]`;
}

function membersOf(value: object, texts: string[], isRoot: boolean): string | undefined {
  if (Object.getPrototypeOf(value) !== Object.prototype) return undefined;
  let key = '{';
  for (const name of Object.keys(value)) {
    const member = (value as Readonly<Record<string, unknown>>)[name];
    const spelt = wordMembers.has(name) ? wordsOf(name, member, isRoot) : otherMember(name, member, texts);
    if (spelt === undefined) return undefined;
    key += spelt;
  }
  return `${key}}`;
}

function otherMember(name: string, member: unknown, texts: string[]): string | undefined {
  if (!/^\w+$/.test(name) || name === '__proto__') return undefined;
  const spelt = spell(member, texts);
  return spelt === undefined ? undefined : `${name}:${spelt},`;
}

function wordsOf(name: string, member: unknown, isRoot: boolean): string | undefined {
  const words: readonly unknown[] = Array.isArray(member) ? member : [member];
  if (!words.every((word) => typeof word === 'string')) return undefined;
  if (name === '@context' && !(isRoot && words.every(isPinned))) return undefined;
  return `${name}:${JSON.stringify(member)},`;
}

/** The document with a marker in the place of each text that its shape leaves open. */
export function markedCopy(document: object, markerOf: (text: number) => string): object {
  let met = 0;
  const copy = (value: unknown): unknown => {
    if (typeof value === 'string') return markerOf(met++);
    if (Array.isArray(value)) return value.map(copy);
    if (typeof value !== 'object' || value === null) return value;
    const members = Object.entries(value).map(([name, member]) => [
      name,
      wordMembers.has(name) ? member : copy(member),
    ]);
    return Object.fromEntries(members);
  };
  return copy(document) as object;
}

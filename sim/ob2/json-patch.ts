import type { Json } from '../kernel/index.ts';
import { isObject } from './json-object.ts';

/** https://www.rfc-editor.org/rfc/rfc6902 ; of its operations the three that are needed. */
export type PatchOperation =
  | { readonly op: 'add' | 'replace'; readonly path: string; readonly value: Json }
  | { readonly op: 'remove'; readonly path: string };

/** What turns one value into another. Lists of one length are compared item by item, others replaced as a whole. */
export function difference(from: Json, to: Json, path = ''): PatchOperation[] {
  if (Array.isArray(from) && Array.isArray(to) && from.length === to.length) {
    return to.flatMap((item: Json, index) => difference(from[index] as Json, item, `${path}/${index}`));
  }
  if (!isObject(from) || !isObject(to)) {
    return Object.is(from, to) ? [] : [{ op: 'replace', path, value: to }];
  }
  const removed = Object.keys(from).filter((key) => !Object.hasOwn(to, key));
  return [
    ...removed.map((key): PatchOperation => ({ op: 'remove', path: `${path}/${escaped(key)}` })),
    ...Object.entries(to).flatMap(([key, value]): PatchOperation[] => {
      if (value === undefined) return [];
      const at = `${path}/${escaped(key)}`;
      const before = Object.hasOwn(from, key) ? from[key] : undefined;
      return before === undefined ? [{ op: 'add', path: at, value }] : difference(before, value, at);
    }),
  ];
}

/** Whether two values are the same JSON; the order of members does not count. */
export function isSame(one: Json, other: Json): boolean {
  return difference(one, other).length === 0;
}

/** Throws RangeError when an operation has no place in the value, or is none. */
export function patched(value: Json, operations: readonly Json[]): Json {
  return operations.reduce<Json>((before, operation) => {
    if (!isObject(operation) || typeof operation.path !== 'string') throw new RangeError('no operation');
    const { op, path, value: put } = operation;
    if (path !== '' && !path.startsWith('/')) throw new RangeError('no pointer');
    const keys = path.split('/').slice(1).map(unescaped);
    if (op === 'remove') return changed(before, keys, () => undefined) ?? null;
    if ((op !== 'add' && op !== 'replace') || put === undefined) throw new RangeError('no operation');
    return changed(before, keys, () => put) ?? null;
  }, value);
}

function changed(value: Json | undefined, keys: readonly string[], change: () => Json | undefined): Json | undefined {
  const [key, ...deeper] = keys;
  if (key === undefined) return change();
  if (Array.isArray(value)) {
    const index = /^\d{1,9}$/.test(key) ? Number(key) : -1;
    if (index < 0 || index >= value.length) throw new RangeError('no such item');
    const item = changed(value[index], deeper, change);
    return item === undefined ? value.toSpliced(index, 1) : value.with(index, item);
  }
  if (!isObject(value)) throw new RangeError('no such place');
  if (deeper.length > 0 && !Object.hasOwn(value, key)) throw new RangeError('no such member');
  const member = changed(Object.hasOwn(value, key) ? value[key] : undefined, deeper, change);
  // Made of entries, so that a member named `__proto__` is one like any other.
  const others = Object.entries(value).filter(([name]) => name !== key);
  return Object.fromEntries(member === undefined ? others : [...others, [key, member]]);
}

/** https://www.rfc-editor.org/rfc/rfc6901#section-3 */
function escaped(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

function unescaped(token: string): string {
  return token.replaceAll('~1', '/').replaceAll('~0', '~');
}

import type { Json } from '#sim/kernel';
import type { Row } from './row.ts';

const namePattern = /^\$([A-Za-z][A-Za-z0-9_-]*)$/;

/** The name that a leaf stands for: `oldLink` of `$oldLink`; undefined for anything else. */
export function nameOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? namePattern.exec(value)?.[1] : undefined;
}

/** Replaces every leaf that is a `$name` of `names` by its value; names it does not know stay as they are. */
export function substitute(value: Json, names: Row): Json {
  const name = nameOf(value);
  if (name !== undefined) return Object.hasOwn(names, name) ? (names[name] ?? value) : value;
  if (Array.isArray(value)) return (value as readonly Json[]).map((item) => substitute(item, names));
  if (typeof value !== 'object' || value === null) return value;
  const changed: { [key: string]: Json } = {};
  for (const [key, member] of Object.entries(value)) {
    if (member !== undefined) changed[key] = substitute(member, names);
  }
  return changed;
}

/** Every `$name` in a value, each once, in order. */
export function namesIn(value: Json | undefined): string[] {
  const found = new Set<string>();
  const visit = (part: Json | undefined): void => {
    const name = nameOf(part);
    if (name !== undefined) found.add(name);
    else if (typeof part === 'object' && part !== null) Object.values(part).forEach(visit);
  };
  visit(value);
  return [...found];
}

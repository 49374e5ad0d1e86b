import type { Json } from '../kernel/index.ts';

export type JsonObject = { readonly [key: string]: Json | undefined };

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function objectOf(value: Json | undefined): JsonObject | undefined {
  return isObject(value) ? value : undefined;
}

export function textOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** An absolute IRI: JSON-LD drops any other id, and safe mode refuses a document that would lose one. */
export function iriOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' && /^[A-Za-z][\w+.-]*:[^\s<>"{}|\\^`]+$/.test(value) ? value : undefined;
}

/** One or many, as JSON-LD writes either. */
export function listOf(value: Json | undefined): readonly Json[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/** An object of the members that are there; undefined and empty lists are left out, as OB 3.0's serialisation asks. */
export function present(members: JsonObject): JsonObject {
  const kept = Object.entries(members).filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(kept);
}

/** Members that are texts, under the names that they have on the other side: `[there, here]`. */
export function texts(source: JsonObject, names: readonly (readonly [string, string])[]): JsonObject {
  return Object.fromEntries(
    names.flatMap(([there, here]) => {
      const text = textOf(source[here]);
      return text === undefined ? [] : [[there, text]];
    }),
  );
}

/** The same names, the other way round. */
export function reversed(names: readonly (readonly [string, string])[]): readonly (readonly [string, string])[] {
  return names.map(([there, here]) => [here, there]);
}

const depthMax = 64;

/** Whether a document is nested no deeper than anything here walks. */
export function isShallow(value: Json | undefined, depth = depthMax): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return depth > 0 && Object.values(value).every((one) => isShallow(one, depth - 1));
}

import fc from 'fast-check';
import type { Dice } from './dice.ts';
import { hostileTexts } from './hostile-text.ts';

/** As much of JSON Schema as the documents use: https://json-schema.org/draft/2020-12/json-schema-validation */
export interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly examples?: readonly unknown[];
  readonly default?: unknown;
}

/** Values that stood under a name before: in what the world was furnished with, and in its own answers. */
export type Known = ReadonlyMap<string, readonly unknown[]>;

/** A value that the schema takes, wherever that can be done; names say which known value is meant. */
export function valueFor(schema: JsonSchema, dice: Dice, known: Known, name = '', depth = 0): unknown {
  const seen = known.get(name)?.filter((value) => mayBe(value, schema)) ?? [];
  if (seen.length > 0 && dice.chance(9, 10)) return structuredClone(dice.one(seen));
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return dice.one(schema.enum);
  const ways = schema.anyOf ?? schema.oneOf;
  if (ways !== undefined) return valueFor(dice.one(ways), dice, known, name, depth + 1);
  if (schema.allOf !== undefined) {
    return Object.assign({}, ...schema.allOf.map((part) => valueFor(part, dice, known, name, depth + 1)));
  }
  if (schema.examples !== undefined && dice.chance(1, 3)) return dice.one(schema.examples);
  switch (typeof schema.type === 'string' ? schema.type : dice.one(schema.type ?? ['string', 'object', 'number'])) {
    case 'object':
      return objectOf(schema, dice, known, depth);
    case 'array':
      return listOf(schema, dice, known, name, depth);
    case 'integer':
    case 'number':
      return dice.between(Math.max(schema.minimum ?? 0, -1_000), Math.min(schema.maximum ?? 100, 1_000_000));
    case 'boolean':
      return dice.chance(1, 2);
    case 'null':
      return null;
    default:
      return textOf(schema, dice);
  }
}

/** Whether a value has the type of the schema: a name may stand for other things elsewhere. */
function mayBe(value: unknown, { type, enum: values }: JsonSchema): boolean {
  if (values !== undefined) return values.includes(value);
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  if (type === 'array') return Array.isArray(value);
  return typeof type !== 'string' || typeof value === type;
}

function objectOf(schema: JsonSchema, dice: Dice, known: Known, depth: number): Record<string, unknown> {
  const { properties = {}, required = [] } = schema;
  const result: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(properties)) {
    if (required.includes(name) || (depth < 6 && dice.chance(2, 3))) {
      define(result, name, valueFor(member, dice, known, name, depth + 1));
    }
  }
  return result;
}

function listOf(schema: JsonSchema, dice: Dice, known: Known, name: string, depth: number): unknown[] {
  const fewest = schema.minItems ?? 0;
  const most = Math.min(schema.maxItems ?? 3, Math.max(fewest, depth > 5 ? 0 : 3));
  const length = dice.between(fewest, Math.max(fewest, most));
  // `credentials` holds what is elsewhere called `credential`.
  const of = known.has(name) ? name : name.replace(/s$/, '');
  return Array.from({ length }, () => valueFor(schema.items ?? {}, dice, known, of, depth + 1));
}

const formats: Readonly<Record<string, string>> = {
  uri: 'https://example.test/x',
  'uri-reference': '/x',
  'date-time': '2026-04-01T09:00:00+09:00',
  date: '2026-04-01',
  email: 'hanako@gmail.com.test',
  uuid: '6a5f1a94-9c52-4c3c-8a0b-0f8fca23e009',
};

function textOf({ pattern, format, minLength = 0, maxLength = 40 }: JsonSchema, dice: Dice): string {
  if (pattern !== undefined) return matching(pattern, dice);
  const usual = formats[format ?? ''];
  if (usual !== undefined) return usual;
  const length = dice.between(minLength, Math.min(maxLength, Math.max(minLength, 40)));
  return Array.from({ length }, () => dice.one([...'abcxyz0189 -_.見本花子'])).join('');
}

/** Some patterns are more than fast-check can read; then the text is a guess. */
function matching(pattern: string, dice: Dice): string {
  try {
    const [text = ''] = fc.sample(fc.stringMatching(new RegExp(pattern, 'u')), {
      numRuns: 1,
      seed: dice.below(2 ** 31),
    });
    return text;
  } catch {
    return dice.one(hostileTexts);
  }
}

const strangeValues: readonly unknown[] = [
  ...[null, true, 0, -1, 1.5, 1e308, Number.MAX_SAFE_INTEGER + 2, '', [], {}, [[[]]], { $gt: '' }, ['a', 'a']],
];

const strangeNames = ['__proto__', 'constructor', 'prototype', 'toString', '', '\0', 'x'.repeat(300), '$ref', 'length'];

/** The value with one place of it changed: a member that is missing, too many, or of another type. */
export function changed(value: unknown, dice: Dice): unknown {
  if (Array.isArray(value) && value.length > 0 && dice.chance(2, 3)) {
    const at = dice.below(value.length);
    return value.toSpliced(at, 1, ...(dice.chance(1, 3) ? [] : [changed(value[at], dice)]));
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return changedObject(value, dice);
  if (typeof value === 'string' && dice.chance(1, 2)) {
    return dice.one([
      () => dice.one(hostileTexts),
      () => value + dice.one(hostileTexts),
      () => value.slice(0, -1),
      () => value.toUpperCase(),
      () => value.repeat(dice.one([2, 100, 3_000])),
    ])();
  }
  return dice.chance(1, 2) ? dice.one(hostileTexts) : structuredClone(dice.one(strangeValues));
}

function changedObject(value: object, dice: Dice): unknown {
  const entries = Object.entries(value);
  const copy: Record<string, unknown> = {};
  for (const [name, member] of entries) define(copy, name, member);
  const name = entries.length === 0 ? '' : dice.one(entries)[0];
  const way = entries.length === 0 ? 0 : dice.below(6);
  if (way === 0) {
    define(copy, dice.one(strangeNames), dice.one([structuredClone(dice.one(strangeValues)), { polluted: true }]));
  } else if (way === 1) delete copy[name];
  else define(copy, name, changed(copy[name], dice));
  return copy;
}

/** A member of whatever name, `__proto__` too. */
function define(holder: object, name: string, value: unknown): void {
  Object.defineProperty(holder, name, { value, enumerable: true, configurable: true, writable: true });
}

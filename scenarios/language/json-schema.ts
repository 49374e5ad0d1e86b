import type { TSchema } from 'typebox';
import type { Json } from '#sim/kernel';

/** A JSON Schema as plain data. */
export interface JsonSchema {
  readonly [keyword: string]: Json | undefined;
}

const plain = new WeakMap<TSchema, JsonSchema>();

/** The plain data of a typebox schema. */
export function jsonSchemaOf(schema: TSchema): JsonSchema {
  let made = plain.get(schema);
  if (made === undefined) {
    made = JSON.parse(JSON.stringify(schema)) as JsonSchema;
    plain.set(schema, made);
  }
  return made;
}

export function isSchema(value: Json | undefined): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The alternatives of a schema: itself, or what its `anyOf`s list. */
export function branchesOf(schema: JsonSchema): JsonSchema[] {
  const alternatives = schema.anyOf ?? schema.oneOf;
  return Array.isArray(alternatives) ? alternatives.filter(isSchema).flatMap(branchesOf) : [schema];
}

/** The alternatives for a member or an item of what a schema describes. */
export function branchesAt(schema: JsonSchema, path: readonly string[]): JsonSchema[] {
  let branches = branchesOf(schema);
  for (const key of path) branches = branches.flatMap((branch) => memberOf(branch, key)).flatMap(branchesOf);
  return branches;
}

function memberOf(schema: JsonSchema, key: string): JsonSchema[] {
  const own = isSchema(schema.properties) ? schema.properties[key] : undefined;
  if (isSchema(own)) return [own];
  const patterns = isSchema(schema.patternProperties) ? Object.entries(schema.patternProperties) : [];
  const matching = patterns.filter(([pattern]) => new RegExp(pattern, 'u').test(key)).map(([, member]) => member);
  return [...matching, schema.additionalProperties, schema.items].filter(isSchema).slice(0, 1);
}

/** The names of the members that a schema knows by name. */
export function memberNames(schema: JsonSchema): string[] {
  return isSchema(schema.properties) ? Object.keys(schema.properties) : [];
}

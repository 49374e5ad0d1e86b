import type { Json } from '#sim/kernel';
import { branchesOf, isSchema, type JsonSchema, memberNames } from './json-schema.ts';

/** What fits, in a notation that reads the same in every language: `inbox | junk`, `integer ≥ 0`, `{ folder, count? }`. */
export function describeSchemas(schemas: readonly JsonSchema[]): string {
  return [...new Set(schemas.flatMap(branchesOf).map(describe))].join(' | ');
}

function describe(schema: JsonSchema): string {
  if (schema.const !== undefined) return String(schema.const);
  if (Array.isArray(schema.enum)) return schema.enum.join(' | ');
  switch (schema.type) {
    case 'string':
      return typeof schema.pattern === 'string' ? `string /${schema.pattern}/` : `string${range(schema, 'Length')}`;
    case 'integer':
    case 'number':
      return `${schema.type}${range(schema, 'imum')}`;
    case 'array':
      return `[${isSchema(schema.items) ? describeSchemas([schema.items]) : ''}, …]${range(schema, 'Items')}`;
    case 'object':
      return describeObject(schema);
    default:
      return typeof schema.type === 'string' ? schema.type : '…';
  }
}

/** ` 8…30`, ` ≥ 0`, ` ≤ 9`, or nothing. */
function range(schema: JsonSchema, unit: 'Length' | 'imum' | 'Items'): string {
  const least = schema[`min${unit}`];
  const most = schema[`max${unit}`];
  if (least !== undefined && most !== undefined) return ` ${least}…${most}`;
  if (least !== undefined) return ` ≥ ${least}`;
  return most === undefined ? '' : ` ≤ ${most}`;
}

function describeObject(schema: JsonSchema): string {
  const required = new Set(Array.isArray(schema.required) ? schema.required : []);
  const names = memberNames(schema).map((name) => (required.has(name) ? name : `${name}?`));
  return names.length === 0 ? '{ … }' : `{ ${names.join(', ')} }`;
}

/** A value that fits, as small as it can be; of a pattern without examples, its description. */
export function exampleOf(schema: JsonSchema): Json {
  if (Array.isArray(schema.examples) && schema.examples[0] !== undefined) return schema.examples[0];
  const [branch = schema] = branchesOf(schema);
  if (branch !== schema) return exampleOf(branch);
  if (schema.const !== undefined) return schema.const;
  if (Array.isArray(schema.enum)) return schema.enum[0] ?? null;
  switch (schema.type) {
    case 'string':
      return typeof schema.pattern === 'string' ? String(schema.description ?? schema.pattern) : 'text';
    case 'integer':
    case 'number':
      return typeof schema.minimum === 'number' ? schema.minimum : 1;
    case 'boolean':
      return true;
    case 'array':
      return isSchema(schema.items) ? [exampleOf(schema.items)] : [];
    case 'object':
      return exampleObject(schema);
    default:
      return null;
  }
}

function exampleObject(schema: JsonSchema): Json {
  const example: { [name: string]: Json } = {};
  for (const name of Array.isArray(schema.required) ? schema.required : []) {
    const member = isSchema(schema.properties) ? schema.properties[String(name)] : undefined;
    if (isSchema(member)) example[String(name)] = exampleOf(member);
  }
  return example;
}

import { isSchema, type JsonSchema } from './json-schema.ts';

const nameLeaf: JsonSchema = { type: 'string', pattern: '^\\$[A-Za-z][A-Za-z0-9_-]*$' };

const opened = new WeakMap<JsonSchema, JsonSchema>();

/** The schema with room for a `$name` at every leaf. */
export function openSchema(schema: JsonSchema): JsonSchema {
  let made = opened.get(schema);
  if (made === undefined) {
    made = open(schema);
    opened.set(schema, made);
  }
  return made;
}

function open(schema: JsonSchema): JsonSchema {
  const alternatives = schema.anyOf ?? schema.oneOf;
  if (Array.isArray(alternatives)) {
    const { oneOf: _, ...rest } = schema;
    const branches = alternatives.filter(isSchema).map((branch) => (isLeaf(branch) ? branch : openSchema(branch)));
    return { ...rest, anyOf: [...branches, nameLeaf] };
  }
  if (isLeaf(schema)) return takesEveryString(schema) ? schema : besideName(schema);
  const changed: { [keyword: string]: JsonSchema[string] } = { ...schema };
  for (const keyword of ['properties', 'patternProperties'] as const) {
    const members = schema[keyword];
    if (isSchema(members)) {
      const entries = Object.entries(members).map(([name, member]) => [
        name,
        isSchema(member) ? openSchema(member) : member,
      ]);
      changed[keyword] = Object.fromEntries(entries);
    }
  }
  for (const keyword of ['additionalProperties', 'items'] as const) {
    const member = schema[keyword];
    if (isSchema(member)) changed[keyword] = openSchema(member);
  }
  return changed;
}

function isLeaf(schema: JsonSchema): boolean {
  return (
    schema.anyOf === undefined && schema.oneOf === undefined && schema.type !== 'object' && schema.type !== 'array'
  );
}

function takesEveryString(schema: JsonSchema): boolean {
  const limits = ['enum', 'const', 'pattern', 'format', 'minLength', 'maxLength', 'not'];
  return (
    (schema.type === 'string' || schema.type === undefined) && limits.every((keyword) => schema[keyword] === undefined)
  );
}

/** What is said about the leaf stays outside, where editors look for it. */
function besideName(schema: JsonSchema): JsonSchema {
  const { description, examples, default: preset, ...leaf } = schema;
  const said = Object.entries({ description, examples, default: preset }).filter(([, value]) => value !== undefined);
  return { ...Object.fromEntries(said), anyOf: [leaf, nameLeaf] };
}

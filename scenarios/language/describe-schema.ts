import type { Bilingual } from '#sim/errors';
import type { Json } from '#sim/kernel';
import { inlineYaml } from './inline-yaml.ts';
import { branchesOf, isSchema, type JsonSchema, memberNames } from './json-schema.ts';

const same = (text: string): Bilingual => ({ ja: text, en: text });

/** What fits, in words; keys and listed values stay as they are written: `inbox | junk`, `{ folder, count? }`. */
export function describeSchemas(schemas: readonly JsonSchema[]): Bilingual {
  const all = schemas.flatMap(branchesOf).map(describe);
  return {
    ja: [...new Set(all.map(({ ja }) => ja))].join(' | '),
    en: [...new Set(all.map(({ en }) => en))].join(' | '),
  };
}

function describe(schema: JsonSchema): Bilingual {
  if (schema.const !== undefined) return same(String(schema.const));
  if (Array.isArray(schema.enum)) return same(schema.enum.join(' | '));
  switch (schema.type) {
    case 'string':
      return typeof schema.pattern === 'string' ? describePattern(schema) : describeText(schema);
    case 'integer':
    case 'number':
      return describeNumber(schema);
    case 'boolean':
      return same('true | false');
    case 'array':
      return describeArray(schema);
    case 'object':
      return same(describeObject(schema));
    default:
      return typeof schema.type === 'string' ? same(schema.type) : { ja: '値', en: 'a value' };
  }
}

/** What the schema calls itself: descriptions are `日本語 / English`. */
function nameOfSchema(schema: JsonSchema, otherwise: Bilingual): Bilingual {
  const [ja, en] = typeof schema.description === 'string' ? schema.description.split(' / ') : [];
  return ja !== undefined && en !== undefined ? { ja, en: en.charAt(0).toLowerCase() + en.slice(1) } : otherwise;
}

/** A pattern is told by an example: nobody reads it. */
function describePattern(schema: JsonSchema): Bilingual {
  const { ja, en } = nameOfSchema(schema, { ja: '文字列', en: 'a text' });
  const example = inlineYaml(exampleOf(schema));
  return { ja: `${ja}（例: ${example}）`, en: `${en}, such as ${example}` };
}

function describeText(schema: JsonSchema): Bilingual {
  const { minLength: least, maxLength: most } = schema;
  if (most !== undefined)
    return { ja: `${least ?? 0}〜${most}文字の文字列`, en: `a text of ${least ?? 0} to ${most} characters` };
  return least === undefined || least === 1
    ? { ja: '文字列', en: 'a text' }
    : { ja: `${least}文字以上の文字列`, en: `a text of at least ${least} characters` };
}

function describeNumber(schema: JsonSchema): Bilingual {
  const kind = schema.type === 'integer' ? { ja: '整数', en: 'an integer' } : { ja: '数', en: 'a number' };
  const { minimum: least, maximum: most } = schema;
  if (least !== undefined && most !== undefined) {
    return { ja: `${least}〜${most}の${kind.ja}`, en: `${kind.en} from ${least} to ${most}` };
  }
  if (least !== undefined) return { ja: `${least}以上の${kind.ja}`, en: `${kind.en} of at least ${least}` };
  return most === undefined ? kind : { ja: `${most}以下の${kind.ja}`, en: `${kind.en} of at most ${most}` };
}

function describeArray(schema: JsonSchema): Bilingual {
  const items = isSchema(schema.items) ? describeSchemas([schema.items]) : { ja: '値', en: 'a value' };
  const what = nameOfSchema(schema, { ja: `${items.ja} のリスト`, en: `a list of ${items.en}` });
  const { minItems: least, maxItems: most } = schema;
  if (least !== undefined && most !== undefined) {
    return { ja: `${least}〜${most}個の${what.ja.replace(/（.*/, '')}`, en: `${what.en} (${least} to ${most} items)` };
  }
  return what;
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

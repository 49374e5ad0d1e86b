import { type TSchema, Type } from 'typebox';

/** Told apart by a condition and not tried in turn, so that an error names what is wrong with the form that was meant. */
export function choice(condition: object, met: object, otherwise: object): TSchema {
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema; nobody awaits a schema
  return Type.Unsafe({ if: condition, then: met, else: otherwise });
}

/** https://www.w3.org/TR/json-ld11/#representing-singular-values-as-arrays */
export function oneOrMany(schema: TSchema): TSchema {
  return choice({ type: 'array' }, { type: 'array', items: schema }, schema);
}

/** A text, or one for each language: `{ "ja": "…", "en-US": "…" }`. */
export function textOf(constraint: object): TSchema {
  const languages = { pattern: '^[a-z]{2}(-[A-Z]{2})?$' };
  const translated = { type: 'object', additionalProperties: constraint, propertyNames: languages };
  return choice({ type: 'object' }, translated, constraint);
}

export const text = textOf({ type: 'string' });

/** Several types with one of `names` among them. The official schema takes any text that stands alone; see checks/types. */
export function types(...names: readonly (readonly string[])[]): TSchema {
  const contained = names.map((enumerated) => ({ contains: { enum: enumerated } }));
  return choice({ type: 'array' }, { type: 'array', minItems: 1, items: text, allOf: contained }, text);
}

/** A single type, which no list may stand for. */
export function oneType(name: string): TSchema {
  return textOf({ type: 'string', enum: [name] });
}

/** Values of the specification, or an extension of somebody's own. */
export function extensible(...values: readonly string[]): TSchema {
  return Type.Unsafe({
    type: 'string',
    if: { enum: values },
    else: { pattern: '(ext:)[a-z|A-Z|0-9|.|-|_]+' },
  });
}

export const dateTime = Type.String({ format: 'date-time' });
export const compactJws = textOf({
  type: 'string',
  pattern: '^[a-zA-Z0-9_-]+\\.[a-zA-Z0-9_-]*\\.[a-zA-Z0-9_-]+$',
});

/** A noun of the data model: what else it has is left to JSON-LD. */
export function noun(name: string, required: TProperties, optional: TProperties, isClosed = false): TSchema {
  const members = Object.fromEntries(Object.entries(optional).map(([key, schema]) => [key, Type.Optional(schema)]));
  return Type.Object({ ...required, ...members }, { $id: name, additionalProperties: !isClosed });
}

type TProperties = Readonly<Record<string, TSchema>>;

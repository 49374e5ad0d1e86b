import { schoolMember, studentMember } from '../library/cast/index.ts';
import { fileSchema, resolutionSchema } from './file-schema.ts';
import { isSchema, type JsonSchema, jsonSchemaOf } from './json-schema.ts';
import { openSchema } from './open-schema.ts';
import { columnPattern, mostCells } from './read-matrix.ts';
import type { Verb } from './verb.ts';

/**
 * The JSON Schema of scenario files for editors: draft-07, the newest that yaml-language-server documents. A step's verbs
 * are properties of one object, which completes well and fails shortly, where a `oneOf` would do neither.
 */
export function scenarioSchema(verbs: readonly Verb[]): JsonSchema {
  const { properties, ...file } = jsonSchemaOf(fileSchema);
  const own = isSchema(properties) ? properties : {};
  const at = (key: string): JsonSchema => {
    const member = own[key];
    return isSchema(member) ? member : {};
  };
  const { patternProperties: _, ...cast } = at('cast');
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'todoku scenario',
    ...file,
    properties: {
      ...own,
      cast: { ...cast, ...castProperties() },
      matrix: { ...at('matrix'), ...matrixSchema },
      steps: { ...at('steps'), items: stepSchema(verbs) },
      resolution: openSchema(jsonSchemaOf(resolutionSchema)),
    },
  };
}

function castProperties(): JsonSchema {
  const school = openSchema(jsonSchemaOf(schoolMember));
  const student = openSchema(jsonSchemaOf(studentMember));
  const withRole = (schema: JsonSchema): JsonSchema => ({ ...schema, required: ['role'] });
  return {
    properties: { school: orNothing(school), student: orNothing(student) },
    additionalProperties: { anyOf: [withRole(student), withRole(school)] },
  };
}

function stepSchema(verbs: readonly Verb[]): JsonSchema {
  const steps = verbs.map((verb): [string, JsonSchema] => {
    const description = `${verb.description.ja}\n${verb.description.en}`;
    return [verb.verb, { ...orNothing(openSchema(jsonSchemaOf(verb.value))), description }];
  });
  return {
    type: 'object',
    properties: Object.fromEntries(steps),
    minProperties: 1,
    maxProperties: 1,
    additionalProperties: false,
  };
}

/** A mapping that needs no member may be left out altogether. */
function orNothing(schema: JsonSchema): JsonSchema {
  const needsNone = schema.type === 'object' && schema.required === undefined;
  return needsNone ? { ...schema, type: ['object', 'null'] } : schema;
}

const cell: JsonSchema = { type: ['string', 'number', 'boolean'] };

const matrixSchema: JsonSchema = {
  type: 'object',
  minProperties: 1,
  properties: {
    rows: {
      type: 'array',
      description: '1 行が 1 つの組み合わせ / One cell a row',
      minItems: 1,
      maxItems: mostCells,
      items: {
        type: 'object',
        minProperties: 1,
        patternProperties: { [`^${columnPattern}$`]: cell },
        additionalProperties: false,
      },
    },
  },
  patternProperties: { [`^(?!rows$)${columnPattern}$`]: { type: 'array', minItems: 1, items: cell } },
  additionalProperties: false,
};

import { Type } from 'typebox';
import type { Language } from '../../errors/index.ts';
import type { Answerable, Content, Operation } from './operation.ts';
import type { Service } from './service.ts';
import type { Wire } from './wire.ts';

/** https://spec.openapis.org/oas/v3.1.1.html#openapi-object */
export interface OpenApiDocument {
  readonly openapi: '3.1.1';
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly servers: readonly { readonly url: string }[];
  readonly tags: readonly { readonly name: string }[];
  readonly paths: { readonly [path: string]: { readonly [method: string]: OperationObject } };
  readonly components: { readonly securitySchemes: { readonly [name: string]: unknown } };
}

interface OperationObject {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly externalDocs?: { readonly url: string };
  readonly security?: readonly { readonly [name: string]: readonly string[] }[];
  readonly parameters?: readonly unknown[];
  readonly requestBody?: unknown;
  readonly responses: { readonly [status: string]: unknown };
}

export interface DocumentInfo {
  readonly title: string;
  readonly version: string;
  readonly description: string;
  /** Where the service answers. */
  readonly server: string;
  readonly language: Language;
}

/** A service as OpenAPI 3.1: schemas as they validate, so that what is written here is what is checked. */
export function openApiOf<Context>(
  { operations, wire }: Service<Context>,
  { title, version, description, server, language }: DocumentInfo,
): OpenApiDocument {
  const paths: { [path: string]: { [method: string]: OperationObject } } = {};
  for (const operation of operations) {
    const path = paths[operation.path] ?? {};
    path[operation.method] = operationObject(operation, operation.wire ?? wire, language);
    paths[operation.path] = path;
  }
  const schemes = operations.flatMap(({ security }) => (security === undefined ? [] : [security]));
  return {
    openapi: '3.1.1',
    info: { title, version, description },
    servers: [{ url: server }],
    tags: [...new Set(operations.map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: { securitySchemes: Object.fromEntries(schemes.map(({ name, document }) => [name, document])) },
  };
}

function operationObject(
  { id, tag, summary, source, security, path, query, body, answers }: Operation<never>,
  wire: Wire,
  language: Language,
): OperationObject {
  const parameters = [...pathParameters(path), ...queryParameters(query)];
  return {
    operationId: id,
    tags: [tag],
    summary: summary[language],
    ...(source !== undefined && { externalDocs: { url: source } }),
    ...(security !== undefined && { security: [{ [security.name]: security.scopes ?? [] }] }),
    ...(parameters.length > 0 && { parameters }),
    ...(body !== undefined && {
      requestBody: { required: body.optional !== true, content: contentObject(body.content) },
    }),
    responses: {
      ...Object.fromEntries(Object.entries(answers).map(([status, answer]) => [status, responseObject(answer)])),
      default: errorObjects[wire],
    },
  };
}

function pathParameters(path: string): unknown[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
}

function queryParameters(query: Operation<never>['query']): unknown[] {
  const { properties = {}, required = [] } = (query ?? {}) as {
    readonly properties?: Readonly<Record<string, unknown>>;
    readonly required?: readonly string[];
  };
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }));
}

function contentObject(content: Content): unknown {
  return Object.fromEntries(Object.entries(content).map(([mediaType, schema]) => [mediaType, { schema }]));
}

function responseObject({ description, content, headers }: Answerable): unknown {
  const fields = Object.entries(headers ?? {});
  return {
    description,
    ...(content !== undefined && { content: contentObject(content) }),
    ...(fields.length > 0 && {
      headers: Object.fromEntries(
        fields.map(([name, says]) => [name, { description: says, schema: { type: 'string' } }]),
      ),
    }),
  };
}

const problem = Type.Object({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  detail: Type.String(),
  code: Type.String(),
  params: Type.Object({}),
  nextStep: Type.String(),
});

const imsx = Type.Object({
  imsx_codeMajor: Type.Enum(['failure', 'processing', 'success', 'unsupported']),
  imsx_severity: Type.Enum(['error', 'status', 'warning']),
  imsx_description: Type.String(),
  imsx_codeMinor: Type.Object({
    imsx_codeMinorField: Type.Array(
      Type.Object({ imsx_codeMinorFieldName: Type.String(), imsx_codeMinorFieldValue: Type.String() }),
    ),
  }),
});

const oauth = Type.Object({ error: Type.String(), error_description: Type.String() });

const description = 'It was refused; what happened and what to do.';

/** What every operation of a wire form may answer instead. */
const errorObjects: Readonly<Record<Wire, unknown>> = {
  problem: { description, content: { 'application/problem+json': { schema: problem } } },
  imsx: { description, content: { 'application/json': { schema: imsx } } },
  oauth: { description, content: { 'application/json': { schema: oauth } } },
  'vc-api': { description, content: { 'application/problem+json': { schema: problem } } },
  page: { description, content: { 'text/html': { schema: Type.String() } } },
  'page-or-problem': {
    description,
    content: { 'application/problem+json': { schema: problem }, 'text/html': { schema: Type.String() } },
  },
};

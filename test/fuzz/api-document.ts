import type { ServiceName } from '#sim/api';
import type { Fetch, RunningWorld } from '#sim/kernel';
import type { JsonSchema } from './schema-value.ts';

/** https://spec.openapis.org/oas/v3.1.1.html#media-type-object , by media type. */
export type Content = Readonly<Record<string, { readonly schema?: JsonSchema }>>;

export interface Answer {
  readonly content?: Content;
}

export interface Operation {
  readonly service: ServiceName;
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly scheme: string | undefined;
  readonly query: readonly { readonly name: string; readonly required: boolean; readonly schema: JsonSchema }[];
  readonly body: { readonly required: boolean; readonly content: Content } | undefined;
  readonly answers: Readonly<Record<string, Answer>>;
}

interface Written {
  readonly operationId: string;
  readonly security?: readonly Readonly<Record<string, unknown>>[];
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly schema?: JsonSchema;
  }[];
  readonly requestBody?: { readonly required?: boolean; readonly content: Content };
  readonly responses: Readonly<Record<string, Answer>>;
}

/** The operations of every service, as its own document tells them. */
export async function operationsOf(world: RunningWorld, fetch: Fetch): Promise<readonly Operation[]> {
  const operations: Operation[] = [];
  for (const [service, origin] of Object.entries(world.origins)) {
    const response = await fetch(`${origin}/openapi.json`);
    if (response.status !== 200) throw new TypeError(`${service} serves no document: ${response.status}`);
    const { paths } = response.json<{ paths: Record<string, Record<string, Written>> }>();
    for (const [path, methods] of Object.entries(paths)) {
      for (const [method, written] of Object.entries(methods)) {
        operations.push(operationFrom(service as ServiceName, path, method, written));
      }
    }
  }
  return operations;
}

function operationFrom(service: ServiceName, path: string, method: string, written: Written): Operation {
  const { operationId: id, security, parameters = [], requestBody, responses } = written;
  return {
    service,
    id,
    method: method.toUpperCase(),
    path,
    scheme: Object.keys(security?.[0] ?? {})[0],
    query: parameters
      .filter((parameter) => parameter.in === 'query')
      .map(({ name, required = false, schema = {} }) => ({ name, required, schema })),
    body: requestBody && { required: requestBody.required ?? false, content: requestBody.content },
    answers: responses,
  };
}

/**
 * The operations that a path belongs to, whatever the method: as Express matches it, with or without a slash at the end,
 * and with a name before a variable (https://spec.openapis.org/oas/v3.1.1.html#paths-object).
 */
export function operationsAt(operations: readonly Operation[], service: ServiceName, path: string): Operation[] {
  const [own = ''] = path.split('?');
  const matching = operations.filter((one) => one.service === service && patternOf(one.path).test(own));
  const [first] = matching.map(({ path: of }) => of).sort((a, b) => variablesIn(a) - variablesIn(b));
  return matching.filter((one) => one.path === first);
}

function variablesIn(path: string): number {
  return path.split('{').length;
}

const patterns = new Map<string, RegExp>();

function patternOf(path: string): RegExp {
  let pattern = patterns.get(path);
  if (pattern === undefined) {
    const text = path.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\w+\}/g, '[^/]+');
    pattern = new RegExp(`^${text}/?$`);
    patterns.set(path, pattern);
  }
  return pattern;
}

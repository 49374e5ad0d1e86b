import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import type { TSchema } from 'typebox';
import { type Fetch, parseInstant, type Response } from '../kernel/index.ts';
import { bytes, type Operation, type Service } from './operation/index.ts';

const ajv = new Ajv2020({
  strict: false,
  formats: {
    'date-time': (text) => parseInstant(text) !== undefined,
    date: /^\d{4}-\d\d-\d\d$/,
    uri: (text) => URL.canParse(text),
  },
});
const compiled = new WeakMap<TSchema, ValidateFunction>();

/** For tests: holds every answer against what its operation says of it, so that nothing slips in. */
export function checkedFetch<Context>({ operations }: Service<Context>, fetch: Fetch): Fetch {
  const patterns = operations.map((operation) => ({
    operation,
    pattern: new RegExp(`^${operation.path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`),
  }));
  return async (url, request = {}) => {
    const response = await fetch(url, request);
    const { pathname } = new URL(url);
    const method = (request.method ?? 'GET').toLowerCase();
    const found = patterns.find(({ operation, pattern }) => operation.method === method && pattern.test(pathname));
    if (found !== undefined && response.status < 400) check(found.operation, response);
    return response;
  };
}

function check({ id, answers }: Operation<never>, response: Response): void {
  const answer = answers[response.status];
  if (answer === undefined) throw new TypeError(`${id} does not say that it answers ${response.status}`);
  const mediaType = (response.headers['content-type'] ?? '').split(';')[0] ?? '';
  const schema = answer.content?.[mediaType];
  if (answer.content === undefined && response.body.length === 0) return;
  if (schema === undefined) throw new TypeError(`${id} does not say that it answers ${mediaType || 'nothing'}`);
  if (schema === bytes) return;
  let validate = compiled.get(schema);
  if (validate === undefined) {
    validate = ajv.compile(schema);
    compiled.set(schema, validate);
  }
  const body: unknown = mediaType.endsWith('json') ? response.json() : response.body.toString('utf8');
  if (!validate(body)) throw new TypeError(`the answer of ${id} is not as it says: ${ajv.errorsText(validate.errors)}`);
}

import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import type { Request } from 'express';
import type { Static, TSchema } from 'typebox';
import { ServiceError } from '../errors/index.ts';

const ajv = new Ajv2020({ validateSchema: false });
const compiled = new WeakMap<TSchema, ValidateFunction>();

/** The JSON body of a request, checked against its schema. Throws ServiceError `request-invalid` with a JSON Pointer. */
export function bodyOf<Schema extends TSchema>(schema: Schema, request: Request): Static<Schema> {
  // Read as none, a body of another type would ask for the defaults: to issue to everyone, now.
  if (request.body === undefined && request.is('json') === false) {
    throw new ServiceError('request-invalid', { pointer: '/', reason: 'must be application/json' });
  }
  return checked(schema, request.body ?? {});
}

/** The parameters of a query: text, each at most once. Throws ServiceError `request-invalid` with a JSON Pointer. */
export function queryOf<Schema extends TSchema>(schema: Schema, request: Request): Static<Schema> {
  return checked(schema, request.query);
}

function checked<Schema extends TSchema>(schema: Schema, value: unknown): Static<Schema> {
  let validate = compiled.get(schema);
  if (validate === undefined) {
    validate = ajv.compile(schema);
    compiled.set(schema, validate);
  }
  if (!validate(value)) {
    const first = validate.errors?.[0];
    throw new ServiceError('request-invalid', {
      pointer: first?.instancePath || '/',
      reason: first?.message ?? 'not what this operation takes',
    });
  }
  return value as Static<Schema>;
}

import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import type { TSchema } from 'typebox';
import type { ServiceError } from '../../errors/index.ts';

const ajv = new Ajv2020({ validateSchema: false, strict: false });
const compiled = new WeakMap<TSchema, ValidateFunction>();

/** The value, when it is as the schema says; else throws what `refuse` makes of the JSON Pointer and the reason. */
export function validated(
  schema: TSchema,
  value: unknown,
  refuse: (pointer: string, reason: string) => ServiceError,
): unknown {
  let validate = compiled.get(schema);
  if (validate === undefined) {
    validate = ajv.compile(schema);
    compiled.set(schema, validate);
  }
  if (validate(value)) return value;
  const [first] = validate.errors ?? [];
  throw refuse(pointerOf(first), first?.message ?? 'not what this operation takes');
}

/** Where it is wrong; a member that is missing or too many is named itself. */
function pointerOf(error: ErrorObject | undefined): string {
  const { missingProperty, additionalProperty } = (error?.params ?? {}) as {
    missingProperty?: string;
    additionalProperty?: string;
  };
  const member = missingProperty ?? additionalProperty;
  // https://www.rfc-editor.org/rfc/rfc6901#section-3
  const escaped = member?.slice(0, 100).replaceAll('~', '~0').replaceAll('/', '~1');
  return `${error?.instancePath ?? ''}${escaped === undefined ? '' : `/${escaped}`}` || '/';
}

import type { Language, Parameters } from './bilingual.ts';
import { catalogue, type ErrorCode } from './catalogue.ts';
import { ServiceError } from './service-error.ts';

/** RFC 9457 §3, with our members `code`, `params` and `nextStep`. */
export interface ProblemDetails {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: ErrorCode;
  readonly params: Parameters;
  readonly nextStep: string;
}

export const problemMediaType = 'application/problem+json';

/** https://www.rfc-editor.org/rfc/rfc9457#section-3 */
export function problemDetails(error: ServiceError, language: Language): ProblemDetails {
  return {
    type: `urn:todoku:error:${error.code}`,
    title: error.title[language],
    status: error.entry.status,
    detail: error.detail[language],
    code: error.code,
    params: error.parameters,
    nextStep: error.nextStep[language],
  };
}

/** The error that problem details carry, as the client meets it; undefined when the body is none of ours. */
export function errorOfProblem(body: unknown, options?: ErrorOptions): ServiceError | undefined {
  const { code, params } = (typeof body === 'object' && body !== null ? body : {}) as {
    code?: unknown;
    params?: unknown;
  };
  if (typeof code !== 'string' || !Object.hasOwn(catalogue, code)) return undefined;
  const parameters = typeof params === 'object' && params !== null ? params : {};
  return new ServiceError(code as ErrorCode, parameters as never, options);
}

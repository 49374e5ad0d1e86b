import type { Language } from './bilingual.ts';
import { type ProblemDetails, problemDetails } from './problem-details.ts';
import type { ServiceError } from './service-error.ts';

/** What VCALM answers when it refuses: https://www.w3.org/TR/vcalm-1.0/#error-handling */
export interface VcApiProblem extends ProblemDetails {
  readonly problemDetails: readonly ProblemDetails[];
}

/** Problem details (RFC 9457) that name themselves again in `problemDetails`, where clients of VCALM look for them. */
export function vcApiProblem(error: ServiceError, language: Language): VcApiProblem {
  const problem = problemDetails(error, language);
  return { ...problem, problemDetails: [problem] };
}

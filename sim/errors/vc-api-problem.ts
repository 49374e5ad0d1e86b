import type { Language } from './bilingual.ts';
import { type ProblemDetails, problemDetails } from './problem-details.ts';
import type { ServiceError } from './service-error.ts';

/** What VCALM answers when it refuses: https://www.w3.org/TR/vcalm-1.0/#error-handling */
export interface VcApiProblem extends ProblemDetails {
  readonly problemDetails: readonly ProblemDetails[];
}

/** The one type that VCALM names itself: https://www.w3.org/TR/vcalm-1.0/#error-handling */
const unknownOptionType = 'https://www.w3.org/TR/vcalm#UNKNOWN_OPTION_PROVIDED';

/** Problem details (RFC 9457) that name themselves again in `problemDetails`, where clients of VCALM look for them. */
export function vcApiProblem(error: ServiceError, language: Language): VcApiProblem {
  const own = problemDetails(error, language);
  const problem = error.code === 'vc-api-option' ? { ...own, type: unknownOptionType } : own;
  return { ...problem, problemDetails: [problem] };
}

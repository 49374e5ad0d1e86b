import type { Language } from '../../errors/index.ts';
import { type BadgeCheck, hasFailed, isUnknown } from '../../verify/open-badge/index.ts';

/** One of the problems that a verification found: https://www.w3.org/TR/vcalm/#error-handling */
export interface ProblemDetail {
  readonly type: string;
  readonly title: string;
  readonly detail: string;
}

const model = 'https://www.w3.org/TR/vc-data-model-2.0/#';
const statusList = 'https://www.w3.org/TR/vc-bitstring-status-list/#';

/**
 * What a check is to the standards that name problems: https://www.w3.org/TR/vc-data-model-2.0/#problem-details and
 * https://www.w3.org/TR/vc-bitstring-status-list/#processing-errors
 */
const types: Readonly<Record<string, string>> = {
  format: `${model}PARSING_ERROR`,
  proof: `${model}CRYPTOGRAPHIC_SECURITY_ERROR`,
  'issuer-key': `${model}CRYPTOGRAPHIC_SECURITY_ERROR`,
  'holder-binding': `${model}CRYPTOGRAPHIC_SECURITY_ERROR`,
  'validity-period': `${model}RANGE_ERROR`,
  status: `${statusList}STATUS_VERIFICATION_ERROR`,
};

/** Of the checks that failed, and of those that could not be made. */
export function problemDetailsOf(checks: readonly BadgeCheck[], language: Language): ProblemDetail[] {
  return checks
    .filter((check) => hasFailed(check) || isUnknown(check))
    .map((check) => ({
      type:
        check.id === 'status' && isUnknown(check)
          ? `${statusList}STATUS_RETRIEVAL_ERROR`
          : (types[check.id] ?? `${model}MALFORMED_VALUE_ERROR`),
      title: `${check.id}: ${check.code ?? ''}`,
      detail: check.sentence[language],
    }));
}

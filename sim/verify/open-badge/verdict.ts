import { type BadgeCheck, hasFailed, isUnknown } from '../check.ts';

/**
 * `refused`: something is wrong. `unconfirmed`: nothing is, and something that must be known is not: whether the issuer
 * signed it, or whether it was revoked. Only `accepted` may be relied upon.
 */
export type Verdict = 'accepted' | 'refused' | 'unconfirmed';

export function verdictOf(checks: readonly BadgeCheck[]): Verdict {
  if (checks.some(hasFailed)) return 'refused';
  return checks.some(isUnknown) ? 'unconfirmed' : 'accepted';
}

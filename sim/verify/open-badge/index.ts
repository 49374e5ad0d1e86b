export { type BadgeCheck, type CheckName, fails, hasFailed, holds, isUnknown, unknown } from '../check.ts';
export { misfitOf } from '../schema/badge-schema.ts';
export { readDateTime } from '../schema/date-time.ts';
export type { BadgeSummary } from './badge-summary.ts';
export { displayedRows } from './displayed-rows.ts';
export { type Verdict, verdictOf } from './verdict.ts';
export { identityWords, trustSentence, verdictSentences } from './verdict-words.ts';
export {
  type BadgeVerification,
  type CredentialVerification,
  type VerifyPorts,
  verifyCredential,
  verifyOpenBadge,
} from './verify-open-badge.ts';

export { type BadgeCheck, type CheckName, fails, hasFailed, holds, isUnknown, unknown } from '../check.ts';
export { misfitOf } from '../schema/badge-schema.ts';
export { readDateTime } from '../schema/date-time.ts';
export type { BadgeSummary } from './badge-summary.ts';
export { type Verdict, verdictOf } from './verdict.ts';
export { identityWords, summaryLabels, trustSentence, verdictSentences } from './verdict-words.ts';
export {
  type BadgeVerification,
  type CredentialVerification,
  type VerifyPorts,
  verifyCredential,
  verifyOpenBadge,
} from './verify-open-badge.ts';

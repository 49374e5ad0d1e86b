export { type BadgeCheck, type CheckName, fails, hasFailed, holds, isUnknown, unknown } from '../check.ts';
export { readDateTime } from '../schema/date-time.ts';
export type { BadgeSummary } from './badge-summary.ts';
export { type Verdict, verdictOf } from './verdict.ts';
export { identityWords, summaryLabels, trustSentence, verdictSentences } from './verdict-words.ts';
export { type BadgeVerification, type VerifyPorts, verifyOpenBadge } from './verify-open-badge.ts';

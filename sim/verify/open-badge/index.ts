export { type BadgeCheck, hasFailed, isUnknown } from '../check.ts';
export { readDateTime } from '../schema/date-time.ts';
export type { BadgeSummary } from './badge-summary.ts';
export type { Verdict } from './verdict.ts';
export { type BadgeVerification, verifyOpenBadge } from './verify-open-badge.ts';

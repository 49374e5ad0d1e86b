export { type BadgeCheck, type Check, hasFailed, isUnknown, type SkippedCheck } from './check.ts';
export type { Identity } from './checks/identity.ts';
export { type Counter, createCounter } from './counter.ts';
export { createGate, type Gate, type Judgement } from './gate.ts';
export { verifyModule } from './module.ts';
export type { BadgeSummary } from './open-badge/badge-summary.ts';
export type { EndorsementVerdict } from './open-badge/endorsements.ts';
export type { Verdict } from './open-badge/verdict.ts';
export {
  type BadgeVerification,
  type VerifyOptions,
  type VerifyPorts,
  verifyOpenBadge,
} from './open-badge/verify-open-badge.ts';
export { verifyDefaults } from './parameters.ts';
export { readDateTime } from './schema/date-time.ts';
export type { Verifier } from './verify-presentation.ts';

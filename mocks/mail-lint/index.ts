export { type Evidence, evidenceOfZone } from './evidence.ts';
export { type Letter, readLetter, withSmtpLineEnds } from './letter.ts';
export { type Finding, lint } from './lint.ts';
export type { LintRule, Severity } from './rule.ts';
export { lintRules } from './rules/index.ts';

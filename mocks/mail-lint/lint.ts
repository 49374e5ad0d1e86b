import { type Bilingual, fillBoth } from '#sim/errors';
import type { Letter } from './letter.ts';
import type { LintRule, Severity } from './rule.ts';
import { lintRules } from './rules/index.ts';

export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly found: Bilingual;
  readonly advice: Bilingual;
  readonly source: string;
}

/** More of one kind say nothing new. */
const findsMax = 5;

const order: readonly Severity[] = ['error', 'warning', 'notice'];

/** What the rules find in a mail: errors first, else in the order of the rules. */
export function lint(letter: Letter, rules: readonly LintRule[] = lintRules): readonly Finding[] {
  const findings = rules.flatMap(({ rule, severity, found, advice, source, find }) =>
    find(letter)
      .slice(0, findsMax)
      .map((words): Finding => {
        const shown = Object.fromEntries(Object.entries(words).map(([name, value]) => [name, shortened(value)]));
        return { rule, severity, found: fillBoth(found, shown), advice: fillBoth(advice, shown), source };
      }),
  );
  return findings.toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
}

/** What a mail holds may be anything: a terminal gets no control character of it, and a line's worth of it. */
function shortened(value: string | number): string | number {
  if (typeof value === 'number') return value;
  const text = value.replace(/\p{C}+/gu, ' ');
  return text.length > 100 ? `${text.slice(0, 99)}…` : text;
}

import type { Bilingual } from '#sim/errors';
import type { EventData } from '#sim/events';

export type Rule = EventData<'mail.received'>['trail'][number];

/** Rules that hold a mail up: that they do not hold is good news. The others let it through. */
const obstacles: ReadonlySet<string> = new Set([
  'unknown-user',
  'line-too-long',
  'mailbox-full',
  'blocked-sender',
  'pc-mail',
  'listed-link',
  'contacts-only',
  'omakase-block',
  'junk-score',
]);

/** What came of one rule that the receiving side asked; the last one asked decided. */
export function ruleOutcome({ rule, matched }: Rule, isLast: boolean): Bilingual {
  if (isLast) return { ja: '決め手', en: 'decided' };
  if (matched) return { ja: '該当', en: 'applies' };
  return obstacles.has(rule) ? { ja: '問題なし', en: 'passed' } : { ja: '該当なし', en: 'does not apply' };
}

/** `assumption: as Gmail` → 推定: as Gmail. Sources are quoted in the language that they are written in. */
export function sourceWords(source: string): Bilingual {
  return { ja: source.replace(/^assumption\b/, '推定'), en: source };
}

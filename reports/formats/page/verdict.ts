import type { Bilingual } from '#sim/errors';
import type { Verdict } from '../../projections/index.ts';
import { both, html, type Markup } from './markup.ts';

export const verdictWords: Readonly<Record<Verdict, Bilingual>> = {
  passed: { ja: '成功', en: 'Passed' },
  failed: { ja: '失敗', en: 'Failed' },
  unfinished: { ja: '途中', en: 'Unfinished' },
};

/** Shapes beside the colours, so that a verdict is never told by colour alone (WCAG 2.2, 1.4.1). */
export const verdictSigns: Readonly<Record<Verdict, string>> = { passed: '✓', failed: '✕', unfinished: '…' };

export function verdictBadge(verdict: Verdict): Markup {
  return html`<span class="verdict ${verdict}"><span aria-hidden="true">${verdictSigns[verdict]}</span>${both(verdictWords[verdict])}</span>`;
}

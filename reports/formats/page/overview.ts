import type { Bilingual } from '#sim/errors';
import type { Verdict } from '../../projections/index.ts';
import { counted, spanOf } from '../../sentences/index.ts';
import type { CellView } from './cell-view.ts';
import { both, html, type Markup } from './markup.ts';
import { verdictWords } from './verdict.ts';

/** In the order of urgency. */
export const verdicts: readonly Verdict[] = ['failed', 'unfinished', 'passed'];

/** What the whole report comes to, in one sentence: the page's title. */
export function headline(views: readonly CellView[]): Bilingual {
  const failed = count(views, 'failed');
  if (views.length === 0) return { ja: '再生されたものはありません', en: 'Nothing was replayed' };
  if (failed > 0) return troubled(views.length, failed, { ja: '失敗しました', en: 'failed' });
  const unfinished = count(views, 'unfinished');
  if (unfinished > 0) return troubled(views.length, unfinished, { ja: '途中で終わっています', en: 'did not finish' });
  return views.length === 1
    ? { ja: '再生は成功しました', en: 'The replay passed' }
    : { ja: `${views.length}通りすべて成功しました`, en: `All ${views.length} passed` };
}

function troubled(all: number, some: number, what: Bilingual): Bilingual {
  if (all === 1) return { ja: `再生は${what.ja}`, en: `The replay ${what.en}` };
  return { ja: `${all}通りのうち${some}通りが${what.ja}`, en: `${some} of ${all} ${what.en}` };
}

export function overview(views: readonly CellView[]): Markup {
  const scenarios = new Set(views.map(({ summary }) => summary.scenario)).size;
  const total = spanOf(views.reduce((sum, { summary }) => sum + summary.durationMs, 0));
  const shown = verdicts.filter((verdict) => verdict === 'passed' || count(views, verdict) > 0);
  return html`<section class="overview"><h1>${both(headline(views))}</h1>
    <p class="lead">${both({
      ja: `シナリオ${scenarios}件、組み合わせ${views.length}通り、仮想時間あわせて${total.ja}。時刻はすべて仮想時刻（日本時間）です。`,
      en: `${counted(scenarios, 'scenario')}, ${counted(views.length, 'combination')}, ${total.en} of virtual time in all. Every time on this page is virtual, in Japan’s zone.`,
    })}</p>
    <dl class="figures">${shown.map(
      (verdict) =>
        html`<div><dt>${both(verdictWords[verdict])}</dt><dd class="is-${verdict}">${count(views, verdict)}</dd></div>`,
    )}<div><dt>${both({ ja: '手順', en: 'Steps' })}</dt><dd>${sum(views, 'steps')}</dd></div>
    <div><dt>${both({ ja: '確認', en: 'Checks' })}</dt><dd>${sum(views, 'checks')}</dd></div>
    <div><dt>${both({ ja: 'メール', en: 'Mails' })}</dt><dd>${sum(views, 'mails')}</dd></div></dl>
    <div class="share" aria-hidden="true">${shown
      .filter((verdict) => count(views, verdict) > 0)
      .map((verdict) => html`<i class="${verdict}" style="flex:${count(views, verdict)}"></i>`)}</div></section>`;
}

export function count(views: readonly CellView[], verdict: Verdict): number {
  return views.filter(({ summary }) => summary.verdict === verdict).length;
}

function sum(views: readonly CellView[], of: 'steps' | 'checks' | 'mails'): number {
  return views.reduce((total, { summary }) => total + summary.counts[of], 0);
}

import type { Bilingual } from '#sim/errors';
import type { Verdict } from '../../projections/index.ts';
import { spanOf } from '../../sentences/index.ts';
import { type CellView, cellName } from './cell-view.ts';
import { both, html, type Markup } from './markup.ts';
import { verdictBadge, verdictWords } from './verdict.ts';

const verdicts: readonly Verdict[] = ['failed', 'unfinished', 'passed'];

/** What the whole report comes to, in one sentence: the page's title. */
export function headline(views: readonly CellView[]): Bilingual {
  const failed = count(views, 'failed');
  if (views.length === 0) return { ja: '再生されたものはありません', en: 'Nothing was replayed' };
  if (failed > 0) {
    return { ja: `${views.length}件のうち${failed}件が失敗しました`, en: `${failed} of ${views.length} failed` };
  }
  const unfinished = count(views, 'unfinished');
  if (unfinished > 0) {
    return {
      ja: `${views.length}件のうち${unfinished}件が途中で終わっています`,
      en: `${unfinished} of ${views.length} did not finish`,
    };
  }
  return views.length === 1
    ? { ja: '再生は成功しました', en: 'The replay passed' }
    : { ja: `${views.length}件すべて成功しました`, en: `All ${views.length} passed` };
}

export function overview(views: readonly CellView[]): Markup {
  const scenarios = new Set(views.map(({ summary }) => summary.scenario)).size;
  const total = spanOf(views.reduce((sum, { summary }) => sum + summary.durationMs, 0));
  const shown = verdicts.filter((verdict) => verdict === 'passed' || count(views, verdict) > 0);
  return html`<section class="overview"><h1>${both(headline(views))}</h1>
    <p class="lead">${both({
      ja: `シナリオ${scenarios}本、仮想時間あわせて${total.ja}。時刻はすべて仮想時刻（日本時間）です。`,
      en: `${scenarios} ${scenarios === 1 ? 'scenario' : 'scenarios'}, ${total.en} of virtual time in all. Every time on this page is virtual, in Japan’s zone.`,
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

/** Every cell on a line of its own, with the filter by verdict. */
export function cellList(views: readonly CellView[]): Markup {
  const choices: ['all' | Verdict, Bilingual, number][] = [
    ['all', { ja: 'すべて', en: 'All' }, views.length],
    ...verdicts
      .filter((verdict) => count(views, verdict) > 0)
      .map((verdict): [Verdict, Bilingual, number] => [verdict, verdictWords[verdict], count(views, verdict)]),
  ];
  return html`<section><div class="bar"><h2>${both({ ja: '一覧', en: 'All cells' })}</h2>
    <fieldset class="filter"><legend>${both({ ja: '表示', en: 'Show' })}</legend>${choices.map(
      ([value, words, n]) =>
        html`<span><input type="radio" name="verdict" id="show-${value}" value="${value}"${value === 'all' ? html` checked` : undefined}><label for="show-${value}">${both(words)} ${n}</label></span>`,
    )}</fieldset>
    <p class="folds"><button type="button" data-fold="open">${both({ ja: 'すべて開く', en: 'Open all' })}</button><button type="button" data-fold="close">${both({ ja: 'すべて閉じる', en: 'Close all' })}</button></p></div>
    <ul class="list">${views.map(line)}</ul></section>`;
}

function line({ id, summary }: CellView): Markup {
  const { scenario, title, verdict, failure, durationMs } = summary;
  const span = spanOf(durationMs);
  return html`<li data-verdict="${verdict}"><span>${verdictBadge(verdict)}</span><code>${scenario}</code>
    <a class="title" href="#${id}">${both(title)}</a><span class="name small">${cellName(summary)}</span><span class="time">${both(span)}</span>
    ${failure === undefined ? undefined : html`<span class="why">${both({ ja: `実際: ${failure.actual.ja}`, en: `Actual: ${failure.actual.en}` })}</span>`}</li>`;
}

function count(views: readonly CellView[], verdict: Verdict): number {
  return views.filter(({ summary }) => summary.verdict === verdict).length;
}

function sum(views: readonly CellView[], of: 'steps' | 'checks' | 'mails'): number {
  return views.reduce((total, { summary }) => total + summary.counts[of], 0);
}

import type { Bilingual } from '#sim/errors';
import type { Verdict } from '../../projections/index.ts';
import { spanOf } from '../../sentences/index.ts';
import { type CellView, cellName } from './cell-view.ts';
import { both, html, type Insert, type Markup } from './markup.ts';
import { count, verdicts } from './overview.ts';
import { verdictBadge, verdictWords } from './verdict.ts';

/** The cells of one scenario, and where its section stands: `scenario-2`. */
export interface ScenarioGroup {
  readonly id: string;
  readonly views: readonly [CellView, ...CellView[]];
}

export function scenarioGroups(views: readonly CellView[]): ScenarioGroup[] {
  const groups = new Map<string, [CellView, ...CellView[]]>();
  for (const view of views) {
    const group = groups.get(view.summary.scenario);
    if (group === undefined) groups.set(view.summary.scenario, [view]);
    else group.push(view);
  }
  return [...groups.values()].map((own, index) => ({ id: `scenario-${index + 1}`, views: own }));
}

/** A line a scenario, what failed first, with its cells folded into it; and the filter by verdict. */
export function scenarioList(groups: readonly ScenarioGroup[]): Markup {
  const views = groups.flatMap((group) => group.views);
  const choices: ['all' | Verdict, Bilingual, number][] = [
    ['all', { ja: 'すべて', en: 'All' }, views.length],
    ...verdicts
      .filter((verdict) => count(views, verdict) > 0)
      .map((verdict): [Verdict, Bilingual, number] => [verdict, verdictWords[verdict], count(views, verdict)]),
  ];
  const sorted = verdicts.flatMap((verdict) => groups.filter((group) => worstOf(group.views) === verdict));
  return html`<section><div class="bar"><h2>${both({ ja: '一覧', en: 'Overview' })}</h2>
    <fieldset class="filter"><legend>${both({ ja: '表示', en: 'Show' })}</legend>${choices.map(
      ([value, words, n]) =>
        html`<span><input type="radio" name="verdict" id="show-${value}" value="${value}"${value === 'all' ? html` checked` : undefined}><label for="show-${value}">${both(words)} ${n}</label></span>`,
    )}</fieldset>
    <p class="folds"><button type="button" data-fold="open">${both({ ja: 'すべて開く', en: 'Open all' })}</button><button type="button" data-fold="close">${both({ ja: 'すべて閉じる', en: 'Close all' })}</button></p></div>
    <ul class="list">${sorted.map(entry)}</ul></section>`;
}

function worstOf(views: readonly CellView[]): Verdict {
  return verdicts.find((verdict) => count(views, verdict) > 0) ?? 'passed';
}

function entry({ id, views }: ScenarioGroup): Markup {
  const [first, ...others] = views;
  const { scenario, title } = first.summary;
  const verdict = worstOf(views);
  const line = (target: string, name: Insert, totalMs: number): Markup =>
    html`<span>${verdictBadge(verdict)}</span><code>${scenario}</code><a class="title" href="#${target}">${both(title)}</a><span class="name small">${name}</span><span class="time">${both(spanOf(totalMs))}</span>`;
  if (others.length === 0) {
    const { durationMs, cell } = first.summary;
    return html`<li><div class="line" data-verdict="${verdict}">${line(first.id, cell === '' ? undefined : cellName(first.summary), durationMs)}${why(first)}</div></li>`;
  }
  const passed = count(views, 'passed');
  const tally =
    passed === views.length
      ? both({ ja: `${views.length}通り`, en: `${views.length} combinations` })
      : both({ ja: `${views.length}通りのうち${passed}通り成功`, en: `${passed} of ${views.length} passed` });
  const totalMs = views.reduce((sum, { summary }) => sum + summary.durationMs, 0);
  return html`<li><details${verdict === 'passed' ? undefined : html` open`}><summary class="line">${line(id, tally, totalMs)}</summary>
    <ul>${views.map(cellLine)}</ul></details></li>`;
}

function cellLine(view: CellView): Markup {
  const { id, summary } = view;
  return html`<li data-verdict="${summary.verdict}">${verdictBadge(summary.verdict)}<a href="#${id}">${cellName(summary)}</a><span class="time">${both(spanOf(summary.durationMs))}</span>${why(view)}</li>`;
}

function why({ summary: { failure } }: CellView): Markup | undefined {
  if (failure === undefined) return undefined;
  return html`<span class="why">${both({ ja: `実際: ${failure.actual.ja}`, en: `Actual: ${failure.actual.en}` })}</span>`;
}

import { projectMails, projectSteps, type RunLog, type RunSummary, summariseRun } from '../../projections/index.ts';
import { calendarDay, clockTime, dayAndTime, spanOf, stepNumber } from '../../sentences/index.ts';
import { mailList } from './mail-list.ts';
import { both, html, type Markup } from './markup.ts';
import { stepList } from './step-list.ts';
import { timeline } from './timeline.ts';
import { verdictBadge } from './verdict.ts';

/** One cell as the page holds it: what it came to, and where it stands. */
export interface CellView {
  /** The fragment that leads to it: `cell-3`. */
  readonly id: string;
  readonly log: RunLog;
  readonly summary: RunSummary;
}

export function cellViews(runs: readonly RunLog[]): CellView[] {
  return runs.map((log, index) => ({ id: `cell-${index + 1}`, log, summary: summariseRun(log) }));
}

/** Everything about one cell. It stands open when it failed, or when it is the only one. */
export function cellDetails(view: CellView, isOnly: boolean): Markup {
  const { id, log, summary } = view;
  const { counts, durationMs, verdict } = summary;
  const isOpen = verdict !== 'passed' || isOnly;
  const list = projectSteps(log);
  const mails = projectMails(log);
  return html`<details class="cell${spansDays(summary) ? ' spans-days' : ''}" id="${id}" data-verdict="${verdict}"${isOpen ? openAttribute : undefined}>
    <summary>${verdictBadge(verdict)}<h3>${cellName(summary)}</h3>
    <span class="small">${both({ ja: `手順 ${counts.passedSteps}/${counts.steps}・仮想時間 ${spanOf(durationMs).ja}`, en: `${counts.passedSteps}/${counts.steps} steps, ${spanOf(durationMs).en} of virtual time` })}</span></summary>
    <div class="inside">
    ${failureBox(summary)}
    ${facts(summary)}
    <h4>${both({ ja: '時間の流れ', en: 'Timeline' })}</h4>
    ${timeline(list)}
    <h4>${both({ ja: '手順とできごと', en: 'Steps and what happened' })}</h4>
    ${stepList(list, calendarDay(summary.startedAt))}
    ${mails.length === 0 ? undefined : html`<h4>${both({ ja: `メール（${mails.length}通）`, en: `Mails (${mails.length})` })}</h4>`}
    ${mailList(mails, calendarDay(summary.startedAt))}
    </div></details>`;
}

export function cellName({ cell }: RunSummary): Markup {
  return cell === '' ? both({ ja: '既定の条件', en: 'As written' }) : html`<bdi>${cell.replaceAll(',', ', ')}</bdi>`;
}

const openAttribute = html` open`;

function failureBox({ failure, replay, verdict }: RunSummary): Markup {
  const command = html`<p class="replay"><b>${both({ ja: '再現', en: 'Replay' })}</b><code>${replay}</code></p>`;
  if (failure === undefined) {
    if (verdict !== 'unfinished') return command;
    return html`<p class="replay">${both({
      ja: '記録が途中で終わっています。再生が打ち切られたか、まだ続いています。',
      en: 'The log stops before its end: the run was killed, or still plays.',
    })}</p>${command}`;
  }
  const { index, sentence, expected, actual, nextStep, code } = failure;
  return html`<section class="failure">
    <h4>${both(
      index === undefined
        ? { ja: '再生を始められませんでした', en: 'The run could not begin' }
        : { ja: `手順${stepNumber(index)}で止まりました`, en: `Stopped at step ${stepNumber(index)}` },
    )}</h4>
    ${sentence === undefined ? undefined : html`<p>${both(sentence)}</p>`}
    <dl><dt>${both({ ja: '期待', en: 'Expected' })}</dt><dd>${both(expected)}</dd>
    <dt>${both({ ja: '実際', en: 'Actual' })}</dt><dd>${both(actual)}</dd>
    <dt>${both({ ja: '次にすること', en: 'What to do' })}</dt><dd>${both(nextStep)}${
      code === undefined ? undefined : html` <code class="quiet">${code}</code>`
    }</dd></dl>
    ${command}</section>`;
}

function facts(summary: RunSummary): Markup {
  const { seed, startedAt, finishedAt, manual, counts } = summary;
  const rows: [ja: string, en: string, value: Markup][] = [
    ['開始（仮想時刻）', 'Starts (virtual)', both(dayAndTime(startedAt))],
    [
      '終了',
      'Ends',
      html`<span class="time">${spansDays(summary) ? `${calendarDay(finishedAt)} ` : ''}${clockTime(finishedAt)}</span>`,
    ],
    ['シード', 'Seed', html`<span class="time">${seed}</span>`],
    ['確認', 'Checks', html`${counts.checks - counts.failedChecks}/${counts.checks}`],
    ['できごと', 'Events', html`${counts.events}`],
  ];
  if (manual.length > 0) rows.push(['マニュアル', 'Manual', html`<bdi>${manual.join(', ')}</bdi>`]);
  return html`<dl class="facts">${rows.map(
    ([ja, en, value]) => html`<div><dt>${both({ ja, en })}</dt><dd>${value}</dd></div>`,
  )}</dl>`;
}

function spansDays({ startedAt, finishedAt }: RunSummary): boolean {
  return calendarDay(startedAt) !== calendarDay(finishedAt);
}

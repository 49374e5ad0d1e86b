import type { Bilingual } from '#sim/errors';
import {
  projectMails,
  projectSteps,
  projectStoryboard,
  type RunLog,
  type RunSummary,
  repeatsStep,
  summariseRun,
} from '../../projections/index.ts';
import { calendarDay, clockTime, counted, dayAndTime, namesOf, spanOf, stepNumber } from '../../sentences/index.ts';
import type { CellFiles } from '../cell-file.ts';
import { caseBox } from './case-box.ts';
import { mailList } from './mail-list.ts';
import { both, html, type Markup } from './markup.ts';
import { stepList } from './step-list.ts';
import { type Shot, shotsOf, storyboard } from './storyboard.ts';
import { timeline } from './timeline.ts';
import { verdictBadge } from './verdict.ts';

/** One cell as the page holds it: what it came to, and where it stands. */
export interface CellView {
  /** The fragment that leads to it: `cell-3`. */
  readonly id: string;
  readonly log: RunLog;
  readonly summary: RunSummary;
  readonly shots: readonly Shot[];
}

export function cellViews(runs: readonly RunLog[], files: CellFiles): CellView[] {
  return runs.map((log, index) => {
    const id = `cell-${index + 1}`;
    const shots = shotsOf(id, projectStoryboard(log), (name) => files(index, name));
    return { id, log, summary: summariseRun(log), shots };
  });
}

/** Everything about one cell. It stands open when it failed, or when it is the only one. */
export function cellDetails(view: CellView, isOnly: boolean): Markup {
  const { id, log, summary, shots } = view;
  const { verdict } = summary;
  const isOpen = verdict !== 'passed' || isOnly;
  const list = projectSteps(log);
  const mails = projectMails(log);
  return html`<details class="cell${spansDays(summary) ? ' spans-days' : ''}" id="${id}" data-verdict="${verdict}"${isOpen ? openAttribute : undefined}>
    <summary>${verdictBadge(verdict)}<h3>${cellName(summary)}${shots.length === 0 ? undefined : html` <span class="quiet">${both({ ja: '画面つき', en: 'with pictures' })}</span>`}</h3>
    <span class="small">${both(extent(summary))}</span></summary>
    <div class="inside">
    ${caseBox(log, summary)}
    ${failureBox(summary)}
    ${facts(summary)}${storyboard(id, shots, list.steps)}
    <h4>${both({ ja: '時間の流れ', en: 'Timeline' })}</h4>
    ${timeline(list)}
    <h4>${both({ ja: '手順とできごと', en: 'Steps and what happened' })}</h4>
    ${stepList(list, { day: calendarDay(summary.startedAt), names: namesOf(log), cell: id, shots })}
    ${mails.length === 0 ? undefined : html`<h4>${both({ ja: `メール（${mails.length}通）`, en: `Mails (${mails.length})` })}</h4>`}
    ${mailList(mails, calendarDay(summary.startedAt))}
    </div></details>`;
}

export function cellName({ cell }: RunSummary): Markup {
  return cell === '' ? both({ ja: '既定の条件', en: 'As written' }) : html`<bdi>${cell.replaceAll(',', ', ')}</bdi>`;
}

const openAttribute = html` open`;

/** How far the run came: events do not know the steps that were not played. */
function extent({ counts, durationMs, verdict, failure }: RunSummary): Bilingual {
  const span = spanOf(durationMs);
  const time = { ja: `仮想時間 ${span.ja}`, en: `${span.en} of virtual time` };
  if (verdict === 'passed')
    return { ja: `${counts.steps}手順・${time.ja}`, en: `${counted(counts.steps, 'step')}, ${time.en}` };
  if (verdict === 'unfinished') {
    return {
      ja: `手順${counts.passedSteps}まで・${time.ja}`,
      en: `${counted(counts.passedSteps, 'step')} done, ${time.en}`,
    };
  }
  const where = stopWords(failure?.index);
  return { ja: `${where.ja}・${time.ja}`, en: `${where.en}, ${time.en}` };
}

function stopWords(index: number | undefined): Bilingual {
  return index === undefined
    ? { ja: '再生を始められませんでした', en: 'The run could not begin' }
    : { ja: `手順${stepNumber(index)}で止まりました`, en: `Stopped at step ${stepNumber(index)}` };
}

function failureBox({ failure, replay, verdict }: RunSummary): Markup {
  const command = html`<p class="replay"><b>${both({ ja: '再現', en: 'Replay' })}</b><code>${replay}</code></p>`;
  if (failure === undefined) {
    if (verdict !== 'unfinished') return command;
    return html`<p class="replay">${both({
      ja: '記録が途中で終わっています。再生が打ち切られたか、まだ続いています。',
      en: 'The log stops before its end: the run was killed, or still plays.',
    })}</p>${command}`;
  }
  const { index, sentence, expected, actual, nextStep, code, waitedMs } = failure;
  return html`<section class="failure">
    <h4>${both(stopWords(index))}</h4>
    ${sentence === undefined || repeatsStep(failure) ? undefined : html`<p>${both(sentence)}</p>`}
    <dl><dt>${both({ ja: '期待', en: 'Expected' })}</dt><dd>${both(expected)}</dd>
    <dt>${both({ ja: '実際', en: 'Actual' })}</dt><dd>${both(actual)}</dd>
    ${waitedMs === undefined ? undefined : html`<dt>${both({ ja: '待った時間', en: 'Waited' })}</dt><dd>${both(spanOf(waitedMs))}</dd>`}
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

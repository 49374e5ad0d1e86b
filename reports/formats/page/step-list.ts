import type { Bilingual } from '#sim/errors';
import { eventType, type RunEvent } from '#sim/events';
import type { Check, Step, StepList } from '../../projections/index.ts';
import {
  calendarDay,
  clockTime,
  findingsOf,
  instantMs,
  type Names,
  sentenceOf,
  spanOf,
  stepNumber,
  vocabulary,
} from '../../sentences/index.ts';
import { both, html, type Markup } from './markup.ts';
import { type Shot, stepId } from './storyboard.ts';
import { verdictSigns, verdictWords } from './verdict.ts';

/** What a line of the list rests on besides its event. */
interface Telling {
  /** The day that needs no naming. */
  readonly day: string;
  readonly names: Names;
  /** The fragment of the cell. */
  readonly cell: string;
  readonly shots: readonly Shot[];
}

/** A step that takes as long as this says so. */
const longMs = 60_000;

/** The steps in order, each with what happened in it. */
export function stepList({ before, steps, after }: StepList, telling: Telling): Markup {
  return html`<ol class="steps">
    ${aside({ ja: '準備', en: 'Before the first step' }, before, telling)}
    ${steps.map((step) => html`<li>${stepDetails(step, telling)}</li>`)}
    ${aside({ ja: '最後の手順のあと', en: 'After the last step' }, after, telling)}</ol>`;
}

function stepDetails(step: Step, telling: Telling): Markup {
  const { index, sentence, outcome, startedAt, finishedAt, events, checks } = step;
  const tookMs = instantMs(finishedAt) - instantMs(startedAt);
  const isFailed = outcome !== 'passed';
  const shots = telling.shots.filter(({ frame }) => frame.steps.includes(index));
  const own = shots.length === 0 ? undefined : html` id="${stepId(telling.cell, index)}"`;
  return html`<details class="step${isFailed ? ' is-failed' : ''}"${own}${isFailed ? html` open` : undefined}>
    <summary><span class="sign ${outcome}" aria-hidden="true">${verdictSigns[outcome]}</span><span class="number">${stepNumber(index)}</span>
    <span class="sentence">${both(sentence)}${isFailed ? html` <b>${both(verdictWords[outcome])}</b>` : undefined}</span>
    <span class="when time">${timeOn(startedAt, telling.day)}${tookMs >= longMs ? took(tookMs) : undefined}</span></summary>
    <div class="inside">${eventLines(events, telling)}${checks.map(checkLine)}${shots.map(shotLine)}
    ${events.length + checks.length === 0 ? html`<p class="none">${both({ ja: '記録されたできごとはありません。', en: 'Nothing was recorded.' })}</p>` : undefined}</div></details>`;
}

function shotLine({ id }: Shot): Markup {
  return html`<p class="shot"><a href="#${id}">${both({ ja: 'この手順のあとの画面', en: 'The screen after this step' })}</a></p>`;
}

function took(ms: number): Markup {
  const span = spanOf(ms);
  return html` <span class="took">${both({ ja: `＋${span.ja}`, en: `+${span.en}` })}</span>`;
}

function aside(title: Bilingual, events: readonly RunEvent[], telling: Telling): Markup | undefined {
  if (events.length === 0) return undefined;
  return html`<li><details class="step"><summary><span class="sentence quiet">${both(title)}</span></summary>
    <div class="inside">${eventLines(events, telling)}</div></details></li>`;
}

/** A screen stays while boxes are ticked on it, and each tick shows it again: once is enough. */
function eventLines(events: readonly RunEvent[], telling: Telling): Markup[] {
  const isRepeated = ({ type, data }: RunEvent, index: number): boolean => {
    const last = events[index - 1];
    return type === 'screen.shown' && last?.type === type && JSON.stringify(last.data) === JSON.stringify(data);
  };
  return events.filter((event, index) => !isRepeated(event, index)).map((event) => eventLine(event, telling));
}

function eventLine(event: RunEvent, { day, names }: Telling): Markup {
  const { actor, business } = eventType(event.type);
  return html`<div class="event${business ? '' : ' minor'}" title="${event.type}"><span class="time">${timeOn(event.at, day)}</span><span class="who">${both(vocabulary.actor(actor))}</span><span class="sentence">${both(sentenceOf(event, names))}</span>${findings(event)}</div>`;
}

function findings(event: RunEvent): Markup | undefined {
  const found = findingsOf(event);
  if (found.length === 0) return undefined;
  return html`<ul>${found.map(({ valid, sentence }) => html`<li>${valid ? '✓' : '✕'} ${both(sentence)}</li>`)}</ul>`;
}

function checkLine({ valid, expected, actual }: Check): Markup {
  if (valid) {
    return html`<p class="check passed"><b>✓ ${both({ ja: '確認', en: 'Check' })}</b><span>${both(expected)}</span></p>`;
  }
  return html`<div class="check failed"><b>✕ ${both({ ja: '確認', en: 'Check' })}</b><span>${both({ ja: '期待: ', en: 'Expected: ' })}${both(expected)}<br>${both({ ja: '実際: ', en: 'Actual: ' })}${both(actual ?? { ja: '', en: '' })}</span></div>`;
}

/** `09:00:03`, with the day in front when it is another one. */
export function timeOn(at: string, day: string): string {
  return calendarDay(at) === day ? clockTime(at) : `${calendarDay(at).slice(5).replace('-', '/')} ${clockTime(at)}`;
}

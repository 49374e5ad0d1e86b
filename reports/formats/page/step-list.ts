import type { Bilingual } from '#sim/errors';
import { eventType, type RunEvent } from '#sim/events';
import type { Check, Step, StepList } from '../../projections/index.ts';
import { calendarDay, clockTime, sentenceOf, stepNumber, vocabulary } from '../../sentences/index.ts';
import { both, html, type Markup } from './markup.ts';
import { verdictSigns, verdictWords } from './verdict.ts';

/** The steps in order, each with what happened in it; `day` is the day that needs no naming. */
export function stepList({ before, steps, after }: StepList, day: string): Markup {
  return html`<ol class="steps">
    ${aside({ ja: '準備', en: 'Before the first step' }, before, day)}
    ${steps.map((step) => html`<li>${stepDetails(step, day)}</li>`)}
    ${aside({ ja: '最後の手順のあと', en: 'After the last step' }, after, day)}</ol>`;
}

function stepDetails(step: Step, day: string): Markup {
  const { index, sentence, outcome, startedAt, events, checks } = step;
  const isFailed = outcome !== 'passed';
  return html`<details class="step${isFailed ? ' is-failed' : ''}"${isFailed ? html` open` : undefined}>
    <summary><span class="sign ${outcome}" aria-hidden="true">${verdictSigns[outcome]}</span><span class="number">${stepNumber(index)}</span>
    <span class="sentence">${both(sentence)}${isFailed ? html` <b>${both(verdictWords[outcome])}</b>` : undefined}</span>
    <span class="when time">${timeOn(startedAt, day)}</span></summary>
    <div class="inside">${events.map((event) => eventLine(event, day))}${checks.map(checkLine)}
    ${events.length + checks.length === 0 ? html`<p class="none">${both({ ja: '記録されたできごとはありません。', en: 'Nothing was recorded.' })}</p>` : undefined}</div></details>`;
}

function aside(title: Bilingual, events: readonly RunEvent[], day: string): Markup | undefined {
  if (events.length === 0) return undefined;
  return html`<li><details class="step"><summary><span class="sentence quiet">${both(title)}</span></summary>
    <div class="inside">${events.map((event) => eventLine(event, day))}</div></details></li>`;
}

function eventLine(event: RunEvent, day: string): Markup {
  const { actor, business } = eventType(event.type);
  return html`<div class="event${business ? '' : ' minor'}" title="${event.type}"><span class="time">${timeOn(event.at, day)}</span><span class="who">${both(vocabulary.actor(actor))}</span><span class="sentence">${both(sentenceOf(event))}</span>${judgements(event)}</div>`;
}

function judgements(event: RunEvent): Markup | undefined {
  if (event.type !== 'gate.scanned' && event.type !== 'counter.checked') return undefined;
  return html`<ul>${event.data.checks.map(
    ({ valid, sentence }) => html`<li>${valid ? '✓' : '✕'} ${both(sentence)}</li>`,
  )}</ul>`;
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

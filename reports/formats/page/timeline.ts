import { type Actor, eventType, type RunEvent } from '#sim/events';
import type { Step, StepList } from '../../projections/index.ts';
import { calendarDay, clockTime, instantMs, spanOf, stepNumber, vocabulary } from '../../sentences/index.ts';
import { both, html, type Markup } from './markup.ts';
import { verdictSigns } from './verdict.ts';

const lanes: readonly Actor[] = [
  'school',
  'issuer',
  'provider',
  'student',
  'handset',
  'store',
  'wallet',
  'gate',
  'counter',
  'support',
  'fault',
];
const left = 128;
const right = 24;
const top = 40;
const laneHeight = 22;
const narrowest = 920;
/** A pause of this length is drawn as one and named. */
const pauseMs = 60_000;

/** Something that takes a place on the axis: an event, or the beginning or the end of a step. */
interface Point {
  readonly at: string;
  readonly event?: RunEvent;
  /** The step that it belongs to; absent before the first one and after the last. */
  readonly index?: number;
}

interface Placed extends Point {
  readonly x: number;
}

interface Pause {
  readonly from: number;
  readonly to: number;
  readonly ms: number;
}

interface Track {
  readonly placed: readonly Placed[];
  readonly pauses: readonly Pause[];
  readonly width: number;
}

/**
 * Who did what when, one lane an actor. Virtual time runs in bursts with long pauses between them, so the axis is not
 * linear: a pause takes the logarithm of its length and is named.
 */
export function timeline(list: StepList): Markup {
  const points = pointsOf(list);
  if (points.length === 0) {
    return html`<p class="quiet small">${both({ ja: 'できごとはありません。', en: 'Nothing happened.' })}</p>`;
  }
  const track = laidOut(points);
  const used = lanes.filter((actor) => points.some(({ event }) => event !== undefined && isOf(actor, event)));
  const bottom = top + used.length * laneHeight;
  return html`<div class="timeline" tabindex="0" role="group" aria-label="時間の流れ / Timeline"><svg viewBox="0 0 ${track.width} ${bottom + 40}" role="img" aria-label="図: できごとの順序 / Chart: the order of events">
    ${track.pauses.map((pause) => pauseBand(pause, bottom))}
    ${used.map((actor, row) => lane(actor, row, track))}
    ${list.steps.map((step) => stepBand(step, track))}
    ${ticks(track, bottom)}</svg></div>
    <p class="legend"><span>● ${both({ ja: '主なできごと', en: 'event' })}</span><span>○ ${both({ ja: '細部', en: 'detail' })}</span><span>▒ ${both({ ja: '何も起きない時間（縮めて表示）', en: 'a pause, drawn shortened' })}</span><span>${both({ ja: '上段の数字は手順', en: 'numbers on top: steps' })}</span></p>`;
}

function isOf(actor: Actor, event: RunEvent): boolean {
  return eventType(event.type).actor === actor;
}

function pointsOf({ before, steps, after }: StepList): Point[] {
  const isDrawn = ({ type }: RunEvent): boolean => lanes.includes(eventType(type).actor);
  const free = (events: readonly RunEvent[]): Point[] =>
    events.filter(isDrawn).map((event) => ({ at: event.at, event }));
  return [
    ...free(before),
    ...steps.flatMap(({ index, startedAt, finishedAt, events }): Point[] => {
      const own = events.filter(isDrawn).map((event): Point => ({ at: event.at, event, index }));
      const drawn = own.length > 0 ? own : [{ at: startedAt, index }];
      // What a step waits for in vain leaves no event: its end shows how long it did.
      const restMs = instantMs(finishedAt) - instantMs(drawn.at(-1)?.at ?? startedAt);
      return restMs < pauseMs ? drawn : [...drawn, { at: finishedAt, index }];
    }),
    ...free(after),
  ];
}

function laidOut(points: readonly Point[]): Track {
  const gaps = points.map(({ at }, index) => {
    const before = points[index - 1];
    return before === undefined ? 0 : Math.max(0, instantMs(at) - instantMs(before.at));
  });
  const weights = points.map(({ index: step }, index) => {
    if (index === 0) return 0;
    const ms = gaps[index] ?? 0;
    return (ms === 0 ? 10 : 16 + 12 * Math.log10(1 + ms / 1_000)) + (points[index - 1]?.index === step ? 0 : 16);
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const width = Math.max(narrowest, left + right + points.length * 8);
  const scale = Math.min((width - left - right - 32) / Math.max(total, 1), 4);
  const placed: Placed[] = [];
  const pauses: Pause[] = [];
  let x = left + 16;
  for (const [index, point] of points.entries()) {
    const from = x;
    x += (weights[index] ?? 0) * scale;
    placed.push({ ...point, x });
    if ((gaps[index] ?? 0) >= pauseMs) pauses.push({ from, to: x, ms: gaps[index] ?? 0 });
  }
  return { placed, pauses, width };
}

function lane(actor: Actor, row: number, { placed, width }: Track): Markup {
  const y = top + row * laneHeight + laneHeight / 2;
  const words = vocabulary.actor(actor);
  return html`<text x="10" y="${y + 4}" lang="ja">${words.ja}</text><text x="10" y="${y + 4}" lang="en">${words.en}</text><path class="lane" d="M${left} ${y}H${width - right}"/>${placed.map(
    ({ event, x }) => (event !== undefined && isOf(actor, event) ? dot(event, x, y) : undefined),
  )}`;
}

function dot(event: RunEvent, x: number, y: number): Markup {
  const [name, radius] = eventType(event.type).business ? ['dot', 4] : ['minor', 3];
  return html`<circle class="${name}" cx="${rounded(x)}" cy="${y}" r="${radius}"><title>${clockTime(event.at)} ${event.type}</title></circle>`;
}

function stepBand({ index, outcome }: Step, { placed }: Track): Markup | undefined {
  const own = placed.filter((point) => point.index === index).map(({ x }) => x);
  const label = outcome === 'passed' ? String(stepNumber(index)) : `${stepNumber(index)} ${verdictSigns[outcome]}`;
  const least = label.length * 7 + 8;
  const middle = ((own[0] ?? left) + (own.at(-1) ?? left)) / 2;
  const width = Math.max((own.at(-1) ?? left) - (own[0] ?? left) + 12, least);
  return html`<rect class="band ${outcome}" x="${rounded(middle - width / 2)}" y="10" width="${rounded(width)}" height="18" rx="4"/><text class="number" x="${rounded(middle)}" y="23">${label}</text>`;
}

function pauseBand({ from, to, ms }: Pause, bottom: number): Markup {
  const words = spanOf(ms);
  const [start, end] = [from + 8, to - 8];
  const middle = rounded((from + to) / 2);
  return html`<rect class="gap" x="${rounded(start)}" y="${top - 4}" width="${rounded(Math.max(end - start, 2))}" height="${bottom - top + 8}" rx="3"/><text class="tick" x="${middle}" y="${bottom + 17}" lang="ja">${words.ja}</text><text class="tick" x="${middle}" y="${bottom + 17}" lang="en">${words.en}</text>`;
}

/** The clock under the first event and after each pause, where there is room. */
function ticks({ placed, pauses }: Track, bottom: number): Markup {
  const marked = placed.filter(({ x }, index) => index === 0 || pauses.some(({ to }) => to === x));
  let [free, day] = [0, ''];
  return html`${marked.map(({ at, x }) => {
    if (x < free) return undefined;
    const isNewDay = day !== '' && calendarDay(at) !== day;
    day = calendarDay(at);
    free = x + 60;
    const label = `${isNewDay ? `${day.slice(5).replace('-', '/')} ` : ''}${clockTime(at).slice(0, 5)}`;
    return html`<text class="tick" x="${rounded(x)}" y="${bottom + 32}">${label}</text>`;
  })}`;
}

function rounded(length: number): number {
  return Math.round(length * 10) / 10;
}

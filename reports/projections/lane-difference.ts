import type { Bilingual } from '#sim/errors';
import type { RunEvent } from '#sim/events';
import { namesOf, sentenceOf, stepNumber } from '../sentences/index.ts';
import { type AgreedScreen, type AgreedStep, businessEvents } from './business-events.ts';
import type { RunLog } from './event-log.ts';

/** One run as a lane played it. */
export interface LaneRun {
  readonly lane: string;
  readonly log: RunLog;
}

/** Where two lanes first tell another story. */
export interface LaneDifference {
  /** The step, from 0; absent before the first one. */
  readonly index?: number;
  readonly sentence?: Bilingual;
  readonly about: 'event' | 'screen' | 'text';
  /** What each of the two has there, in the order they were given. */
  readonly has: readonly [OneSide, OneSide];
  /** What is not the same, in words. */
  readonly why: Bilingual;
}

export interface OneSide {
  readonly lane: string;
  readonly what: Bilingual;
}

type Found = Pick<LaneDifference, 'about' | 'why'> & { readonly what: readonly [Bilingual, Bilingual] };

/**
 * The first difference between two lanes, step by step: first the business events of a step, then what each device shows
 * at its end. Every text that the first lane shows must stand on the screen of the second, which may show more.
 */
export function laneDifference(one: LaneRun, other: LaneRun): LaneDifference | undefined {
  const [mine, theirs] = [businessEvents(one.log), businessEvents(other.log)];
  const names = namesOf(one.log);
  const tell = (event: RunEvent | undefined): Bilingual => (event === undefined ? nothing : sentenceOf(event, names));
  for (let place = 0; place < Math.max(mine.length, theirs.length); place += 1) {
    const [a, b] = [mine[place], theirs[place]];
    const found = eventDifference(a, b, tell) ?? screenDifference(a, b);
    if (found === undefined) continue;
    const { index, sentence } = a ?? b ?? {};
    const { what, about, why } = found;
    return {
      ...(index !== undefined && { index }),
      ...(sentence !== undefined && { sentence }),
      about,
      has: [
        { lane: one.lane, what: what[0] },
        { lane: other.lane, what: what[1] },
      ],
      why,
    };
  }
  return undefined;
}

const nothing: Bilingual = { ja: '（何も起きていない）', en: '(nothing happened)' };

function eventDifference(
  a: AgreedStep | undefined,
  b: AgreedStep | undefined,
  tell: (event: RunEvent | undefined) => Bilingual,
): Found | undefined {
  const [mine, theirs] = [a?.events ?? [], b?.events ?? []];
  for (let at = 0; at < Math.max(mine.length, theirs.length); at += 1) {
    const [one, other] = [mine[at], theirs[at]];
    const why = whyUnequal(one, other);
    if (why !== undefined) return { about: 'event', what: [tell(one), tell(other)], why };
  }
  return undefined;
}

function whyUnequal(one: RunEvent | undefined, other: RunEvent | undefined): Bilingual | undefined {
  if (one === undefined && other === undefined) return undefined;
  if (one === undefined) return { ja: `${other?.type} が後者だけにある`, en: `only the second has ${other?.type}` };
  if (other === undefined) return { ja: `${one.type} が前者だけにある`, en: `only the first has ${one.type}` };
  if (one.type !== other.type) {
    return { ja: `${one.type} と ${other.type}`, en: `${one.type}, and ${other.type}` };
  }
  if (one.at !== other.at) {
    return {
      ja: `${one.type} の時刻: ${one.at} と ${other.at}`,
      en: `when ${one.type} came: ${one.at} and ${other.at}`,
    };
  }
  const member = unequalMember(one.data, other.data);
  if (member === undefined) return undefined;
  const { path, values } = member;
  return {
    ja: `${one.type} の ${path}: ${values[0]} と ${values[1]}`,
    en: `${path} of ${one.type}: ${values[0]} and ${values[1]}`,
  };
}

/** The first member in which two values differ, as `trail.0.rule`. */
function unequalMember(
  one: unknown,
  other: unknown,
  path: readonly string[] = [],
): { readonly path: string; readonly values: readonly [string, string] } | undefined {
  if (isObject(one) && isObject(other)) {
    for (const name of new Set([...Object.keys(one), ...Object.keys(other)])) {
      const found = unequalMember(one[name], other[name], [...path, name]);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  if (one === other) return undefined;
  return { path: path.join('.'), values: [shown(one), shown(other)] };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

const shownLength = 120;

function shown(value: unknown): string {
  const text = value === undefined ? '–' : JSON.stringify(value);
  return text.length > shownLength ? `${text.slice(0, shownLength)}…` : text;
}

function screenDifference(a: AgreedStep | undefined, b: AgreedStep | undefined): Found | undefined {
  for (const [handset, mine] of a?.screens ?? []) {
    const theirs = b?.screens.get(handset);
    if (theirs?.app !== mine.app || theirs.screen !== mine.screen) {
      return {
        about: 'screen',
        what: [screenWords(mine), screenWords(theirs)],
        why: { ja: `端末 ${handset} の最後の画面`, en: `the last screen of device ${handset}` },
      };
    }
    const all = squeezed(theirs.texts.join(''));
    const missing = mine.texts.find((text) => !all.includes(squeezed(text)));
    if (missing !== undefined) {
      return {
        about: 'text',
        what: [bothSame(missing), bothSame(theirs.texts.join(' / '))],
        why: {
          ja: `端末 ${handset} の画面 ${mine.screen} に、この文がない`,
          en: `the screen ${mine.screen} of device ${handset} lacks the text`,
        },
      };
    }
  }
  return undefined;
}

function screenWords(screen: AgreedScreen | undefined): Bilingual {
  return screen === undefined ? { ja: '（画面なし）', en: '(no screen)' } : bothSame(`${screen.app}: ${screen.screen}`);
}

function bothSame(text: string): Bilingual {
  return { ja: text, en: text };
}

/** Where lines break, and how wide a blank is, is a matter of the screen. */
function squeezed(text: string): string {
  return text.replace(/\s+/gu, '');
}

/** The difference in one line: at which step, who has what, and what exactly it is. */
export function laneDifferenceWords({ index, has: [one, other], why }: LaneDifference): Bilingual {
  const [placeJa, placeEn] =
    index === undefined ? ['始まり', 'the beginning'] : [`手順${stepNumber(index)}`, `step ${stepNumber(index)}`];
  return {
    ja: `${placeJa}: ${one.lane} では「${one.what.ja}」、${other.lane} では「${other.what.ja}」（${why.ja}）`,
    en: `At ${placeEn} ${one.lane} has “${one.what.en}”, ${other.lane} has “${other.what.en}” (${why.en})`,
  };
}

import { errors } from 'appium/driver.js';
import { elementIdOf } from '../element-reference.ts';
import type { Point, TouchMove } from '../window/app-window.ts';

/** What fingers and keys do, in order; points in the units of the client. */
export type Gesture =
  | { readonly type: 'touch'; readonly moves: readonly TouchMove[] }
  | { readonly type: 'keys'; readonly text: string };

/** Where pointer moves are counted from. */
export type OriginOf = (elementId: string) => Promise<Point>;

interface Item {
  readonly type: string;
  readonly value?: unknown;
  readonly duration?: unknown;
  readonly origin?: unknown;
  readonly x?: unknown;
  readonly y?: unknown;
  readonly width?: unknown;
}

interface Source {
  readonly kind: 'pointer' | 'key' | 'none';
  readonly items: readonly Item[];
}

const mostItems = 10_000;
const longestPauseMs = 60_000;

/** A move is drawn in steps as a finger draws it: pages and scrolling areas look at the way, not only at the ends. */
const stepsOfMove = 8;
/** A slower finger shows nothing more, and only takes the machine's time. */
const longestMoveMs = 160;

/**
 * Reads the body of `POST /actions`. https://www.w3.org/TR/webdriver2/#actions
 * Throws `invalid argument` for what is no list of actions, `unsupported operation` for two pointers at once or a wheel.
 */
export async function readActions(given: unknown, originOf: OriginOf): Promise<Gesture[]> {
  const sources = readSources(given);
  const gestures: Gesture[] = [];
  let at: Point = { x: 0, y: 0 };
  let isDown = false;
  let pauseMs = 0;
  const ticks = Math.max(0, ...sources.map(({ items }) => items.length));
  for (let tick = 0; tick < ticks; tick += 1) {
    const due = sources.map(({ kind, items }) => ({ kind, item: items[tick] }));
    pauseMs += Math.max(0, ...due.map(({ item }) => (item?.type === 'pause' ? pauseOf(item) : 0)));
    for (const { kind, item } of due) {
      if (item === undefined || item.type === 'pause' || kind === 'none') continue;
      if (kind === 'key') {
        if (item.type === 'keyDown') addKeys(gestures, letterOf(item));
        continue;
      }
      const moves = await movesOf(item, at, originOf);
      at = { x: moves.at(-1)?.x ?? at.x, y: moves.at(-1)?.y ?? at.y };
      const wasDown = isDown;
      isDown = item.type === 'pointerDown' || (isDown && item.type === 'pointerMove');
      // A finger in the air touches nothing.
      if (!isDown && !wasDown) continue;
      const [first, ...others] = moves;
      if (first !== undefined) addTouch(gestures, [{ ...first, pauseMs: (first.pauseMs ?? 0) + pauseMs }, ...others]);
      pauseMs = 0;
    }
  }
  return gestures;
}

function readSources(given: unknown): Source[] {
  if (!Array.isArray(given)) throw new errors.InvalidArgumentError("'actions' must be a list of input sources");
  const sources = given.map(readSource);
  if (sources.filter(({ kind }) => kind === 'pointer').length > 1) {
    throw new errors.UnsupportedOperationError('The handset takes one finger at a time');
  }
  return sources;
}

function readSource(given: unknown): Source {
  const { type, actions } = membersOf(given);
  if (type !== 'pointer' && type !== 'key' && type !== 'none') {
    const told = JSON.stringify(type) ?? 'undefined';
    if (type === 'wheel') throw new errors.UnsupportedOperationError('A handset has no wheel');
    throw new errors.InvalidArgumentError(`'${told.slice(0, 80)}' is no type of input source`);
  }
  if (!Array.isArray(actions)) throw new errors.InvalidArgumentError("'actions' of an input source must be a list");
  if (actions.length > mostItems) throw new errors.InvalidArgumentError(`More than ${mostItems} actions of one source`);
  return { kind: type, items: actions.map((item) => readItem(item, type)) };
}

const itemTypes = {
  pointer: ['pause', 'pointerDown', 'pointerUp', 'pointerMove', 'pointerCancel'],
  key: ['pause', 'keyDown', 'keyUp'],
  none: ['pause'],
};

function readItem(given: unknown, kind: Source['kind']): Item {
  const item = membersOf(given);
  if (typeof item.type !== 'string' || !itemTypes[kind].includes(item.type)) {
    throw new errors.InvalidArgumentError(`A source of type '${kind}' does ${itemTypes[kind].join(', ')}`);
  }
  return item as unknown as Item;
}

function membersOf(given: unknown): Readonly<Record<string, unknown>> {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    throw new errors.InvalidArgumentError('Actions are objects');
  }
  return given as Readonly<Record<string, unknown>>;
}

async function movesOf(item: Item, from: Point, originOf: OriginOf): Promise<readonly TouchMove[]> {
  if (item.type === 'pointerDown') return [{ type: 'down', ...from }];
  if (item.type === 'pointerUp' || item.type === 'pointerCancel') return [{ type: 'up', ...from }];
  const to = await targetOf(item, from, originOf);
  const durationMs = Math.min(item.duration === undefined ? 0 : durationOf(item.duration), longestMoveMs);
  if (durationMs === 0) return [{ type: 'move', ...to }];
  return Array.from({ length: stepsOfMove }, (_, index) => {
    const share = (index + 1) / stepsOfMove;
    return {
      type: 'move' as const,
      x: from.x + (to.x - from.x) * share,
      y: from.y + (to.y - from.y) * share,
      pauseMs: durationMs / stepsOfMove,
    };
  });
}

async function targetOf({ origin = 'viewport', x, y }: Item, from: Point, originOf: OriginOf): Promise<Point> {
  const by = { x: coordinateOf(x, 'x'), y: coordinateOf(y, 'y') };
  if (origin === 'viewport') return by;
  if (origin === 'pointer') return { x: from.x + by.x, y: from.y + by.y };
  const elementId = elementIdOf(origin);
  if (elementId === undefined) {
    throw new errors.InvalidArgumentError("'origin' is 'viewport', 'pointer' or an element");
  }
  const centre = await originOf(elementId);
  return { x: centre.x + by.x, y: centre.y + by.y };
}

function coordinateOf(value: unknown, name: string): number {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new errors.InvalidArgumentError(`'${name}' must be a number`);
}

function durationOf(value: unknown): number {
  if (typeof value === 'number' && value >= 0 && value <= Number.MAX_SAFE_INTEGER) return value;
  throw new errors.InvalidArgumentError("'duration' must be a number of milliseconds, 0 or more");
}

function pauseOf({ duration = 0 }: Item): number {
  return Math.min(durationOf(duration), longestPauseMs);
}

function letterOf({ value }: Item): string {
  if (typeof value === 'string' && [...value].length === 1) return value;
  throw new errors.InvalidArgumentError("'value' of a key must be one letter");
}

function addTouch(gestures: Gesture[], moves: readonly TouchMove[]): void {
  const last = gestures.at(-1);
  if (last?.type === 'touch') gestures[gestures.length - 1] = { type: 'touch', moves: [...last.moves, ...moves] };
  else gestures.push({ type: 'touch', moves });
}

function addKeys(gestures: Gesture[], text: string): void {
  const last = gestures.at(-1);
  if (last?.type === 'keys') gestures[gestures.length - 1] = { type: 'keys', text: last.text + text };
  else gestures.push({ type: 'keys', text });
}

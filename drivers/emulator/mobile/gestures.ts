import { screenSize } from '../commands/actions.ts';
import { agentOf } from '../commands/agent.ts';
import { elementKey } from '../element-reference.ts';
import type { Session } from '../session.ts';
import type { Box, Point, TouchMove } from '../window/app-window.ts';
import { choiceIn, type Given, optionalNumber, optionalText } from './given.ts';

export type Direction = 'up' | 'down' | 'left' | 'right';

const directions: readonly Direction[] = ['up', 'down', 'left', 'right'];

/** How many steps a finger that is drawn over the screen makes. */
const dragSteps = 8;

/** A touch that the system takes for a long one. */
const longTouchMs = 600;

export function directionIn(given: Given): Direction {
  return choiceIn(given, 'direction', directions);
}

/** In CSS pixels: of the element, of `left` … `height`, else of the screen. */
export async function areaIn(session: Session, given: Given): Promise<Box> {
  const elementId = optionalText(given, 'elementId');
  if (elementId !== undefined) return boxOf(session, elementId);
  const [left, top, width, height] = ['left', 'top', 'width', 'height'].map((name) => optionalNumber(given, name));
  if (left === undefined || top === undefined || width === undefined || height === undefined) {
    return { x: 0, y: 0, ...screenSize(session) };
  }
  const { scale } = session;
  return { x: left / scale, y: top / scale, width: width / scale, height: height / scale };
}

/**
 * Where a finger goes, in CSS pixels: `x` and `y` from the corner of the element, or on the screen; in the middle of the
 * element without them, or with 0 and 0, which WebdriverIO sends for none.
 */
export async function pointIn(session: Session, given: Given, names: readonly [string, string]): Promise<Point> {
  const [x, y] = names.map((name) => optionalNumber(given, name));
  const area = await areaIn(session, { elementId: given.elementId });
  if (x === undefined || y === undefined || (given.elementId !== undefined && x === 0 && y === 0)) {
    return { x: area.x + area.width / 2, y: area.y + area.height / 2 };
  }
  return { x: area.x + x / session.scale, y: area.y + y / session.scale };
}

export async function boxOf(session: Session, elementId: string): Promise<Box> {
  const { window, key } = session.element(elementId);
  return agentOf(session, window).box(key);
}

export async function tap(session: Session, point: Point, times = 1): Promise<void> {
  for (let count = 0; count < times; count += 1) {
    await session.window().touch([
      { type: 'down', ...point },
      { type: 'up', ...point },
    ]);
  }
}

export async function longTap(session: Session, point: Point, ms = longTouchMs): Promise<void> {
  await session.window().touch([
    { type: 'down', ...point },
    { type: 'up', ...point, pauseMs: ms },
  ]);
}

export async function drag(session: Session, from: Point, to: Point, holdMs = 0): Promise<void> {
  const moves: TouchMove[] = [{ type: 'down', ...from }];
  for (let step = 1; step <= dragSteps; step += 1) {
    const part = step / dragSteps;
    const point = { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
    moves.push({ type: 'move', ...point, pauseMs: step === 1 ? holdMs : 0 });
  }
  await session.window().touch([...moves, { type: 'up', ...to }]);
}

/** The finger goes that way, over a part of the area. */
export async function swipe(session: Session, area: Box, direction: Direction, part: number): Promise<void> {
  const [x, y] = [area.x + area.width / 2, area.y + area.height / 2];
  const [across, along] = [(area.width / 2) * part * 0.9, (area.height / 2) * part * 0.9];
  const ends: Readonly<Record<Direction, readonly [Point, Point]>> = {
    up: [
      { x, y: y + along },
      { x, y: y - along },
    ],
    down: [
      { x, y: y - along },
      { x, y: y + along },
    ],
    left: [
      { x: x + across, y },
      { x: x - across, y },
    ],
    right: [
      { x: x - across, y },
      { x: x + across, y },
    ],
  };
  await drag(session, ...ends[direction]);
}

const opposite: Readonly<Record<Direction, Direction>> = { up: 'down', down: 'up', left: 'right', right: 'left' };

/** What lies further that way comes into sight. True when there is still more of it. */
export async function scroll(session: Session, area: Box, direction: Direction, part: number): Promise<boolean> {
  const middle = [area.x + area.width / 2, area.y + area.height / 2];
  const hasRoom = async () => (await session.window().execute(roomBody, [...middle, direction])) === true;
  // Drawn over what is at its end, a finger moves nothing.
  if (!(await hasRoom())) return false;
  await swipe(session, area, opposite[direction], part);
  return hasRoom();
}

/** Whether anything under the point can be scrolled further. */
const roomBody = `
  const [x, y, direction] = arguments;
  for (let one = document.elementFromPoint(x, y); one; one = one.parentElement) {
    const { overflowX, overflowY } = getComputedStyle(one);
    const isUpright = direction === 'up' || direction === 'down';
    const isRoot = one === document.scrollingElement;
    if (!isRoot && !/auto|scroll/.test(isUpright ? overflowY : overflowX)) continue;
    const room = {
      up: one.scrollTop,
      down: one.scrollHeight - one.clientHeight - one.scrollTop,
      left: one.scrollLeft,
      right: one.scrollWidth - one.clientWidth - one.scrollLeft,
    };
    if (room[direction] > 1) return true;
  }
  return false;`;

/** Into sight, whatever it takes. */
export async function scrollTo(session: Session, elementId: string): Promise<void> {
  const { window, key } = session.element(elementId);
  await window.execute("arguments[0].scrollIntoView({ block: 'center' });", [{ [elementKey]: key }]);
  await window.settle();
}

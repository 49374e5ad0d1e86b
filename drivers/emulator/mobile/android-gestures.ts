import { errors } from 'appium/driver.js';
import { findCommands } from '../commands/find.ts';
import type { Session } from '../session.ts';
import { ask, type Run } from './combine.ts';
import { areaIn, directionIn, drag, longTap, pointIn, scroll, scrollTo, swipe, tap } from './gestures.ts';
import { type Given, numberIn, optionalNumber, textIn } from './given.ts';

const xy = ['x', 'y'] as const;

/** 1 is the whole way. Throws as UiAutomator2 does. */
function percentIn(given: Given): number {
  const percent = numberIn(given, 'percent');
  if (percent > 0 && percent <= 1) return percent;
  throw new errors.InvalidArgumentError(`'percent' value must be in range (0, 1]. Got ${percent}`);
}

/** How far a scroll goes until the target is found: UiScrollable’s own limit. */
const swipesMax = 30;

async function scrollUntilFound(session: Session, given: Given): Promise<void> {
  const [strategy, selector] = [textIn(given, 'strategy'), textIn(given, 'selector')];
  const most = optionalNumber(given, 'maxSwipes') ?? swipesMax;
  for (let count = 0; count <= most; count += 1) {
    const found = await ask(findCommands.findElements, session, strategy, selector);
    if (Array.isArray(found) && found.length > 0) return;
    if (!(await scroll(session, await areaIn(session, given), 'down', 0.8))) break;
  }
  throw new errors.NoSuchElementError(`${selector} was not found by scrolling`);
}

export const androidGestures = {
  'mobile: clickGesture': async (session, given) => tap(session, await pointIn(session, given, xy)),
  'mobile: doubleClickGesture': async (session, given) => tap(session, await pointIn(session, given, xy), 2),
  'mobile: dragGesture': async (session, given) =>
    drag(
      session,
      await pointIn(session, given, ['startX', 'startY']),
      await pointIn(session, { endX: given.endX, endY: given.endY }, ['endX', 'endY']),
      600,
    ),
  'mobile: flingGesture': async (session, given) =>
    scroll(session, await areaIn(session, given), directionIn(given), 1),
  'mobile: longClickGesture': async (session, given) =>
    longTap(session, await pointIn(session, given, xy), optionalNumber(given, 'duration')),
  // The pages of the journey are as wide as the screen: two fingers change nothing on them.
  'mobile: pinchCloseGesture': async (_session, given) => void percentIn(given),
  'mobile: pinchOpenGesture': async (_session, given) => void percentIn(given),
  'mobile: scroll': scrollUntilFound,
  'mobile: scrollBackTo': async (session, given) => scrollTo(session, textIn(given, 'elementToId')),
  'mobile: scrollGesture': async (session, given) =>
    scroll(session, await areaIn(session, given), directionIn(given), percentIn(given)),
  'mobile: swipeGesture': async (session, given) =>
    swipe(session, await areaIn(session, given), directionIn(given), percentIn(given)),
} as const satisfies Readonly<Record<string, Run>>;

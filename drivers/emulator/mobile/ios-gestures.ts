import { errors } from 'appium/driver.js';
import { findCommands } from '../commands/find.ts';
import { elementIdOf } from '../element-reference.ts';
import type { Session } from '../session.ts';
import { ask, type Run } from './combine.ts';
import { areaIn, boxOf, directionIn, drag, longTap, pointIn, scroll, scrollTo, swipe, tap } from './gestures.ts';
import { choiceIn, type Given, numberIn, optionalNumber, optionalText, textIn } from './given.ts';

const xy = ['x', 'y'] as const;

/** appium-xcuitest-driver lib/commands/gesture mobileScroll */
async function scrollBy(session: Session, given: Given): Promise<void> {
  const [name, predicate] = [optionalText(given, 'name'), optionalText(given, 'predicateString')];
  if (name !== undefined) return scrollToFound(session, 'name', name);
  if (given.direction !== undefined) {
    const distance = optionalNumber(given, 'distance') ?? 1;
    await scroll(session, await areaIn(session, given), directionIn(given), Math.min(1, distance));
    return undefined;
  }
  if (predicate !== undefined) return scrollToFound(session, '-ios predicate string', predicate);
  if (given.toVisible === true) return scrollTo(session, textIn(given, 'elementId'));
  throw new errors.InvalidArgumentError(
    'Mobile scroll supports the following strategies: name, direction, predicateString, and toVisible. ' +
      'Specify one of these',
  );
}

async function scrollToFound(session: Session, strategy: string, selector: string): Promise<void> {
  const found = await ask(findCommands.findElement, session, strategy, selector);
  const elementId = elementIdOf(found);
  if (elementId !== undefined) await scrollTo(session, elementId);
}

async function dragWithVelocity(session: Session, given: Given): Promise<void> {
  const [fromId, toId] = [optionalText(given, 'fromElementId'), optionalText(given, 'toElementId')];
  const holdMs = numberIn(given, 'pressDuration') * 1_000;
  if (fromId !== undefined && toId === undefined) {
    throw new errors.InvalidArgumentError(`"toElementId" parameter is mandatory for "dragFromToWithVelocity" call`);
  }
  if (fromId === undefined && ['fromX', 'fromY', 'toX', 'toY'].some((name) => given[name] === undefined)) {
    throw new errors.InvalidArgumentError(
      'When fromElementId is not provided, fromX, fromY, toX, and toY must all be provided',
    );
  }
  const from = await pointIn(session, { ...given, elementId: fromId }, ['fromX', 'fromY']);
  const to = await pointIn(session, { ...given, elementId: toId }, ['toX', 'toY']);
  await drag(session, from, to, holdMs);
}

/** `<select>` shows a wheel: one further, or one back. */
async function turnWheel(session: Session, given: Given): Promise<void> {
  const by = choiceIn(given, 'order', ['next', 'previous']) === 'next' ? 1 : -1;
  const { x, y, width, height } = await boxOf(session, textIn(given, 'elementId'));
  await session.window().execute(wheelBody, [x + width / 2, y + height / 2, by]);
  await session.window().settle();
}

const wheelBody = `
  const [x, y, by] = arguments;
  const wheel = document.elementFromPoint(x, y)?.closest('select');
  if (!wheel) throw new Error('The element is no picker wheel');
  wheel.selectedIndex = Math.max(0, Math.min(wheel.options.length - 1, wheel.selectedIndex + by));
  for (const type of ['input', 'change']) wheel.dispatchEvent(new Event(type, { bubbles: true }));`;

export const iosGestures = {
  'mobile: doubleTap': async (session, given) => tap(session, await pointIn(session, given, xy), 2),
  'mobile: dragFromToForDuration': async (session, given) =>
    drag(
      session,
      await pointIn(session, given, ['fromX', 'fromY']),
      await pointIn(session, given, ['toX', 'toY']),
      numberIn(given, 'duration') * 1_000,
    ),
  'mobile: dragFromToWithVelocity': dragWithVelocity,
  // No phone of the catalogue has a screen that feels pressure: a long touch, as on those.
  'mobile: forcePress': async (session, given) => longTap(session, await pointIn(session, given, xy)),
  // The pages of the journey are as wide as the screen: two fingers change nothing on them.
  'mobile: pinch': async (_session, given) => void [numberIn(given, 'scale'), numberIn(given, 'velocity')],
  'mobile: rotateElement': async (_session, given) => void [numberIn(given, 'rotation'), numberIn(given, 'velocity')],
  'mobile: scroll': scrollBy,
  'mobile: scrollToElement': (session, given) => scrollTo(session, textIn(given, 'elementId')),
  'mobile: selectPickerWheelValue': turnWheel,
  'mobile: swipe': async (session, given) =>
    swipe(session, await areaIn(session, { elementId: given.elementId }), directionIn(given), 0.6),
  'mobile: tap': async (session, given) => tap(session, await pointIn(session, given, xy)),
  'mobile: tapWithNumberOfTaps': async (session, given) =>
    tap(session, await pointIn(session, given, xy), optionalNumber(given, 'numberOfTaps') ?? 1),
  'mobile: touchAndHold': async (session, given) =>
    longTap(session, await pointIn(session, given, xy), numberIn(given, 'duration') * 1_000),
  'mobile: twoFingerTap': async (session, given) => tap(session, await pointIn(session, given, xy)),
} as const satisfies Readonly<Record<string, Run>>;

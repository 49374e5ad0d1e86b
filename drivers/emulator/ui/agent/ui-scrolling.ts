import type { DialectElement } from './dialect-element.ts';
import type { Subject } from './element-registry.ts';
import { parseUiSelector, type UiScrollable, type UiSelector, type UiValue } from './ui-selector.ts';
import { matchUiSelector } from './ui-selector-match.ts';

/** As often as UiScrollable swipes before it gives up. */
const swipesMax = 30;

/** What a UiScrollable is to bring onto the screen. */
export function sought({ calls }: UiScrollable): UiSelector | undefined {
  for (const { name, given } of calls) {
    const [first, second] = given;
    if (name === 'scrollIntoView' && typeof first === 'object') return first;
    if (name === 'scrollTextIntoView') return { calls: [{ name: 'text', given: [first as UiValue] }] };
    if (name === 'scrollDescriptionIntoView') return { calls: [{ name: 'description', given: [first as UiValue] }] };
    if (name.startsWith('getChildBy') && typeof first === 'object' && typeof second === 'string') {
      const condition = name === 'getChildByDescription' ? 'description' : 'text';
      return { calls: [...first.calls, { name: condition, given: [second] }] };
    }
  }
  return undefined;
}

/** Scrolls as the UiScrollable of a locator says, until what it seeks is on the screen or the end is reached. */
export async function scrollTo(
  locator: string,
  subjectOf: (key: string) => Subject,
  look: () => DialectElement,
): Promise<void> {
  for (const expression of parseUiSelector(locator)) {
    if (!('container' in expression)) continue;
    const selector = sought(expression);
    const [container] = matchUiSelector(look(), expression.container);
    const subject = container?.node === undefined ? undefined : subjectOf(container.node.key);
    if (selector === undefined || !(subject instanceof Element)) continue;
    if (matchUiSelector(look(), selector).length > 0) return;
    subject.scrollTo(0, 0);
    for (let swipe = 0; swipe < swipesMax; swipe += 1) {
      if (matchUiSelector(look(), selector).length > 0) return;
      const before = subject.scrollTop;
      subject.scrollBy({ top: subject.clientHeight * 0.7, behavior: 'instant' });
      if (subject.scrollTop === before) break;
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  }
}

import type { HandsetSession } from './handset-session.ts';
import { type ReadScreen, readPageSource, type ScrollArea } from './screen-reader.ts';

/** No page of the journey is longer: what goes on for ever is cut. */
const swipesMax = 12;

/**
 * The screen with all that a person finds on it by scrolling down: UiAutomator2 tells only what is in sight. The page
 * stands at its top again afterwards; whoever taps looks for the element again.
 */
export async function readWholeScreen(session: HandsetSession): Promise<ReadScreen> {
  const seen = readPageSource(await session.source());
  const { scrollArea } = seen;
  if (scrollArea === undefined) return seen;
  // A tap further down has left it there.
  await toTop(session, scrollArea);
  let whole = readPageSource(await session.source());
  for (let count = 0, goesOn = true; goesOn && count < swipesMax; count += 1) {
    goesOn = await session.scroll(scrollArea, 'down');
    whole = joined(whole, readPageSource(await session.source()));
  }
  await toTop(session, scrollArea);
  return whole;
}

async function toTop(session: HandsetSession, area: ScrollArea): Promise<void> {
  for (let count = 0; count < swipesMax && (await session.scroll(area, 'up')); count += 1);
}

function joined(first: ReadScreen, next: ReadScreen): ReadScreen {
  return {
    ...next,
    texts: overlapped(first.texts, next.texts),
    fields: union(first.fields, next.fields),
    controls: union(first.controls, next.controls),
    disabled: union(first.disabled, next.disabled),
  };
}

function union(first: readonly string[], next: readonly string[]): readonly string[] {
  return [...new Set([...first, ...next])];
}

/** The end of the first is the beginning of the second, as far as that goes. */
function overlapped(first: readonly string[], next: readonly string[]): readonly string[] {
  let length = Math.min(first.length, next.length);
  while (length > 0 && !first.slice(-length).every((text, index) => text === next[index])) length -= 1;
  return [...first, ...next.slice(length)];
}

import type { HandsetSession } from './handset-session.ts';
import { type ReadScreen, readPageSource, type ScrollArea } from './screen-reader.ts';

/** No page of the journey is longer: what goes on for ever is cut. */
const swipesMax = 12;

/**
 * The screen with all that a person finds on it by scrolling from its top down: UiAutomator2 tells only what is in sight.
 * The page is left at its end; whoever taps looks for the element again.
 */
export async function readWholeScreen(session: HandsetSession): Promise<ReadScreen> {
  const seen = readPageSource(await session.source());
  if (seen.scrollArea === undefined) return seen;
  await scrollThrough(session, seen.scrollArea, 'up', async () => undefined);
  let whole = readPageSource(await session.source());
  await scrollThrough(session, seen.scrollArea, 'down', async () => {
    whole = joined(whole, readPageSource(await session.source()));
  });
  return whole;
}

async function scrollThrough(
  session: HandsetSession,
  area: ScrollArea,
  direction: 'up' | 'down',
  look: () => Promise<void>,
): Promise<void> {
  for (let count = 0, goesOn = true; goesOn && count < swipesMax; count += 1) {
    goesOn = await session.scroll(area, direction);
    await look();
  }
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

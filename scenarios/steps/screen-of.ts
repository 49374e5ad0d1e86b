import type { Screen } from '#drivers/handset';
import { Unmet } from './unmet.ts';

/** The screen and the sentences on it, for the answer to "that is not what it shows". */
export function describeScreen(screen: Screen): { readonly ja: string; readonly en: string } {
  const ja = screen.texts.map((text) => text.ja).join(' / ');
  const en = screen.texts.map((text) => text.en).join(' / ');
  return {
    ja: `画面は ${screen.app} の ${screen.screen}（${ja}）`,
    en: `the screen is ${screen.screen} of ${screen.app} (${en})`,
  };
}

/** A person goes on only from the screen that the next move belongs to. Throws Unmet. */
export function need(screen: Screen, ...names: readonly string[]): void {
  if (names.includes(screen.screen)) return;
  const wanted = names.join(' | ');
  throw new Unmet('screen', { ja: `画面が ${wanted} になる`, en: `the screen ${wanted}` }, describeScreen(screen));
}

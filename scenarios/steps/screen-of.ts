import type { Screen } from '#drivers/handset';
import { screenNames } from './screen-names.ts';
import { Unmet } from './unmet.ts';
import { word } from './words.ts';

/** The screen and the sentences on it, for the answer to "that is not what it shows". */
export function describeScreen(screen: Screen): { readonly ja: string; readonly en: string } {
  const name = word(screenNames, screen.screen);
  const ja = screen.texts.map((text) => text.ja).join(' / ');
  const en = screen.texts.map((text) => text.en).join(' / ');
  return {
    ja: `${name.ja}でした${said(ja, name.ja) ? `（${ja}）` : ''}`,
    en: `it was ${name.en}${said(en, name.en) ? ` (${en})` : ''}`,
  };
}

/** Whether the texts say more than the name of the screen. */
function said(texts: string, name: string): boolean {
  return texts !== '' && texts !== name && !name.toLowerCase().endsWith(texts.toLowerCase());
}

/** A person goes on only from the screen that the next move belongs to. Throws Unmet. */
export function need(screen: Screen, ...names: readonly string[]): void {
  if (names.includes(screen.screen)) return;
  const wanted = names.map((name) => word(screenNames, name));
  throw new Unmet(
    'screen',
    { ja: `画面が${wanted.map(({ ja }) => ja).join('か')}になる`, en: wanted.map(({ en }) => en).join(' or ') },
    describeScreen(screen),
  );
}

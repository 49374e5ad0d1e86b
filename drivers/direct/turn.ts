import type { Bilingual } from '#sim/errors';
import type { Fetch, RunningWorld } from '#sim/kernel';
import { type ScreenApp, type ScreenName, screenCatalogue } from '../handset/index.ts';
import { type Carried, type HandsetState, isInstalled, type Shown } from './handset-store.ts';

/** One tap, with all that it can reach. `state` is as it was before the tap. */
export interface Turn {
  readonly world: RunningWorld;
  readonly fetch: Fetch;
  readonly state: HandsetState;
  /** Where the page runs that the tap is on. */
  readonly app: ScreenApp;
  /** What the person has typed; memory only. */
  readonly typed: ReadonlyMap<string, string>;
}

/** The screen that follows. `link` goes on when the page still stands for it. */
export interface Next {
  readonly shown: Shown;
  readonly link: string | undefined;
}

export type Handler = (turn: Turn) => Promise<Next>;

interface Extra {
  /** After the screen's own texts, or in their place when they are `only`. */
  readonly texts?: readonly Bilingual[];
  readonly fields?: readonly string[];
  readonly controls?: readonly string[];
  readonly disabled?: readonly string[];
  readonly carried?: Carried;
  readonly app?: ScreenApp;
  /** The page still stands for the link that was opened. */
  readonly keepLink?: boolean;
}

export function next(turn: Turn, screen: ScreenName, extra: Extra = {}): Next {
  const entry = screenCatalogue[screen];
  const controls = [...entry.controls, ...(extra.controls ?? [])];
  const disabled = extra.disabled ?? [];
  return {
    shown: {
      app: extra.app ?? turn.app,
      screen,
      texts: [...entry.texts, ...(extra.texts ?? [])],
      fields: [...entry.fields, ...(extra.fields ?? [])],
      controls: controls.filter((control) => !disabled.includes(control)),
      disabled,
      carried: extra.carried ?? {},
    },
    link: extra.keepLink === true ? turn.state.link : undefined,
  };
}

/** From a page of the browser the way leads into the app: only there a student ID is received and shown. */
export function loginScreen(turn: Turn, texts: readonly Bilingual[] = []): Next {
  const hasApp = turn.app === 'wallet' || isInstalled(turn.world, turn.state.id, 'wallet');
  return hasApp ? next(turn, 'login', { app: 'wallet', texts }) : next(turn, 'app-needed', { texts });
}

/** The names among these that were left empty: the browser itself holds such a form back (HTML `required`). */
export function emptyFields(turn: Turn, fields: readonly string[]): string[] {
  return fields.filter((field) => (turn.typed.get(field) ?? '') === '');
}

/** The same screen once more, with sentences on it that say what is missing or wrong. */
export function again(turn: Turn, texts: readonly Bilingual[]): Next {
  const { shown, link } = turn.state;
  const own: readonly Bilingual[] = screenCatalogue[shown.screen].texts;
  return { shown: { ...shown, texts: [...own, ...texts] }, link };
}

/** The token at the end of the link that the page stands for. */
export function tokenOf(turn: Turn): string {
  const path = turn.state.link?.split('?', 1)[0] ?? '';
  return decodeURIComponent(path.split('/')[2] ?? '');
}

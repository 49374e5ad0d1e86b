import type { Instant, Json } from '#sim/kernel';
import type { BarSettings } from '../ui/bar-settings.ts';

/** What a page asks the network for. */
export interface PageRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | undefined;
  /** Of the document itself, not of something in it. */
  readonly isNavigation: boolean;
}

export interface PageReply {
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Uint8Array;
}

/** `offline`: the handset has no network. `unreachable`: nobody answers there. */
export type PageFailure = 'offline' | 'unreachable';

/** In CSS pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** `frozen` shows one instant until it is told another; `running` goes on from it with the machine's time. */
export interface WindowClock {
  readonly now: Instant;
  readonly mode: 'frozen' | 'running';
}

/** One movement of a pointer; `pauseMs` passes before it. */
export interface TouchMove extends Point {
  readonly type: 'down' | 'move' | 'up';
  readonly pauseMs?: number;
}

export type PageFunction = (...given: readonly Json[]) => Promise<Json>;

/** How elements are told: as UiAutomator2 tells them, as XCUITest does, or as the tree of a desktop program. */
export type Dialect = 'android' | 'ios' | 'desktop';

export interface WindowOptions {
  readonly screen: { readonly width: number; readonly height: number; readonly scale: number };
  readonly isTouch: boolean;
  /** What the system’s bars cover, `env(safe-area-inset-*)`; in CSS pixels. */
  readonly insets?: { readonly top: number; readonly bottom: number };
  /** Asked for every screenshot; they are painted over the page for it alone, and no page and no agent ever sees them. */
  readonly bars?: () => BarSettings;
  readonly isDark: boolean;
  /** BCP 47: `ja-JP`. */
  readonly locale: string;
  /** IANA: `Asia/Tokyo`. */
  readonly timeZone: string;
  readonly userAgent: string;
  readonly clock: WindowClock;
  /** Of the app: windows of one share cookies and storage, and nothing with those of another. */
  readonly storage: string;
  /** Whose window it is, as its elements tell: the app's name on iOS, its package on Android. */
  readonly app?: { readonly name: string; readonly package: string };
  /** Every request of the page comes here; nothing reaches a network by itself. */
  answer(request: PageRequest): Promise<PageReply | PageFailure>;
  /** A navigation that a person caused, to another origin, another scheme or a new window. False: it goes on in this window. */
  leaves(url: string, isNewWindow: boolean): boolean;
  /** What the page can call, as `window.<name>(…)`, each a promise. A window is not settled while one is under way: none may wait for a person. */
  readonly functions?: Readonly<Record<string, PageFunction>>;
  /** Runs in each document of the window, not in frames, before anything of its own; the functions are there. */
  readonly startScript?: string;
}

/** A running app: one page of the shared browser, phone-sized. */
export interface AppWindow extends AsyncDisposable {
  readonly url: string;
  readonly title: string;
  /** Loads, and settles. */
  open(url: string): Promise<void>;
  /**
   * Asks the agent, in a world of its own that the page cannot see. Elements are keys, `key`; sizes are in what the dialect
   * counts in (Android: pixels of the panel). Throws AgentError, with the name of a W3C error in `error`.
   *
   *     source     (dialect)                          → the page source
   *     find       (using, value, root key | null, dialect) → keys, in the order of the document
   *     attribute  (key, name, dialect)               → string | null
   *     text · name (key, dialect)                    → string; `name` is the class, the type or the tag
   *     rect       (key, dialect)                     → { x, y, width, height }
   *     displayed · enabled · selected (key, dialect) → boolean
   *     tapPoint   (key, dialect)                     → { x, y } in CSS pixels, for `touch`
   *     active     ()                                 → key | null
   *     focus · clear (key)                           → null
   *     keyboard   ()                                 → whether a field that is typed into has the focus
   *     page-…                                        → of the page itself, see ui/agent/page-commands
   */
  agent<Answer>(command: string, ...given: readonly Json[]): Promise<Answer>;
  /** Runs a function body in the page's own world, as `execute/sync` does. */
  execute(body: string, given: readonly Json[]): Promise<Json | undefined>;
  /** As fingers do it; settles. */
  touch(moves: readonly TouchMove[]): Promise<void>;
  /** As the keyboard does it; settles. */
  type(text: string): Promise<void>;
  /** A PNG of what is painted; in CSS pixels times the scale. */
  screenshot(area?: Box): Promise<Buffer>;
  /** Until nothing is under way any more: no request, no pending render, no navigation. */
  settle(): Promise<void>;
  setClock(clock: WindowClock): Promise<void>;
  setScreen(screen: WindowOptions['screen']): Promise<void>;
  setLook(look: { readonly isDark: boolean; readonly locale: string; readonly timeZone: string }): Promise<void>;
  /** Hidden, as when another app is in front: `visibilitychange` reaches the page. Settles not: its own tap may hide it. */
  setVisible(isVisible: boolean): Promise<void>;
}

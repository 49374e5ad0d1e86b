import { type ScreenName, walletWords } from '../words/index.ts';
import type { Language, Said } from './language.ts';
import { type PageApp, schemeLink } from './place.ts';
import type { Phone } from './shell.ts';
import type { AppStorage } from './storage.ts';
import type { Answer, Call, CallWallet } from './wallet-client.ts';

/** What a screen is about, beside its own sentences. */
export interface ScreenData {
  /** Who issued what to which address, which is masked. */
  readonly about?: readonly Said[];
  readonly list?: ListData;
  readonly devices?: readonly DeviceEntry[];
  /** The card that is shown; it stands in the app's storage. */
  readonly credential?: string;
  /** The card stands as it was stored, for want of a network. */
  readonly isOffline?: boolean;
  readonly verification?: Verification;
  /** What was on the screen when the app locked itself. */
  readonly behind?: Shown | undefined;
  /** Boxes that are ticked. */
  readonly ticked?: readonly string[];
  /** Versions of the documents that are agreed to. */
  readonly documents?: { readonly terms: string; readonly privacyPolicy: string };
  /** The form that the service gave out, and takes back for a while. */
  readonly form?: string;
  /** What `retry` does again. */
  readonly again?: Again;
}

export interface ListData {
  readonly receivable: readonly ListEntry[];
  readonly received: readonly ListEntry[];
  /** What `show-id` shows. */
  readonly toShow?: string;
  /** Said above the entries: they stand as they were stored. */
  readonly isOffline?: boolean;
}

export interface ListEntry {
  readonly credential: string;
  readonly school: Said;
  /** Absent when only the stored card is there. */
  readonly achievement?: Said;
  readonly name?: string;
  readonly status?: string;
  readonly validFrom?: number;
  readonly validUntil?: number;
}

export interface DeviceEntry {
  readonly device: string;
  readonly name: string;
  readonly current: boolean;
  readonly lastSeenAt: string;
}

/** What a verifier says: `accepted` alone may be relied upon. */
export interface Verification {
  readonly verdict: 'accepted' | 'refused' | 'unconfirmed';
  readonly checks: readonly VerifiedCheck[];
}

export interface VerifiedCheck {
  readonly id: string;
  readonly valid?: boolean;
  readonly skipped?: 'unknown' | 'not-applicable';
  readonly sentence: Said;
}

export type Again =
  | { readonly what: 'link' }
  | { readonly what: 'app' }
  | { readonly what: 'control'; readonly control: string; readonly on: Shown };

/** What stands on the screen. */
export interface Shown {
  readonly screen: ScreenName;
  readonly data: ScreenData;
  /** Sentences after the screen's own ones. */
  readonly notes: readonly Said[];
  /** They say what is missing or wrong on the form that the person has just sent. */
  readonly isRefusal: boolean;
  /** The link that the page stands for. */
  readonly link: string | undefined;
}

export interface Ports {
  readonly language: Language;
  readonly call: CallWallet;
  readonly storage: AppStorage;
  readonly phone: Phone;
  /** The phone's clock. */
  now(): number;
  /** Leads out of the page. */
  leave(url: string): void;
}

/** One tap, with all that it can reach. `shown` is as it was before the tap. */
export interface Turn {
  readonly app: PageApp;
  readonly shown: Shown;
  /** What the person has typed; memory only. */
  readonly typed: ReadonlyMap<string, string>;
  readonly ports: Ports;
}

export type Handler = (turn: Turn) => Promise<Shown>;

export interface Extra {
  readonly data?: ScreenData;
  readonly notes?: readonly Said[];
  /** The page still stands for the link that was opened. */
  readonly keepLink?: boolean;
}

export function next(turn: Turn, screen: ScreenName, { data = {}, notes = [], keepLink = false }: Extra = {}): Shown {
  return { screen, data, notes, isRefusal: false, link: keepLink ? turn.shown.link : undefined };
}

/** The same screen once more, with sentences on it that say what is missing or wrong. */
export function again(turn: Turn, notes: readonly Said[]): Shown {
  return { ...turn.shown, notes, isRefusal: true };
}

/** The app, with the session that it has; pages of a browser have none. */
export function callWallet<Body>(turn: Turn, call: Call): Promise<Answer<Body>> {
  return turn.ports.call<Body>(call, turn.app === 'wallet' ? turn.ports.storage.session() : undefined);
}

export interface ToLogin {
  readonly data?: ScreenData;
  readonly notes?: readonly Said[];
  /** What the app opens with, when a page of the browser leads there. */
  readonly path?: string;
}

/** From a page of the browser the way leads into the app: only there a student ID is received and shown. */
export function loginScreen(turn: Turn, { data = {}, notes = [], path = '/login' }: ToLogin = {}): Shown {
  if (turn.app === 'wallet') return next(turn, 'login', { data, notes });
  // Where the app is not installed nothing opens, and this page stays.
  turn.ports.leave(schemeLink(path));
  return next(turn, 'app-needed', { data, notes });
}

/** Whether a field among these was left empty: the browser itself holds such a form back (HTML `required`). */
export function isMissing(turn: Turn, fields: readonly string[]): boolean {
  return fields.some((field) => (turn.typed.get(field) ?? '') === '');
}

export function fieldsMissing(turn: Turn): Shown {
  return again(turn, [walletWords.sentences.fieldsMissing]);
}

/** The tap that is under way, to be done once more by `retry`. */
export function thisTap(turn: Turn, control: string): Again {
  return { what: 'control', control, on: turn.shown };
}

import type { Bilingual } from '#sim/errors';
import type { NetworkState } from '../../handset/index.ts';

/**
 * The system's own pages and what they share with the phone behind them.
 *
 * - `https://handset.test/<screen>?…` is the document of a {@link SystemScreen}: it loads `/built/fonts.css`,
 *   `/built/look.css` and `/built/system.js` of the same origin (the files of `built/handset`), and holds one element,
 *   `<handset-system screen="<screen>">`. Root of a page: `data-testid="screen-<name>"`, as `screenCatalogue` names it.
 * - `GET /state` answers a {@link SystemState}. When it changes, the event `handset-change` reaches the page's window, and
 *   the page asks again.
 * - `POST /do/<action>` with the action's JSON is a person's tap: {@link SystemActions}. It answers 204 when everything
 *   that the tap set off is done (the app is open and painted); 400 with `{ message }` when it makes no sense.
 * - `GET /icon/<app id>` is the picture of an installed app (404: draw your own, as for the system's apps);
 *   `GET /picture/<app id>` a PNG of a running app as it was left, for the switcher; `GET /picture/camera` what is held
 *   before the camera; `GET /picture/behind` what a dialog, the notifications or the switcher stand in front of.
 *   A picture of the screen is taken only when someone asks, as it costs: a page that stands in front of another one
 *   paints `/picture/behind` as its background when the event `handset-picture` reaches its window, not before.
 *
 * `unreachable` and `offline` are the answer to an address that failed: they stand at that address, and load their files
 * and state across origins. Their `retry` reloads.
 */
export const systemOrigin = 'https://handset.test';

export const systemScreens = [
  'home',
  'switcher',
  'notifications',
  /** In front of everything: {@link SystemState.dialog}. */
  'dialog',
  'camera',
  'settings',
  /** A tab of the browser with nothing in it yet: a field `address` and a control `go`. */
  'new-tab',
  'powered-off',
  'lock',
  /** `screen-site-unreachable`: nobody answers at the address. */
  'unreachable',
  /** `screen-network-error`: the phone has no network. */
  'offline',
] as const;

export type SystemScreen = (typeof systemScreens)[number];

export interface SystemState {
  readonly platform: 'iOS' | 'Android' | 'Windows' | 'ChromeOS';
  readonly version: string;
  readonly model: { readonly key: string; readonly name: string; readonly form: 'phone' | 'tablet' | 'pc' };
  readonly language: 'ja' | 'en';
  readonly isDark: boolean;
  /** 0 … 100 */
  readonly battery: number;
  readonly network: NetworkState | 'slow';
  readonly isLocked: boolean;
  readonly orientation: 'PORTRAIT' | 'LANDSCAPE';
  /** Without the home screen, in the order in which they stand there. */
  readonly apps: readonly ShownApp[];
  /** Ids of running apps; the one that was used last comes first. */
  readonly recent: readonly string[];
  /** The newest first. */
  readonly notifications: readonly ShownNotification[];
  readonly dialog?: ShownDialog;
  readonly camera: ShownCamera;
  /** How far its clock is ahead of true time, in ms; absent for right. */
  readonly clockSkewMs?: number;
  /** A version that the system can be updated to; absent when it is the newest. */
  readonly update?: string;
}

export interface ShownApp {
  readonly id: string;
  readonly name: Bilingual;
  readonly isSystem: boolean;
  /** How many notifications of it nobody has looked at. */
  readonly badge: number;
}

export interface ShownNotification {
  /** `n1` */
  readonly id: string;
  readonly app: string;
  readonly title: string;
  readonly text: string;
  readonly at: number;
}

export interface ShownDialog {
  /** `biometric` waits for a finger or a face; its buttons are for those who do not want to. */
  readonly type: 'permission' | 'open-in-app' | 'message' | 'passcode' | 'biometric';
  readonly title: string;
  readonly text: string;
  /** The label is the button's text and, on iOS, its accessibility id; the role says what Appium’s accept and dismiss tap. */
  readonly buttons: readonly { readonly label: string; readonly role: 'accept' | 'dismiss' }[];
}

export interface ShownCamera {
  readonly hasPicture: boolean;
  /** What the QR code in the picture says: a control `open-code`. */
  readonly code?: string;
}

/** `POST /do/<name>` → its JSON. */
export interface SystemActions {
  'open-app': { readonly id: string };
  /** Swiped away in the switcher. */
  'close-app': { readonly id: string };
  'remove-app': { readonly id: string };
  'go-home': Nothing;
  'go-back': Nothing;
  'open-switcher': Nothing;
  'open-notifications': Nothing;
  /** The notifications or the switcher, away again. */
  close: Nothing;
  'open-notification': { readonly id: string };
  'clear-notifications': Nothing;
  /** The button's place in the dialog. */
  answer: { readonly button: number };
  /** Typed into the browser's address field. */
  'open-address': { readonly url: string };
  'open-code': Nothing;
  unlock: Nothing;
  'set-network': { readonly state: 'on' | 'off' };
  /** Date and time are set by the network again: the clock is right. */
  'set-automatic-time': Nothing;
  'update-system': { readonly version: string };
  'set-look': { readonly isDark?: boolean; readonly language?: 'ja' | 'en' };
}

type Nothing = { readonly [name: string]: never };

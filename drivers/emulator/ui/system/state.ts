/**
 * What a phone tells its own screens, and what they ask it to do. The pages are at `https://handset.test/<screen>`
 * (system-page.ts writes them), their files at `https://handset.test/built/…` (the folder `built/handset`), pictures
 * wherever the state says. A page asks `GET /state` when it is opened and behind every action; whoever changes something
 * under a shown page calls `refreshSystem()` in it, a promise.
 */

/** A text in both languages, as the catalogue of errors has them. */
export interface TextView {
  readonly ja: string;
  readonly en: string;
}

export type Language = 'ja' | 'en';

/** The screens, by the last part of their address: `/home`, `/lock`, … */
export const systemScreens = [
  'home',
  'lock',
  'switcher',
  'notifications',
  'dialog',
  'camera',
  'settings',
  'powered-off',
] as const;

export type SystemScreen = (typeof systemScreens)[number];

export type AppId = 'store' | 'browser' | 'mail' | 'camera' | 'settings' | (string & {});

/** An app on the home screen, in the order that it was put there. */
export interface AppView {
  readonly id: AppId;
  readonly name: TextView;
  /** Address of its picture; apps of the system are drawn by the pages themselves. */
  readonly icon?: string;
  /** Unread mails and the like; 0 or absent shows none. */
  readonly badge?: number;
}

/** An app that runs, the one used last first. */
export interface RecentView {
  readonly id: AppId;
  readonly name: TextView;
  readonly icon?: string;
  /** Address of what it showed when it was left; absent for a blank card. */
  readonly picture?: string;
}

export interface NotificationView {
  readonly id: string;
  /** The app that it is from. */
  readonly app: AppId;
  readonly appName: TextView;
  readonly icon?: string;
  readonly title: string;
  readonly text: string;
  /** RFC 3339. */
  readonly at: string;
}

export type Permission = 'camera' | 'notifications' | 'location' | 'photos';

/** A question of the system in front of everything; its words are those of dialog-words.ts. */
export type SystemDialog =
  | {
      readonly type: 'biometric';
      readonly method: 'face' | 'fingerprint' | 'none';
      readonly app: TextView;
      /** What the app says that it is for. */
      readonly reason: string;
      /** Nothing was recognised, and it asks again. */
      readonly isRefused?: boolean;
    }
  | { readonly type: 'permission'; readonly permission: Permission; readonly app: TextView }
  | { readonly type: 'open-in-app'; readonly app: TextView; readonly from: TextView }
  | { readonly type: 'low-battery'; readonly level: number }
  /** What a page or an app asks: alert, confirm, prompt. */
  | { readonly type: 'alert'; readonly text: string; readonly buttons: readonly string[] };

/** The answer of GET /state. */
export interface SystemState {
  readonly platform: 'iOS' | 'Android' | 'Windows' | 'ChromeOS';
  /** Of the system. */
  readonly version: string;
  readonly form: 'phone' | 'tablet' | 'pc';
  /** As the settings show it: `iPhone 17`. */
  readonly model: string;
  readonly udid: string;
  readonly language: Language;
  readonly isDark: boolean;
  /** What the phone's clock shows (its skew is in it), RFC 3339, and IANA zone. */
  readonly now: string;
  readonly timeZone: string;
  /** How far its clock is ahead of true time, in ms. */
  readonly clockSkewMs: number;
  readonly network: 'on' | 'off' | 'slow' | 'lost-after-request';
  /** 0 … 100 */
  readonly battery: number;
  readonly apps: readonly AppView[];
  readonly recent: readonly RecentView[];
  readonly notifications: readonly NotificationView[];
  readonly dialog?: SystemDialog;
  /** Address of the screen that a dialog, the shade or the lock screen stands in front of. */
  readonly behind?: string;
  readonly camera?: {
    /** Address of what is held before it. */
    readonly picture?: string;
    /** What the QR in it says; absent when there is none. */
    readonly found?: string;
  };
  /** A version that the system can be updated to; absent when it is the newest. */
  readonly update?: string;
}

/** What the screens ask for by `POST /do/<action>` with the JSON of its value; any 2xx is yes. */
export interface SystemActions {
  'open-app': { readonly app: AppId };
  'close-app': { readonly app: AppId };
  'open-notification': { readonly id: string };
  'clear-notifications': Record<string, never>;
  'close-notifications': Record<string, never>;
  /** The button as dialog-words.ts names it; `id` is its place. */
  'answer-dialog': { readonly button: string; readonly id: 'dialog-accept' | 'dialog-dismiss' };
  unlock: Record<string, never>;
  'go-home': Record<string, never>;
  'open-found-link': { readonly url: string };
  'set-network': { readonly state: 'on' | 'off' };
  'set-language': { readonly language: Language };
  'set-dark': { readonly isDark: boolean };
  /** Automatic date and time: the clock is right again. */
  'set-automatic-time': Record<string, never>;
  'update-system': { readonly version: string };
}

export type SystemAction = keyof SystemActions;

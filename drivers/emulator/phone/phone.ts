import type { Bilingual } from '#sim/errors';
import type { NetworkState, PhoneModel } from '../../handset/index.ts';
import type { AppWindow, WindowClock } from '../window/app-window.ts';
import type { PhoneMemory } from './phone-memory.ts';
import type { Look } from './phone-options.ts';
import type { ShownNotification } from './system-state.ts';

/** https://appium.github.io/appium-xcuitest-driver/latest/reference/execute-methods/#mobile-queryappstate */
export type AppState = 0 | 1 | 2 | 3 | 4;

/** An app on the phone: of the system, or installed. */
export interface PhoneApp {
  /** `home`, `store`, `browser`, `mail`, `camera`, `settings`, or that of an app package. */
  readonly id: string;
  readonly name: Bilingual;
  readonly bundleId: string;
  readonly appPackage: string;
  readonly appActivity: string;
}

/** A question of the system in front of everything. */
export interface SystemAlert {
  readonly text: string;
  readonly buttons: readonly string[];
}

/** A message that stands in the notifications until someone taps it. */
export interface Notice {
  /** Id of the app that it comes from. */
  readonly app: string;
  readonly title: string;
  readonly text: string;
  /** What a tap opens in place of the app’s own start. */
  readonly url?: string;
}

/**
 * The handset behind a session: its system, its apps and what is set on it. Everything that a command changes or asks.
 * What changes something is over when the screen has settled.
 */
export interface Phone extends AsyncDisposable {
  readonly model: PhoneModel;
  readonly version: string;
  readonly udid: string;
  /** What takes touches now: a dialog of the system, else the app in front. Its touches settle the phone too. */
  front(): AppWindow;
  frontApp(): PhoneApp;
  /** Windows of running apps that show web pages, by app: what WEBVIEW contexts are made of. */
  webViews(): readonly { readonly app: PhoneApp; readonly window: AppWindow }[];
  /** Until nothing that a tap has set off is under way any more. Throws what failed of it. */
  settle(): Promise<void>;

  /** All of them, the home screen too. */
  readonly apps: readonly PhoneApp[];
  /** By own id, package or bundle. */
  app(id: string): PhoneApp | undefined;
  /** Installs the package in a folder. Throws Error with the text of the real driver when the system is too old. */
  install(folder: string): Promise<void>;
  /** False when no such app is installed; those of the system stay. */
  remove(id: string): Promise<boolean>;
  /** 2 on iOS: behind another app that was behind one already, so that the system has suspended it. */
  stateOf(id: string): AppState;
  /** Throws Error when it is not installed. */
  activate(id: string): Promise<void>;
  /** False when it does not run. */
  terminate(id: string): Promise<boolean>;
  /** Ends it and empties its storage. Throws Error when it is not installed. */
  clear(id: string): Promise<void>;
  /** The home screen; what was in front goes to the background. */
  goHome(): Promise<void>;
  goBack(): Promise<void>;
  openSwitcher(): Promise<void>;
  openNotifications(): Promise<void>;
  /** The switcher or the notifications, away again. */
  closePanel(): Promise<void>;
  /** As the system opens a link that was tapped in an app; `from` undefined for a deep link from outside. */
  openUrl(url: string, from?: string, within?: 'browser' | 'mail-app'): Promise<void>;
  /** Typed into the address field of the browser. */
  openAddress(url: string): Promise<void>;

  readonly network: NetworkState | 'slow';
  setNetwork(state: NetworkState | 'slow'): Promise<void>;
  /** The true time. */
  readonly clock: WindowClock;
  /** The true time; the skew of the phone's clock comes on top. */
  setClock(clock: WindowClock): Promise<void>;
  readonly clockSkewMs: number;
  setClockSkew(skewMs: number): Promise<void>;
  /** 0 … 100; at 0 the phone is off, and comes back with the home screen. */
  setBattery(level: number): Promise<void>;
  readonly battery: number;
  readonly look: Look;
  setLook(look: Partial<Look>): Promise<void>;
  /** Another version of the system: the phone starts anew. */
  updateSystem(version: string): Promise<void>;
  /** Puts a value into the `localStorage` of an installed app. Throws Error when it is not installed. */
  setAppStorage(id: string, key: string, value: string): Promise<void>;
  /** Not the prompt for a finger or a face, which is no alert on either system. */
  alert(): SystemAlert | undefined;
  /** Throws Error when no dialog stands, or it has no such button. */
  answerAlert(button: string | undefined, isAccept: boolean): Promise<void>;
  /** Whether a finger or a face is known to it; false for a model without a sensor. */
  readonly isBiometricEnrolled: boolean;
  setBiometricEnrolled(isEnrolled: boolean): void;
  /** Answers the biometric prompt that stands; without one, nothing happens. */
  matchBiometric(isMatch: boolean): Promise<void>;
  setOrientation(orientation: 'PORTRAIT' | 'LANDSCAPE'): Promise<void>;
  readonly orientation: 'PORTRAIT' | 'LANDSCAPE';
  setLocked(isLocked: boolean): Promise<void>;
  readonly isLocked: boolean;
  /** A PNG held before the camera. Throws Error when it is none. */
  showToCamera(picture: Uint8Array): Promise<void>;
  notify(notice: Notice): Promise<void>;
  /** What only its clients put there and ask back: no page of the journey sees it. */
  readonly memory: PhoneMemory;
  /** The newest first. */
  readonly notifications: readonly ShownNotification[];
  /** The whole screen as painted, with the bars of the system and a dialog in front. */
  screenshot(): Promise<Buffer>;
}

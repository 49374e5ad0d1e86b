import type { Bilingual } from '#sim/errors';
import type { NetworkState } from '../../handset/index.ts';
import type { AppWindow, WindowClock } from '../window/app-window.ts';
import type { PhoneModel } from './phone-model.ts';

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

/** The handset behind a session: its system, its apps and what is set on it. Everything that a command changes or asks. */
export interface Phone extends AsyncDisposable {
  readonly model: PhoneModel;
  readonly version: string;
  readonly udid: string;
  /** What takes touches now: a dialog of the system, else the app in front. */
  front(): AppWindow;
  frontApp(): PhoneApp;
  /** Windows of running apps that show web pages, by app: what WEBVIEW contexts are made of. */
  webViews(): readonly { readonly app: PhoneApp; readonly window: AppWindow }[];

  /** By id of package or bundle. Throws Appium's `NoSuchDriver`-like errors of the real drivers by text: see apps. */
  app(id: string): PhoneApp | undefined;
  /** Installs the package in a folder. Throws Error with the text of the real driver when the system is too old. */
  install(folder: string): Promise<void>;
  remove(id: string): Promise<boolean>;
  stateOf(id: string): AppState;
  activate(id: string): Promise<void>;
  terminate(id: string): Promise<boolean>;
  clear(id: string): Promise<void>;
  /** The home screen; what was in front goes to the background. */
  goHome(): Promise<void>;
  goBack(): Promise<void>;
  openSwitcher(): Promise<void>;
  openNotifications(): Promise<void>;
  /** As the system opens a link that was tapped in an app; `from` undefined for a deep link from outside. */
  openUrl(url: string, from?: string, within?: string): Promise<void>;

  readonly network: NetworkState | 'slow';
  setNetwork(state: NetworkState | 'slow'): Promise<void>;
  readonly clock: WindowClock;
  /** The true time; the skew of the phone's clock comes on top. */
  setClock(clock: WindowClock): Promise<void>;
  setClockSkew(skewMs: number): Promise<void>;
  /** 0 … 100; at 0 the phone is off, and comes back with the home screen. */
  setBattery(level: number): Promise<void>;
  readonly battery: number;
  alert(): SystemAlert | undefined;
  answerAlert(button: string | undefined, isAccept: boolean): Promise<void>;
  /** Answers the biometric prompt that stands. */
  matchBiometric(isMatch: boolean): Promise<void>;
  setOrientation(orientation: 'PORTRAIT' | 'LANDSCAPE'): Promise<void>;
  readonly orientation: 'PORTRAIT' | 'LANDSCAPE';
  setLocked(isLocked: boolean): Promise<void>;
  readonly isLocked: boolean;
  /** A PNG held before the camera. */
  showToCamera(picture: Uint8Array): Promise<void>;
  /** The whole screen as painted, with the bars of the system and a dialog in front. */
  screenshot(): Promise<Buffer>;
}

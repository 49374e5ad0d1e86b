import type { Bilingual } from '#sim/errors';
import type { StoreCircumstances } from './app-store-port.ts';

/**
 * `mail-app`: a page inside the mail app, which has a browser of its own that forgets the page when it is left.
 * `old-wallet`: an app of nearly the same name, for badges of Open Badges 2.0 only.
 */
export type ScreenApp = 'home' | 'store' | 'browser' | 'mail-app' | 'wallet' | 'old-wallet';

/** A named state of what the handset shows, as a person sees it; fields and controls by their accessibility ids. */
export interface Screen {
  readonly app: ScreenApp;
  readonly screen: string;
  readonly texts: readonly Bilingual[];
  readonly fields: readonly string[];
  readonly controls: readonly string[];
}

/** `lost-after-request`: the next request reaches the server, its answer is lost; after that the network is on again. */
export type NetworkState = 'on' | 'off' | 'lost-after-request';

export type BatteryState = 'charged' | 'empty';

/** What opens a link of a mail: what the system finds for it (an installed app, else the browser), or one of these. */
export type LinkOpener = 'system' | 'browser' | 'mail-app';

/**
 * Whether the wallet app takes over what the service answers. With `old-version` or `damaged-storage` it goes on showing
 * that a receipt is under way: the first ends with an update, both with a new installation.
 */
export type AppSync = 'right' | 'old-version' | 'damaged-storage';

/** A student's device, whatever stands behind it: rows, an emulated phone, a real one. */
export interface Handset {
  /** `hs_0001` */
  readonly id: string;
  /** Through the store of its platform: the app's page as installed, or the refusal, on the screen. */
  installApp(app: string): Promise<Screen>;
  removeApp(app: string): Promise<void>;
  /** To the newest version that the store has for the device; the app's data stay. Throws ServiceError `app-not-installed`. */
  updateApp(app: string): Promise<Screen>;
  /** Throws ServiceError `app-not-installed`. */
  openApp(app: string): Promise<Screen>;
  /**
   * A link tapped in the mail app: a universal link opens the wallet app when that is installed, else the browser. A mail
   * app that opens links itself asks nobody.
   */
  openLink(url: string, opener?: LinkOpener): Promise<Screen>;
  /** To the home screen; what was open stays behind. */
  leaveApp(): Promise<Screen>;
  /** Back to what was left, as it was; a page in the mail app begins anew. Without one, nothing happens. */
  returnToApp(): Promise<Screen>;
  /** The value lives in memory only, never in a row or an event. Throws ServiceError `field-not-on-screen`. */
  fill(field: string, value: string): Promise<void>;
  /** Throws ServiceError `control-not-on-screen`. */
  press(control: string): Promise<Screen>;
  screen(): Promise<Screen>;
  /** What a camera reads off the screen. Throws ServiceError `no-id-on-screen`. */
  qrCode(): Promise<string>;
  setNetwork(state: NetworkState): Promise<void>;
  /** A handset whose battery is empty shows nothing and does nothing; charged, it starts at the home screen. */
  setBattery(state: BatteryState): Promise<void>;
  setAppSync(state: AppSync): Promise<void>;
  /** What its owner changes of the store account or the storage, or a guardian approves. */
  setStore(change: Partial<StoreCircumstances>): Promise<void>;
  /** How far its clock is ahead of true time, in ms; negative when it is behind. */
  setClock(skewMs: number): Promise<void>;
}

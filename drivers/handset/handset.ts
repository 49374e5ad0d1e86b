import type { Bilingual } from '#sim/errors';

export type ScreenApp = 'home' | 'store' | 'browser' | 'wallet';

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

/** A student's device, whatever stands behind it: rows, an emulated phone, a real one. */
export interface Handset {
  /** `hs_0001` */
  readonly id: string;
  /** Through the store of its platform: the app's page as installed, or the refusal, on the screen. */
  installApp(app: string): Promise<Screen>;
  removeApp(app: string): Promise<void>;
  /** Throws ServiceError `app-not-installed`. */
  openApp(app: string): Promise<Screen>;
  /** A link tapped in the mail app: a universal link opens the wallet app when that is installed, else the browser. */
  openLink(url: string): Promise<Screen>;
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
  /** How far its clock is ahead of true time, in ms; negative when it is behind. */
  setClock(skewMs: number): Promise<void>;
}

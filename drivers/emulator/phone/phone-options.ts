import type { JsonWebKey } from 'node:crypto';
import type { PhoneModel } from '../../handset/index.ts';
import type { AppWindow, WindowClock, WindowOptions } from '../window/app-window.ts';

/** How pages are shown; what the settings of a phone call appearance, language and time zone. */
export interface Look {
  readonly isDark: boolean;
  /** BCP 47: `ja-JP`. */
  readonly locale: string;
  /** IANA: `Asia/Tokyo`. */
  readonly timeZone: string;
}

export interface PhoneOptions {
  readonly model: PhoneModel;
  readonly version: string;
  readonly udid: string;
  readonly look: Look;
  /** The true time. */
  readonly clock: WindowClock;
  readonly clockSkewMs: number;
  readonly services: {
    /** One port of loopback that answers for every logical origin. */
    readonly gateway?: string;
    /** Of the service whose app it installs. */
    readonly appOrigin: string;
    /** What the mail app and the app store show. */
    readonly mail?: string;
    readonly store?: string;
  };
  /** Folders of the apps that its store has. */
  readonly packages: readonly string[];
  readonly opensLinksInMailApp: boolean;
  /** Of its keystore; made from the udid when absent. */
  readonly deviceKey?: JsonWebKey;
  readonly ports: PhonePorts;
}

/** What a phone takes from the machine. */
export interface PhonePorts {
  /** A window of the shared browser. */
  openWindow(options: WindowOptions): Promise<AppWindow>;
  /** Keeps cookies and storage of windows with that `storage`, over their end, until it is let go. */
  holdStorage(storage: string): Promise<AsyncDisposable>;
  /** Milliseconds of the machine, from any beginning. */
  machineMs(): number;
  pause(ms: number): Promise<void>;
  /** Where the built pages of the system lie: `…/built/handset/`. */
  readonly systemFolder: string;
}

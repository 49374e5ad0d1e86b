import type { PhoneModel } from '../../handset/index.ts';

/** What the system paints over a window; the driver gives it to `todokuBars.show(…)` in the window's isolated world. */
export interface BarSettings {
  readonly look: 'ios' | 'android' | 'desktop';
  /** As the phone's clock shows it: `9:41`. */
  readonly time: string;
  /** 0 … 100 */
  readonly battery: number;
  readonly network: 'on' | 'off' | 'slow' | 'lost-after-request';
  readonly insets: { readonly top: number; readonly bottom: number };
  /**
   * `page`: in the colours of the page below; `picture`: white over a wallpaper or a camera; `none`: no bar at all, as on
   * a screen that is off.
   */
  readonly over: 'page' | 'picture' | 'none';
  /** A browser's address bar, with the address as it stands there. */
  readonly browser?: { readonly url: string; readonly title: string };
}

/** The global of the built script. */
export interface Bars {
  /** Draws the bars, or draws them anew; before the document stands, as soon as it does. */
  show(settings: BarSettings): void;
  hide(): void;
}

/** The looks of browsers: heights of their address bars in CSS pixels. assumption: as today's versions have them. */
const addressBar = { ios: 44, android: 56, desktop: 84 } as const;

export function barLook({ platform }: PhoneModel): BarSettings['look'] {
  return platform === 'iOS' ? 'ios' : platform === 'Android' ? 'android' : 'desktop';
}

/** What pages keep free of what matters (`env(safe-area-inset-*)`), in CSS pixels. */
export function safeArea(model: PhoneModel, isBrowser: boolean): { readonly top: number; readonly bottom: number } {
  const { top, bottom } = model.insets;
  return isBrowser ? { top: top + addressBar[barLook(model)], bottom } : { top, bottom };
}

import type { PhoneModel } from '../../handset/index.ts';
import { type BarSettings, barLook } from '../ui/bar-settings.ts';
import type { AppWindow } from '../window/app-window.ts';
import type { PhoneNetwork } from './network.ts';
import type { PhoneApp } from './phone.ts';
import type { PhoneClock } from './phone-clock.ts';
import type { Look } from './phone-options.ts';
import type { SystemScreen } from './system-state.ts';

/** What bars tell of the phone, as it is when they are painted. */
export interface BarState {
  readonly options: { readonly model: PhoneModel };
  readonly look: Look;
  readonly clock: PhoneClock;
  readonly network: PhoneNetwork;
  readonly battery: number;
  /** What the system’s own window shows in front of the apps. */
  readonly inFront: SystemScreen | undefined;
}

/** `page`: a web page that the mail app shows inside itself; `overlay`: the system’s window in front of the apps. */
export type WindowType = 'app' | 'page' | 'overlay';

/** Apps that show a picture up to the edges of the screen. */
const pictures: ReadonlySet<string> = new Set(['home', 'camera']);

/** Web pages stand below an address bar. */
export function isBrowser(app: PhoneApp, type: WindowType): boolean {
  return type === 'page' || (type === 'app' && app.id === 'browser');
}

export function barsOf(phone: BarState, app: PhoneApp, type: WindowType, window: AppWindow): BarSettings {
  const { options, look, clock, network, battery, inFront } = phone;
  return {
    look: barLook(options.model),
    time: timeOf(clock.now, look.timeZone),
    battery,
    network: network.state,
    insets: options.model.insets,
    over: type === 'overlay' ? overOf(inFront) : pictures.has(app.id) ? 'picture' : 'page',
    ...(isBrowser(app, type) && { browser: { url: window.url, title: window.title } }),
  };
}

/** What stands behind a dialog or a panel was painted with its own bars. */
function overOf(screen: SystemScreen | undefined): BarSettings['over'] {
  return screen === 'lock' ? 'picture' : 'none';
}

/** `9:41` */
function timeOf(at: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone, hour: 'numeric', minute: '2-digit' }).formatToParts(at);
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  return `${Number(part('hour'))}:${part('minute')}`;
}

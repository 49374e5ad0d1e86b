import type { Target } from '../../chromium/index.ts';
import type { WindowOptions } from './app-window.ts';

/** Makes a page the window of a handset. All go out at once. */
export function emulate({ send }: Target, options: WindowOptions): Promise<unknown>[] {
  return [
    send('Page.enable'),
    // Nobody reads the bodies.
    send('Network.enable', { maxTotalBufferSize: 0, maxResourceBufferSize: 0 }),
    emulateScreen({ send }, options.screen, options.isTouch),
    send('Emulation.setTouchEmulationEnabled', { enabled: options.isTouch }),
    send('Emulation.setUserAgentOverride', { userAgent: options.userAgent, acceptLanguage: options.locale }),
    // As if it were in front, whichever windows are: a window behind others has no caret.
    send('Emulation.setFocusEmulationEnabled', { enabled: true }),
    ...(options.insets === undefined ? [] : [send('Emulation.setSafeAreaInsetsOverride', { insets: options.insets })]),
    ...emulateLook({ send }, options),
  ];
}

/** Motion is always reduced: whoever looks at a screen looks at one that stands. */
export function emulateLook(
  { send }: Pick<Target, 'send'>,
  { isDark, locale, timeZone }: Pick<WindowOptions, 'isDark' | 'locale' | 'timeZone'>,
): Promise<unknown>[] {
  const features = [
    { name: 'prefers-color-scheme', value: isDark ? 'dark' : 'light' },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ];
  return [
    send('Emulation.setEmulatedMedia', { features }),
    send('Emulation.setLocaleOverride', { locale }),
    send('Emulation.setTimezoneOverride', { timezoneId: timeZone }),
  ];
}

export function emulateScreen(
  { send }: Pick<Target, 'send'>,
  { width, height, scale }: WindowOptions['screen'],
  isTouch: boolean,
): Promise<unknown> {
  return send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: scale, mobile: isTouch });
}

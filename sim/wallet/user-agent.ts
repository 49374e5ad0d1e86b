import { ServiceError } from '../errors/index.ts';

export type DeviceForm = 'phone' | 'tablet' | 'desktop';

/**
 * What kind of device a User-Agent names. Only what says it is a phone is one: the manual excludes PCs and tablets.
 * An iPad that asks for desktop pages says the same as a Mac, so it counts as a desktop; both are refused alike. Android tells phones
 * by the word Mobile: https://developer.chrome.com/docs/privacy-security/user-agent#chrome_for_android
 */
export function deviceForm(userAgent: string): DeviceForm {
  if (/\biPad\b/.test(userAgent)) return 'tablet';
  if (/\b(iPhone|iPod)\b/.test(userAgent)) return 'phone';
  // A Mac has no Mobile build: this is a web view of an iPad that asks for desktop pages.
  if (/\bMacintosh\b/.test(userAgent)) return /\bMobile\//.test(userAgent) ? 'tablet' : 'desktop';
  if (/\b(Windows|CrOS|X11)\b/.test(userAgent)) return 'desktop';
  if (/\bAndroid\b/.test(userAgent)) return /\bMobile\b/.test(userAgent) ? 'phone' : 'tablet';
  return 'desktop';
}

/**
 * Refuses browsers of PCs and tablets. Behind an interaction URL a wallet app of someone else may ask, under the name of
 * the library that it uses (`okhttp/4.12.0`): what does not say it is a browser tells nothing of its device. Throws
 * ServiceError `smartphone-required`.
 */
export function requirePhone(userAgent: string, isInteraction = false): void {
  // https://www.rfc-editor.org/rfc/rfc9110#section-10.1.5 ; every browser calls itself Mozilla first.
  if (isInteraction && !userAgent.startsWith('Mozilla/')) return;
  if (deviceForm(userAgent) !== 'phone') throw new ServiceError('smartphone-required');
}

import { ServiceError } from '#sim/errors';
import type { StoreDevice } from '../handset/index.ts';

/** A handset as it is bought: what stores and services can tell about it. */
export interface Device extends StoreDevice {
  /** As the owner names it in a list of devices: `iPhone 17`. */
  readonly model: string;
}

const formsOf: Readonly<Record<string, readonly string[]>> = {
  iOS: ['phone', 'tablet'],
  Android: ['phone', 'tablet'],
  Windows: ['pc'],
  ChromeOS: ['pc'],
};

/** Throws ServiceError `device-invalid`. */
export function checkDevice(given: { platform: string; version: string; form: string; model: string }): Device {
  const invalid = (reason: string): ServiceError => new ServiceError('device-invalid', { reason });
  const forms = formsOf[given.platform];
  if (forms === undefined) throw invalid(`platform ${given.platform}`);
  if (!forms.includes(given.form)) throw invalid(`form ${given.form} of ${given.platform}`);
  if (!/^\d{1,5}(\.\d{1,5}){0,3}$/.test(given.version)) throw invalid(`version ${given.version}`);
  if (given.model.length === 0 || given.model.length > 80 || /\p{Cc}/u.test(given.model)) throw invalid('model');
  return given as Device;
}

/**
 * What the device's browser sends as User-Agent. The app is the same UI in a shell and adds its own product token with
 * its version (RFC 9110 §10.1.5). An iPad asks for desktop pages and calls itself a Macintosh.
 */
export function userAgentOf(device: Device, appVersion?: string): string {
  return appVersion === undefined ? browserAgent(device) : `${browserAgent(device)} LecoS/${appVersion}`;
}

function browserAgent({ platform, version, form, model }: Device): string {
  const chrome = (system: string, mobile: string): string =>
    `Mozilla/5.0 (${system}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0${mobile} Safari/537.36`;
  // A header field is ASCII: https://www.rfc-editor.org/rfc/rfc9110#section-5.5
  const ascii = model.replace(/[^\x20-\x7e]|[();]/g, '');
  switch (platform) {
    case 'iOS': {
      const [major = '0', minor = '0'] = version.split('.');
      const safari = (system: string, mobile: string): string =>
        `Mozilla/5.0 (${system}) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/${major}.${minor}${mobile} Safari/604.1`;
      return form === 'phone'
        ? safari(`iPhone; CPU iPhone OS ${version.replaceAll('.', '_')} like Mac OS X`, ' Mobile/15E148')
        : safari('Macintosh; Intel Mac OS X 10_15_7', '');
    }
    case 'Android':
      return chrome(`Linux; Android ${version}; ${ascii}`, form === 'phone' ? ' Mobile' : '');
    case 'Windows':
      return chrome('Windows NT 10.0; Win64; x64', '');
    case 'ChromeOS':
      return chrome('X11; CrOS x86_64 14541.0.0', '');
  }
}

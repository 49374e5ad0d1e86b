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

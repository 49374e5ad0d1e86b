import { systemFolder } from './built-folders.ts';
import { machineMs, pause } from './machine-time.ts';
import { createPhone } from './phone/create-phone.ts';
import type { Phone } from './phone/phone.ts';
import type { PhoneOptions } from './phone/phone-options.ts';
import { openWindow } from './window/open-window.ts';
import { holdStorage } from './window/shared-browser.ts';

/** A handset painted by the browser that all of them share. Throws ServiceError `chromium-missing`, `chromium-failed`. */
export function makePhone(options: Omit<PhoneOptions, 'ports'>): Promise<Phone> {
  return createPhone({ ...options, ports: { openWindow, holdStorage, machineMs, pause, systemFolder } });
}

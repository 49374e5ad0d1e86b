import { systemFolder } from './built-folders.ts';
import { machineMs, pause } from './machine-time.ts';
import { createPhone } from './phone/create-phone.ts';
import type { Phone } from './phone/phone.ts';
import type { PhoneOptions, PhonePorts } from './phone/phone-options.ts';
import { openWindow } from './window/open-window.ts';
import { holdStorage } from './window/shared-browser.ts';

/** A handset painted by the browser that all of them share. Throws ServiceError `chromium-missing`, `chromium-failed`. */
export async function makePhone(options: Omit<PhoneOptions, 'ports'>): Promise<Phone> {
  const storages = new Storages();
  const ports: PhonePorts = {
    async openWindow(window) {
      await storages.hold(window.storage);
      return openWindow(window);
    },
    forgetStorage: (name) => storages.forget(name),
    machineMs,
    pause: (ms) => pause(ms),
    systemFolder,
  };
  try {
    const phone = await createPhone({ ...options, ports });
    const end = phone[Symbol.asyncDispose].bind(phone);
    phone[Symbol.asyncDispose] = async () => {
      await end();
      await storages.forgetAll();
    };
    return phone;
  } catch (failure) {
    await storages.forgetAll();
    throw failure;
  }
}

/** What apps have stored stays when they are closed: it goes with the app, or with the handset. */
class Storages {
  readonly #held = new Map<string, Promise<AsyncDisposable>>();

  async hold(name: string): Promise<void> {
    const held = this.#held.get(name) ?? holdStorage(name);
    this.#held.set(name, held);
    await held;
  }

  async forget(name: string): Promise<void> {
    const held = this.#held.get(name);
    this.#held.delete(name);
    await (await held?.catch(() => undefined))?.[Symbol.asyncDispose]();
  }

  async forgetAll(): Promise<void> {
    for (const name of [...this.#held.keys()]) await this.forget(name);
  }
}

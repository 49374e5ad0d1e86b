import { errors } from 'appium/driver.js';
import type { Phone } from './phone/phone.ts';

/** A session that has its handset from the rack; it ends when the rack is closed. */
export interface Tenant {
  startUnexpectedShutdown(reason: Error): Promise<void>;
}

/** The handsets of one server: those in use, and those that were left as they are for a next session. */
export class Rack {
  readonly #tenants = new Map<string, Tenant>();
  readonly #kept = new Map<string, Phone>();
  #isClosed = false;

  /** Throws `session not created` while another session holds the handset. */
  claim(udid: string, tenant: Tenant): void {
    if (this.#isClosed) throw new errors.SessionNotCreatedError('The server is shutting down');
    if (this.#tenants.has(udid)) {
      throw new errors.SessionNotCreatedError(
        `The handset with the udid '${udid}' is in use by another session. End that session, or name another udid.`,
      );
    }
    this.#tenants.set(udid, tenant);
  }

  /** A udid that nobody uses: `pixel-7-1`. */
  freeUdid(model: string): string {
    let count = 1;
    while (this.#tenants.has(`${model}-${count}`)) count += 1;
    return `${model}-${count}`;
  }

  release(udid: string, tenant: Tenant): void {
    if (this.#tenants.get(udid) === tenant) this.#tenants.delete(udid);
  }

  /** A handset that its session left as it was (noReset), for the next session that asks for it. */
  async keep(phone: Phone): Promise<void> {
    if (this.#isClosed) await phone[Symbol.asyncDispose]();
    else this.#kept.set(phone.udid, phone);
  }

  takeKept(udid: string): Phone | undefined {
    const phone = this.#kept.get(udid);
    this.#kept.delete(udid);
    return phone;
  }

  /** Ends the sessions; no handset is left. */
  async close(): Promise<void> {
    this.#isClosed = true;
    const reason = new Error('The server was closed');
    await Promise.allSettled([...this.#tenants.values()].map((tenant) => tenant.startUnexpectedShutdown(reason)));
    const kept = [...this.#kept.values()];
    this.#kept.clear();
    await Promise.allSettled(kept.map((phone) => phone[Symbol.asyncDispose]()));
  }
}

/** Appium makes a driver for each session, by its class alone: what they share hangs on the server that they have in common. */
const racks = new WeakMap<object, Rack>();

export function rackOf(server: object): Rack {
  const rack = racks.get(server) ?? new Rack();
  racks.set(server, rack);
  return rack;
}

import type { Instant } from '#sim/kernel';
import type { Notice } from './phone.ts';
import type { ShownNotification } from './system-state.ts';

/** Notifications that nobody has tapped or cleared yet. */
export class Notices {
  readonly #notices = new Map<string, Notice & { readonly at: Instant }>();
  #count = 0;

  /** The newest first. */
  get shown(): readonly ShownNotification[] {
    return [...this.#notices].map(([id, { app, title, text, at }]) => ({ id, app, title, text, at })).reverse();
  }

  add(notice: Notice, at: Instant): void {
    this.#count += 1;
    this.#notices.set(`n${this.#count}`, { ...notice, at });
  }

  /** Tapped: it is gone. Throws Error when there is none. */
  take(id: string): Notice {
    const notice = this.#notices.get(id);
    if (notice === undefined) throw new Error(`no notification ${id}`);
    this.#notices.delete(id);
    return notice;
  }

  clear(): void {
    this.#notices.clear();
  }
}

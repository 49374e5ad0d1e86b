import type { AppWindow } from '../window/app-window.ts';
import { type SystemScreen, systemOrigin } from './system-state.ts';

/** The one window of the system that stands in front of the apps, when there is something for it to show. */
export class Overlay {
  readonly #make: () => Promise<AppWindow>;
  readonly #wanted: () => SystemScreen | undefined;
  #window: AppWindow | undefined;
  #shown: SystemScreen | undefined;
  #last: Promise<void> = Promise.resolve();

  constructor(make: () => Promise<AppWindow>, wanted: () => SystemScreen | undefined) {
    this.#make = make;
    this.#wanted = wanted;
  }

  /** The window, while it stands in front. */
  get window(): AppWindow | undefined {
    return this.#shown === undefined ? undefined : this.#window;
  }

  /** Shows what is wanted now, one after another. The window itself stays: its own tap may be what took it away. */
  refresh(): Promise<void> {
    this.#last = this.#last.then(() => this.#show());
    return this.#last;
  }

  async close(): Promise<void> {
    await this.#last;
    await this.#window?.[Symbol.asyncDispose]();
    this.#window = undefined;
    this.#shown = undefined;
  }

  async #show(): Promise<void> {
    const wanted = this.#wanted();
    if (wanted === undefined) {
      if (this.#shown !== undefined) await this.#window?.setVisible(false);
      this.#shown = undefined;
      return;
    }
    this.#window ??= await this.#make();
    if (this.#shown === undefined) await this.#window.setVisible(true);
    if (this.#shown === wanted) await tellChange(this.#window);
    else await this.#window.open(`${systemOrigin}/${wanted}`);
    this.#shown = wanted;
  }
}

/** A page of the system asks for the state again. Not settled here: the tap that changed it may be the page’s own. */
export async function tellChange(window: AppWindow, event = 'handset-change'): Promise<void> {
  await window.execute('dispatchEvent(new Event(arguments[0]))', [event]);
}

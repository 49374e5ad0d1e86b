import type { AppWindow } from '../window/app-window.ts';
import type { PhoneApp } from './phone.ts';

export interface RunningApp {
  readonly app: PhoneApp;
  /** The one on top comes last: the app itself, and a page that a mail app has opened in itself. */
  readonly windows: readonly AppWindow[];
}

/** Apps that run, in the order in which they were used; the last one is in front. */
export class RunningApps {
  readonly #running = new Map<string, { app: PhoneApp; windows: AppWindow[] }>();

  get front(): RunningApp {
    const front = [...this.#running.values()].at(-1);
    if (front === undefined) throw new Error('the handset shows nothing');
    return front;
  }

  get(id: string): RunningApp | undefined {
    return this.#running.get(id);
  }

  /** The one that was used last comes first; without the home screen. */
  get recent(): readonly RunningApp[] {
    return [...this.#running.values()].filter(({ app }) => app.id !== 'home').reverse();
  }

  get windows(): readonly AppWindow[] {
    return [...this.#running.values()].flatMap(({ windows }) => windows);
  }

  /** In front, from its window or from one that is made now. What was in front is hidden, not gone. */
  async bring(app: PhoneApp, make: () => Promise<AppWindow>): Promise<RunningApp> {
    const before = [...this.#running.values()].at(-1);
    const known = this.#running.get(app.id);
    const left = before === known ? undefined : before?.windows.at(-1);
    const running = known ?? { app, windows: [await makeInstead(left, make)] };
    this.#running.delete(app.id);
    this.#running.set(app.id, running);
    if (known !== undefined) {
      await left?.setVisible(false);
      await known.windows.at(-1)?.setVisible(true);
    }
    return running;
  }

  /** On top of the app’s own window. */
  async push(id: string, window: AppWindow): Promise<void> {
    await this.#running.get(id)?.windows.at(-1)?.setVisible(false);
    this.#running.get(id)?.windows.push(window);
  }

  /** The window on top, away again. */
  async pop(id: string): Promise<void> {
    const windows = this.#running.get(id)?.windows ?? [];
    if (windows.length < 2) return;
    await windows.pop()?.[Symbol.asyncDispose]();
    await windows.at(-1)?.setVisible(true);
  }

  /** Ends the app. False when it does not run. */
  async end(id: string): Promise<boolean> {
    const running = this.#running.get(id);
    if (running === undefined) return false;
    this.#running.delete(id);
    for (const window of running.windows) await window[Symbol.asyncDispose]();
    return true;
  }
}

/** The one that is left is hidden meanwhile; it is seen again when nothing comes. */
async function makeInstead(left: AppWindow | undefined, make: () => Promise<AppWindow>): Promise<AppWindow> {
  const [made] = await Promise.allSettled([make(), left?.setVisible(false)]);
  if (made.status === 'fulfilled') return made.value;
  await left?.setVisible(true);
  throw made.reason;
}

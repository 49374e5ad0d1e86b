import type { AppWindow } from '../window/app-window.ts';

/** What taps have set off in the phone and is not done yet. */
export class Pending {
  readonly #work = new Set<Promise<unknown>>();
  #failure: Error | undefined;

  /** Nobody awaits the work itself: what it throws is thrown by the next {@link settle}. */
  add(work: Promise<unknown>): void {
    const noted = work
      .catch((error: Error) => {
        this.#failure ??= error;
      })
      .finally(() => this.#work.delete(noted));
    this.#work.add(noted);
  }

  async settle(): Promise<void> {
    while (this.#work.size > 0) await Promise.all(this.#work);
    const failure = this.#failure;
    this.#failure = undefined;
    if (failure !== undefined) throw failure;
  }
}

/** A window whose touches are over only when what they set off in the phone is: a link that opens another app, a dialog. */
export function settledWindow(window: AppWindow, pending: Pending, front: () => AppWindow): AppWindow {
  const after = async <Answer>(work: Promise<Answer>): Promise<Answer> => {
    const answer = await work;
    await pending.settle();
    // What came to the front instead was only shown, or told of a change.
    const shown = front();
    if (shown !== window) await shown.settle();
    return answer;
  };
  return {
    get url() {
      return window.url;
    },
    get title() {
      return window.title;
    },
    open: (url) => after(window.open(url)),
    agent: (command, ...given) => after(window.agent(command, ...given)),
    execute: (body, given) => after(window.execute(body, given)),
    touch: (moves) => after(window.touch(moves)),
    type: (text) => after(window.type(text)),
    screenshot: (area) => window.screenshot(area),
    settle: () => after(window.settle()),
    setClock: (clock) => after(window.setClock(clock)),
    setScreen: (screen) => window.setScreen(screen),
    setLook: (look) => window.setLook(look),
    setVisible: (isVisible) => window.setVisible(isVisible),
    [Symbol.asyncDispose]: () => window[Symbol.asyncDispose](),
  };
}

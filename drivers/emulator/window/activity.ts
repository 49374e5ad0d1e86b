import type { Target } from '../../chromium/index.ts';

/** These stay open for as long as the page likes. */
const lasting = new Set(['EventSource', 'WebSocket', 'Ping', 'Media', 'Prefetch']);

/**
 * What is under way in a window: requests, navigations, calls of the shell. The page tells of what it starts in the same
 * order as it answers, so whoever asks the page something and finds nothing here afterwards knows that nothing is.
 */
export class Activity {
  readonly #requests = new Map<string, { readonly frameId: string; readonly loaderId: string }>();
  readonly #loading = new Set<string>();
  #calls = 0;
  #waiting = Promise.withResolvers<void>();
  /** How much has begun so far. */
  begun = 0;

  watch(target: Target, session = target.session): void {
    const on = (event: string, listener: Parameters<Target['on']>[1]): unknown => target.on(event, listener, session);
    on('Network.requestWillBeSent', ({ requestId, type, frameId, loaderId }) => {
      if (lasting.has(String(type))) return;
      this.begun += 1;
      this.#requests.set(String(requestId), { frameId: String(frameId), loaderId: String(loaderId) });
    });
    for (const event of ['Network.loadingFinished', 'Network.loadingFailed']) {
      on(event, ({ requestId }) => this.#ended(this.#requests.delete(String(requestId))));
    }
    on('Page.frameStartedLoading', ({ frameId }) => this.#starts(String(frameId)));
    on('Page.frameRequestedNavigation', ({ frameId, url, disposition }) => {
      if (disposition === 'currentTab' && /^(https?|about|data|blob):/.test(String(url))) this.#starts(String(frameId));
    });
    on('Page.frameStoppedLoading', ({ frameId }) => this.#ended(this.#loading.delete(String(frameId))));
    on('Page.frameDetached', ({ frameId }) => {
      this.#loading.delete(String(frameId));
      this.#drop((one) => one.frameId === frameId);
    });
    on('Page.frameNavigated', ({ frame }) => {
      const { id, loaderId } = frame as { readonly id: string; readonly loaderId: string };
      // What the page before asked for is nobody's any more.
      this.#drop((one) => one.frameId === id && one.loaderId !== loaderId);
    });
  }

  /** Something that the page waits for, and that ends. */
  async during<Value>(work: Promise<Value>): Promise<Value> {
    this.begun += 1;
    this.#calls += 1;
    try {
      return await work;
    } finally {
      this.#calls -= 1;
      this.#ended(true);
    }
  }

  get isQuiet(): boolean {
    return this.#requests.size === 0 && this.#loading.size === 0 && this.#calls === 0;
  }

  async quiet(): Promise<void> {
    while (!this.isQuiet) await this.#waiting.promise;
  }

  /** Nothing will come any more. */
  end(): void {
    this.#requests.clear();
    this.#loading.clear();
    this.#calls = 0;
    this.#ended(true);
  }

  #starts(frameId: string): void {
    this.begun += 1;
    this.#loading.add(frameId);
  }

  #drop(isGone: (one: { readonly frameId: string; readonly loaderId: string }) => boolean): void {
    for (const [id, one] of this.#requests) if (isGone(one)) this.#requests.delete(id);
    this.#ended(true);
  }

  #ended(isSome: boolean): void {
    if (!isSome || !this.isQuiet) return;
    this.#waiting.resolve();
    this.#waiting = Promise.withResolvers();
  }
}

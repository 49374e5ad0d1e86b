import { Scrolling } from './scrolling.ts';

const machine = {
  setTimeout: globalThis.setTimeout.bind(globalThis),
  clearTimeout: globalThis.clearTimeout.bind(globalThis),
  requestAnimationFrame: globalThis.requestAnimationFrame.bind(globalThis),
  cancelAnimationFrame: globalThis.cancelAnimationFrame.bind(globalThis),
};

/** What begins in what begins in …: from here on it is a loop of the page, which never ends. */
const depthMax = 4;

const stillFrames = 2;

/** What the page has put off for a moment: short timers, frames, cryptography. Whoever looks at the page waits for it. */
export class PendingWork {
  readonly #pending = new Set<string>();
  readonly #scrolling = new Scrolling();
  #depth = 0;
  #count = 0;
  #isDone = Promise.withResolvers<void>();

  constructor() {
    globalThis.requestAnimationFrame = (callback) => {
      const depth = this.#depth + 1;
      const id: number = machine.requestAnimationFrame((time) => this.#run(`frame ${id}`, depth, () => callback(time)));
      this.#begin(`frame ${id}`, depth);
      return id;
    };
    globalThis.cancelAnimationFrame = (id) => {
      machine.cancelAnimationFrame(id);
      this.#end(`frame ${id}`);
    };
    this.#followCryptography();
    this.#followScrolling();
  }

  // biome-ignore lint/complexity/noBannedTypes: what pages hand to setTimeout
  timeout(handler: Function, ms: number, given: readonly unknown[]): number {
    const depth = this.#depth + 1;
    const id: number = machine.setTimeout(() => {
      this.#run(`timer ${id}`, depth, () => handler.apply(globalThis, given));
    }, ms);
    this.#begin(`timer ${id}`, depth);
    return id;
  }

  clear(id: number | undefined): void {
    machine.clearTimeout(id);
    this.#end(`timer ${id}`);
  }

  /** Until nothing is put off any more, and after that `frames` have been painted, and nothing scrolls. */
  async quiet(frames: number): Promise<void> {
    await this.#turn();
    while (this.#pending.size > 0) {
      await this.#isDone.promise;
      await this.#turn();
    }
    for (let painted = 0; painted < frames || this.#scrolling.isUnderWay; painted += 1) {
      await new Promise((resolve) => machine.requestAnimationFrame(resolve));
      await this.#turn();
    }
    if (this.#pending.size > 0) await this.quiet(0);
  }

  /** What is to run before it has run. */
  #turn(): Promise<void> {
    return new Promise((resolve) => machine.setTimeout(resolve, 0));
  }

  #run(name: string, depth: number, work: () => void): void {
    const before = this.#depth;
    this.#depth = depth;
    try {
      work();
    } finally {
      this.#depth = before;
      this.#end(name);
    }
  }

  #begin(name: string, depth: number): void {
    if (depth <= depthMax) this.#pending.add(name);
  }

  #end(name: string): void {
    if (!this.#pending.delete(name) || this.#pending.size > 0) return;
    this.#isDone.resolve();
    this.#isDone = Promise.withResolvers();
  }

  /** A page that still moves takes the next tap for "stop". It stands when two frames have not moved it. */
  #followScrolling(): void {
    let isWatched = false;
    let still = 0;
    const watch = (): void => {
      still += 1;
      isWatched = still <= stillFrames;
      if (isWatched) machine.requestAnimationFrame(watch);
      else this.#end('scroll');
    };
    const moved = (): void => {
      still = 0;
      this.#begin('scroll', 0);
      if (!isWatched) watch();
    };
    addEventListener('scroll', moved, { capture: true, passive: true });
  }

  /** https://w3c.github.io/webcrypto/#subtlecrypto-interface: promises of the browser, that no request tells of. */
  #followCryptography(): void {
    if (globalThis.SubtleCrypto === undefined) return;
    const methods = SubtleCrypto.prototype as unknown as Record<string, (...given: unknown[]) => Promise<unknown>>;
    for (const name of ['digest', 'sign', 'verify', 'generateKey', 'importKey', 'exportKey', 'encrypt', 'decrypt']) {
      const own = methods[name];
      if (own === undefined) continue;
      const work = this;
      methods[name] = function (this: SubtleCrypto, ...given: unknown[]) {
        work.#count += 1;
        const call = `cryptography ${work.#count}`;
        work.#begin(call, 0);
        return own.apply(this, given).finally(() => work.#end(call));
      };
    }
  }
}

import { ServiceError } from '#sim/errors';
import type { Answer, DevtoolsPipe, Listener } from './devtools-pipe.ts';

/** One page of the browser, spoken to in its own session. */
export interface Target extends AsyncDisposable {
  readonly id: string;
  /** Of the page, not of a frame in it. */
  readonly session: string;
  /** See DevtoolsPipe.send; `session` for a frame or a worker of the page that has one of its own. */
  send(method: string, parameters?: object, session?: string): Promise<Answer>;
  on(event: string, listener: Listener, session?: string): () => void;
  /** Fulfilled when it was closed, has crashed, or the browser has ended; nothing is answered from then on. */
  readonly gone: Promise<void>;
  readonly isGone: boolean;
  /** Lets it go on: until then it loads nothing and runs nothing. */
  resume(): void;
}

/** Pages that share cookies and storage with each other, and nothing with those of other contexts. */
export interface BrowserContext extends AsyncDisposable {
  readonly id: string;
  /** A new empty page that waits for `resume`. */
  openTarget(): Promise<Target>;
}

interface TargetInfo {
  readonly targetId: string;
  readonly type: string;
  readonly browserContextId?: string;
}

/** Follows every page that comes into being, so that none runs before somebody has said what it may do. */
export class Targets {
  readonly #pipe: DevtoolsPipe;
  /** Sessions of pages that we have asked for, by target; the answer and the event come in any order. */
  readonly #attached = new Map<string, PromiseWithResolvers<string>>();
  readonly #contexts = new Set<string>();
  #asking = 0;
  #unclaimed: { readonly id: string; readonly session: string }[] = [];

  constructor(pipe: DevtoolsPipe) {
    this.#pipe = pipe;
    pipe.on('Target.attachedToTarget', ({ sessionId, targetInfo, waitingForDebugger }, parent) => {
      // What a page starts comes by the session of the page; what was there before us is nobody's.
      if (parent !== undefined || waitingForDebugger !== true) return;
      this.#attach(String(sessionId), targetInfo as unknown as TargetInfo);
    });
    pipe.on('Target.detachedFromTarget', ({ sessionId }) => pipe.forget(String(sessionId), closed()));
  }

  start(): Promise<Answer> {
    return this.#pipe.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true });
  }

  async openContext(): Promise<BrowserContext> {
    const { browserContextId } = await this.#pipe.send('Target.createBrowserContext', { disposeOnDetach: true });
    const id = String(browserContextId);
    this.#contexts.add(id);
    return {
      id,
      openTarget: () => this.#open(id),
      [Symbol.asyncDispose]: async () => {
        this.#contexts.delete(id);
        await this.#pipe.send('Target.disposeBrowserContext', { browserContextId }).catch(() => undefined);
      },
    };
  }

  async #open(browserContextId: string): Promise<Target> {
    this.#asking += 1;
    try {
      // A whole Chromium lets a tab behind others sleep: https://chromedevtools.github.io/devtools-protocol/tot/Target/#method-createTarget
      const asked = { url: 'about:blank', browserContextId, newWindow: true };
      const { targetId } = await this.#pipe.send('Target.createTarget', asked);
      const id = String(targetId);
      const known = this.#unclaimed.find((one) => one.id === id)?.session;
      const waiting = Promise.withResolvers<string>();
      if (known === undefined) this.#attached.set(id, waiting);
      const session = known ?? (await waiting.promise);
      this.#unclaimed = this.#unclaimed.filter((one) => one.id !== id);
      return this.#target(id, session);
    } finally {
      this.#asking -= 1;
      if (this.#asking === 0) {
        for (const { id } of this.#unclaimed) this.#close(id);
        this.#unclaimed = [];
      }
    }
  }

  #target(id: string, session: string): Target {
    const pipe = this.#pipe;
    const gone = Promise.withResolvers<void>();
    let reason: Error | undefined;
    const end = (why: Error): void => {
      reason ??= why;
      pipe.forget(session, reason);
      gone.resolve();
    };
    pipe.on('Inspector.targetCrashed', () => end(crashed()), session);
    pipe.on('Inspector.detached', () => end(closed()), session);
    void pipe.whenEnded.then(end);
    return {
      id,
      session,
      gone: gone.promise,
      get isGone() {
        return reason !== undefined;
      },
      send: (method, parameters, own = session) =>
        reason === undefined ? pipe.send(method, parameters, own) : Promise.reject(reason),
      on: (event, listener, own = session) => pipe.on(event, listener, own),
      resume: () => void pipe.send('Runtime.runIfWaitingForDebugger', {}, session).catch(() => undefined),
      [Symbol.asyncDispose]: async () => {
        await pipe.send('Target.closeTarget', { targetId: id }).catch(() => undefined);
        end(closed());
      },
    };
  }

  #attach(session: string, { targetId, type }: TargetInfo): void {
    const waiting = this.#attached.get(targetId);
    this.#attached.delete(targetId);
    if (waiting !== undefined) waiting.resolve(session);
    else if (type === 'page' && this.#asking > 0) this.#unclaimed.push({ id: targetId, session });
    // A window that a page opened. Whoever owns the page hears of it by Page.windowOpen, and opens it, or not.
    else if (type === 'page') this.#close(targetId);
    // Workers that outlive their page would ask the network behind everybody's back.
    else if (type.endsWith('_worker')) this.#close(targetId);
    else void this.#pipe.send('Runtime.runIfWaitingForDebugger', {}, session).catch(() => undefined);
  }

  #close(targetId: string): void {
    void this.#pipe.send('Target.closeTarget', { targetId }).catch(() => undefined);
  }
}

function closed(): Error {
  return new Error('Target closed');
}

function crashed(): ServiceError {
  return new ServiceError('chromium-failed', { executable: 'renderer', reason: 'the page crashed' });
}

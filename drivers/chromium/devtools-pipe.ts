import type { Readable, Writable } from 'node:stream';
import type { Json } from '#sim/kernel';

/** The DevTools protocol over two pipes: JSON, each message ended by a NUL. https://chromedevtools.github.io/devtools-protocol/ */
export interface DevtoolsPipe {
  /**
   * Asks the browser, or one of its targets by `session`. It is written at once: several in a row are one round trip, and
   * a session takes them in their order. Rejects with what the browser says, and when it has ended.
   */
  send(method: string, parameters?: object, session?: string): Promise<Answer>;
  /** Calls `listener` with every event of that name, of that session or of any. What comes back takes it off again. */
  on(event: string, listener: Listener, session?: string): () => void;
  /** A session is gone: takes off its listeners, and rejects what it was asked. */
  forget(session: string, reason: Error): void;
  /** Ends everything that is waited for. */
  end(reason: Error): void;
  /** Why it has ended. */
  readonly ended: Error | undefined;
  readonly whenEnded: Promise<Error>;
}

export type Answer = { readonly [name: string]: Json | undefined };

export type Listener = (parameters: Answer, session: string | undefined) => void;

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: Answer;
  readonly result?: Answer;
  readonly error?: { readonly message: string };
  readonly sessionId?: string;
}

interface Asked extends PromiseWithResolvers<Answer> {
  readonly session: string | undefined;
}

export function createDevtoolsPipe(toBrowser: Writable, fromBrowser: Readable): DevtoolsPipe {
  const waiting = new Map<number, Asked>();
  const listeners = new Listeners();
  let last = 0;
  let ended: Error | undefined;
  const ending = Promise.withResolvers<Error>();
  const take = ({ id, method = '', params = {}, result = {}, error, sessionId }: Message): void => {
    if (id === undefined) {
      listeners.tell(method, params, sessionId);
      return;
    }
    const asked = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) asked?.resolve(result);
    else asked?.reject(new Error(error.message));
  };
  readMessages(fromBrowser, take);
  // A browser that has ended takes nothing any more; `end` says why.
  toBrowser.on('error', () => undefined);
  fromBrowser.on('error', () => undefined);
  return {
    send(method, parameters = {}, session) {
      if (ended !== undefined) return Promise.reject(ended);
      last += 1;
      const asked = { ...Promise.withResolvers<Answer>(), session };
      waiting.set(last, asked);
      const message = { id: last, method, params: parameters, ...(session !== undefined && { sessionId: session }) };
      toBrowser.write(`${JSON.stringify(message)}\0`);
      return asked.promise;
    },
    on: (event, listener, session) => listeners.add(event, listener, session),
    forget(session, reason) {
      listeners.forget(session);
      for (const [id, asked] of waiting) {
        if (asked.session !== session) continue;
        waiting.delete(id);
        asked.reject(reason);
      }
    },
    end(reason) {
      ended ??= reason;
      ending.resolve(ended);
      for (const { reject } of waiting.values()) reject(ended);
      waiting.clear();
    },
    get ended() {
      return ended;
    },
    whenEnded: ending.promise,
  };
}

function readMessages(fromBrowser: Readable, take: (message: Message) => void): void {
  let rest: Buffer[] = [];
  fromBrowser.on('data', (chunk: Buffer) => {
    let from = 0;
    for (let end = chunk.indexOf(0); end !== -1; end = chunk.indexOf(0, from)) {
      take(JSON.parse(Buffer.concat([...rest, chunk.subarray(from, end)]).toString()) as Message);
      rest = [];
      from = end + 1;
    }
    rest.push(chunk.subarray(from));
  });
}

/** Who listens, by session (`''` stands for all) and event. */
class Listeners {
  readonly #bySession = new Map<string, Map<string, Set<Listener>>>();

  add(event: string, listener: Listener, session = ''): () => void {
    const events = this.#bySession.get(session) ?? new Map<string, Set<Listener>>();
    this.#bySession.set(session, events);
    const own = events.get(event) ?? new Set();
    events.set(event, own.add(listener));
    return () => void own.delete(listener);
  }

  tell(event: string, parameters: Answer, session: string | undefined): void {
    for (const key of session === undefined ? [''] : ['', session]) {
      for (const listener of this.#bySession.get(key)?.get(event) ?? []) listener(parameters, session);
    }
  }

  forget(session: string): void {
    this.#bySession.delete(session);
  }
}

import type { Readable, Writable } from 'node:stream';
import type { Json } from '#sim/kernel';

/** The DevTools protocol over two pipes: JSON, each message ended by a NUL. https://chromedevtools.github.io/devtools-protocol/ */
export interface DevtoolsPipe {
  /** Asks the browser, or one of its pages by `session`. Rejects with what the browser says, and when it has ended. */
  send(method: string, parameters?: object, session?: string): Promise<Answer>;
  /** Calls `listener` with every event of that name; of that session, when one is given. */
  on(event: string, listener: (parameters: Answer) => void, session?: string): void;
  /** Ends everything that is waited for. */
  end(reason: Error): void;
}

export type Answer = { readonly [name: string]: Json | undefined };

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: Answer;
  readonly result?: Answer;
  readonly error?: { readonly message: string };
  readonly sessionId?: string;
}

export function createDevtoolsPipe(toBrowser: Writable, fromBrowser: Readable): DevtoolsPipe {
  const waiting = new Map<number, PromiseWithResolvers<Answer>>();
  const listeners: { event: string; session: string | undefined; listener: (parameters: Answer) => void }[] = [];
  let last = 0;
  let ended: Error | undefined;
  const take = ({ id, method, params = {}, result = {}, error, sessionId }: Message): void => {
    if (id === undefined) {
      for (const one of listeners) {
        if (one.event === method && (one.session === undefined || one.session === sessionId)) one.listener(params);
      }
      return;
    }
    const asked = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) asked?.resolve(result);
    else asked?.reject(new Error(error.message));
  };
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
  // A browser that has ended takes nothing any more; `end` says why.
  toBrowser.on('error', () => undefined);
  fromBrowser.on('error', () => undefined);
  return {
    send(method, parameters = {}, sessionId) {
      if (ended !== undefined) return Promise.reject(ended);
      last += 1;
      const asked = Promise.withResolvers<Answer>();
      waiting.set(last, asked);
      const message = { id: last, method, params: parameters, ...(sessionId !== undefined && { sessionId }) };
      toBrowser.write(`${JSON.stringify(message)}\0`);
      return asked.promise;
    },
    on(event, listener, session) {
      listeners.push({ event, session, listener });
    },
    end(reason) {
      ended ??= reason;
      for (const { reject } of waiting.values()) reject(ended);
      waiting.clear();
    },
  };
}

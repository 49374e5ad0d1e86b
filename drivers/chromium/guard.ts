import type { Answer } from './devtools-pipe.ts';
import type { Target } from './target.ts';

/** A request that waits until it is answered, failed or let through, by its session. */
export interface Paused {
  readonly requestId: string;
  readonly session: string;
  readonly url: string;
  /** https://chromedevtools.github.io/devtools-protocol/tot/Fetch/#event-requestPaused */
  readonly told: Answer;
}

/**
 * Everything that a page asks for comes by here, also what its frames and workers do in processes of their own. The
 * commands go out at once, before the page goes on.
 */
export function guardTarget(
  target: Target,
  decide: (paused: Paused) => void,
  follow?: (session: string) => void,
): void {
  const guard = (session: string): void => {
    target.on(
      'Fetch.requestPaused',
      (told) => {
        const { url } = told.request as { readonly url: string };
        decide({ requestId: String(told.requestId), session, url, told });
      },
      session,
    );
    target.on('Target.attachedToTarget', ({ sessionId }) => guard(String(sessionId)), session);
    const more = { autoAttach: true, waitForDebuggerOnStart: true, flatten: true };
    const fetching = target.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }, session);
    void target.send('Target.setAutoAttach', more, session).catch(() => undefined);
    if (session === target.session) return void fetching.catch(() => undefined);
    follow?.(session);
    // What cannot be guarded never goes on. A worker's requests are its page's.
    void fetching
      .catch((error: Error) => {
        if (!error.message.includes("wasn't found")) throw error;
      })
      .then(() => target.send('Runtime.runIfWaitingForDebugger', {}, session))
      .catch(() => undefined);
  };
  guard(target.session);
}

import type { Json } from '#sim/kernel';
import type { Target } from '../../chromium/index.ts';

interface Evaluated {
  readonly result?: { readonly value?: Json };
  readonly exceptionDetails?: { readonly text: string; readonly exception?: { readonly description?: string } };
}

/** Runs a function body in the page's own world, and awaits it. Throws Error with what the page throws. */
export async function runScript(target: Target, body: string, given: readonly Json[]): Promise<Json | undefined> {
  const expression = `(async function () {${body}\n}).apply(globalThis, ${JSON.stringify(given)})`;
  const asked = { expression, awaitPromise: true, returnByValue: true, userGesture: true };
  const { result, exceptionDetails } = (await target.send('Runtime.evaluate', asked)) as Evaluated;
  if (exceptionDetails === undefined) return result?.value;
  throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
}

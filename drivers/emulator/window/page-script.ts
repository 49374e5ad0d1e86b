import type { Json } from '#sim/kernel';
import type { Target } from '../../chromium/index.ts';
import type { AgentWorld } from './agent-world.ts';

/** https://www.w3.org/TR/webdriver2/#elements */
const elementName = 'element-6066-11e4-a52e-4f735466cecf';

interface Remote {
  readonly value?: Json;
  readonly subtype?: string;
  readonly objectId?: string;
}

interface Evaluated {
  readonly result?: Remote;
  readonly exceptionDetails?: { readonly text: string; readonly exception?: { readonly description?: string } };
}

/**
 * Runs a function body in the page's own world. Elements go in and come back as W3C references, by themselves, not inside
 * other values. Throws Error with what the page throws.
 */
export async function runScript(
  target: Target,
  agent: AgentWorld,
  body: string,
  given: readonly Json[],
): Promise<Json | undefined> {
  const ask = async (method: string, parameters: object): Promise<Remote> => {
    const { result = {}, exceptionDetails } = (await target.send(method, parameters)) as Evaluated;
    if (exceptionDetails === undefined) return result;
    throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  };
  const [world, ...handed] = await Promise.all([
    ask('Runtime.evaluate', { expression: 'globalThis' }),
    ...given.map(async (one) => {
      const key = keyIn(one);
      return key === undefined ? { value: one } : { objectId: await agent.handleOf(key) };
    }),
  ]);
  const found = await ask('Runtime.callFunctionOn', {
    objectId: world.objectId,
    functionDeclaration: `async function () { ${body}\n}`,
    arguments: handed,
    awaitPromise: true,
    userGesture: true,
  });
  if (found.objectId === undefined) return found.value;
  if (found.subtype === 'node') return { [elementName]: await agent.keyOf(found.objectId) };
  const asked = { objectId: found.objectId, functionDeclaration: 'function () { return this; }', returnByValue: true };
  return (await ask('Runtime.callFunctionOn', asked)).value;
}

function keyIn(given: Json): string | undefined {
  const key = typeof given === 'object' && given !== null && elementName in given ? given[elementName] : undefined;
  return typeof key === 'string' ? key : undefined;
}

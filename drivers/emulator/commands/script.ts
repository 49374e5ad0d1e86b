import { errors } from 'appium/driver.js';
import type { Json } from '#sim/kernel';
import { type ElementReference, elementIdOf } from '../element-reference.ts';
import { within } from '../machine-time.ts';
import type { Session } from '../session.ts';
import type { AppWindow } from '../window/app-window.ts';
import { askPage } from './agent.ts';
import { requireText } from './command.ts';

/** Elements go into a page, and come out of it, under this attribute: its world and the agent’s share the document alone. */
const mark = 'data-todoku-element';

/** Runs the body of a client’s function in the page. https://www.w3.org/TR/webdriver2/#executing-script */
export async function runScript(session: Session, script: unknown, given: unknown): Promise<unknown> {
  return play(session, `return (function () {${requireText(script, 'script')}\n}).apply(this, given);`, given);
}

/** The page calls its last argument with the result. */
export async function runAsyncScript(session: Session, script: unknown, given: unknown): Promise<unknown> {
  const body = `return new Promise((resolve, reject) => {
    const answer = (function () {${requireText(script, 'script')}\n}).apply(this, [...given, resolve]);
    if (typeof answer?.then === 'function') answer.then(() => undefined, reject);
  });`;
  return play(session, body, given);
}

async function play(session: Session, body: string, given: unknown): Promise<unknown> {
  const window = session.webWindow();
  if (!Array.isArray(given)) throw new errors.InvalidArgumentError("'args' must be a list");
  const marks = new Map<string, string>();
  const sent = toPage(session, given as Json[], marks);
  for (const [name, key] of marks) await askPage(window, 'mark', key, name);
  const { scriptMs } = session.timeouts;
  const run = window.execute(`${wrap}${body}${wrapEnd}`, [sent]).catch(scriptFailed);
  const answer = await within(scriptMs, run, () => {
    throw new errors.ScriptTimeoutError();
  });
  await window.settle();
  return fromPage(session, window, answer as Json);
}

const wrap = `
  const mark = '${mark}';
  const take = (value) => {
    if (Array.isArray(value)) return value.map(take);
    if (typeof value !== 'object' || value === null) return value;
    if (typeof value[mark] === 'string') {
      const element = find(document, value[mark]);
      element?.removeAttribute(mark);
      return element;
    }
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, take(member)]));
  };
  const find = (root, name) => {
    const here = root.querySelector('[' + mark + '="' + name + '"]');
    if (here) return here;
    for (const element of root.querySelectorAll('*')) {
      const below = element.shadowRoot && find(element.shadowRoot, name);
      if (below) return below;
    }
    return null;
  };
  let count = 0;
  const give = (value, depth = 0) => {
    if (depth > 100) throw new Error('The result goes too deep, or around in a circle');
    if (value === undefined || value === null || typeof value === 'function' || typeof value === 'symbol') return null;
    if (typeof value === 'bigint') throw new Error('A BigInt is no JSON');
    if (typeof value !== 'object') return typeof value === 'number' && !Number.isFinite(value) ? null : value;
    if (value instanceof Element) {
      if (!value.isConnected) throw new Error('stale element reference');
      const name = value.getAttribute(mark) ?? 'out' + (count += 1);
      value.setAttribute(mark, name);
      return { [mark]: name };
    }
    if (Array.isArray(value) || value instanceof NodeList || value instanceof HTMLCollection) {
      return [...value].map((member) => give(member, depth + 1));
    }
    if (typeof value.toJSON === 'function') return give(value.toJSON(), depth + 1);
    return Object.fromEntries(Object.keys(value).map((name) => [name, give(value[name], depth + 1)]));
  };
  const given = take(arguments[0]);
  const answer = await (async function () {`;

const wrapEnd = `
  }).call(globalThis);
  return give(answer);`;

function scriptFailed(cause: unknown): never {
  const [message = ''] = (cause instanceof Error ? cause.message : String(cause)).split('\n    at ');
  throw new errors.JavaScriptError(message, cause instanceof Error ? cause : undefined);
}

/** Elements are named by marks, which the agent puts on them. Throws `stale element reference`, `no such element`. */
function toPage(session: Session, value: Json, marks: Map<string, string>): Json {
  if (Array.isArray(value)) return value.map((member) => toPage(session, member, marks));
  if (typeof value !== 'object' || value === null) return value;
  const id = elementIdOf(value);
  if (id !== undefined) {
    const name = `in${marks.size + 1}`;
    marks.set(name, session.element(id).key);
    return { [mark]: name };
  }
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, toPage(session, member as Json, marks)]),
  );
}

/** An element may come more than once; its mark is taken off when it is asked for. */
async function fromPage(
  session: Session,
  window: AppWindow,
  value: Json,
  known: Map<string, ElementReference> = new Map(),
): Promise<unknown> {
  if (Array.isArray(value)) {
    const members: unknown[] = [];
    for (const member of value) members.push(await fromPage(session, window, member, known));
    return members;
  }
  if (typeof value !== 'object' || value === null) return value;
  const name = Object.getOwnPropertyDescriptor(value, mark)?.value;
  if (typeof name === 'string') {
    const found = known.get(name) ?? session.reference(window, await askPage<string>(window, 'marked', name));
    known.set(name, found);
    return found;
  }
  const members: [string, unknown][] = [];
  for (const [key, member] of Object.entries(value)) {
    members.push([key, await fromPage(session, window, member as Json, known)]);
  }
  return Object.fromEntries(members);
}

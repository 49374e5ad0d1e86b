import { errors, validateExecuteMethodParams } from 'appium/driver.js';
import { nearest } from '#sim/kernel';
import { elementIdOf } from '../element-reference.ts';
import type { Session } from '../session.ts';
import { type Commands, requireText } from './command.ts';
import type { ExecuteMethod, ExecuteMethods } from './execute-method.ts';
import { methodsOf } from './execute-methods.ts';
import { runAsyncScript, runScript } from './script.ts';

/** `mobile:deepLink` is `mobile: deepLink`: WebdriverIO leaves the space out, and both real drivers put it in. */
function normalised(script: string): string {
  return script.trim().replace(/^(mobile|handset):\s*/, '$1: ');
}

async function execute(session: Session, given: unknown, args: unknown): Promise<unknown> {
  const script = normalised(requireText(given, 'script'));
  const method = ownMember(methodsOf(session.dialect), script);
  if (method !== undefined) return runMethod(session, method, args);
  // XCUITest takes a name that it does not know for JavaScript, UiAutomator2 does not.
  const isCommand = script.startsWith('handset:') || (script.startsWith('mobile:') && session.dialect !== 'ios');
  if (isCommand) refuseMethod(script, methodsOf(session.dialect));
  if (!session.isWeb) throw new errors.NotImplementedError();
  return runScript(session, given, args);
}

function ownMember(methods: ExecuteMethods, name: string): ExecuteMethod | undefined {
  return Object.hasOwn(methods, name) ? methods[name] : undefined;
}

/** By its name, for other commands that do the same. Throws as for an unknown method when the system has none. */
export async function runNamed(
  session: Session,
  name: string,
  given: Readonly<Record<string, unknown>>,
): Promise<unknown> {
  const method = ownMember(methodsOf(session.dialect), name);
  if (method === undefined) throw new errors.NotYetImplementedError();
  return method.run(session, given);
}

async function runMethod(session: Session, method: ExecuteMethod, args: unknown): Promise<unknown> {
  const first: unknown = Array.isArray(args) ? args[0] : args;
  const given = withElement(typeof first === 'object' && first !== null ? { ...first } : {});
  const { required = [], optional = [] } = method.params ?? {};
  const params = { required: [...required], optional: [...optional] };
  // Throws `invalid argument` in the words of Appium.
  const values = validateExecuteMethodParams([given], params);
  const named = [...required, ...optional].map((parameter, index) => [parameter, values[index]] as const);
  return method.run(session, Object.fromEntries(named.filter(([, value]) => value !== undefined)));
}

/** The deprecated `element` is `elementId`; either may be a whole element. */
function withElement({ element, elementId = element, ...others }: Record<string, unknown>): Record<string, unknown> {
  return elementId === undefined ? others : { ...others, elementId: elementIdOf(elementId) ?? elementId };
}

/** @appium/base-driver ExecuteCommands.executeMethod */
function refuseMethod(script: string, methods: ExecuteMethods): never {
  const names = Object.keys(methods);
  const told = script.slice(0, 80);
  const meant = nearest(told, names, '');
  const question = meant === '' ? '. ' : `, did you mean '${meant}'? `;
  throw new errors.UnsupportedOperationError(
    `Unsupported execute method '${told}'${question}Make sure the installed HandsetDriver is up-to-date. ` +
      `Execute methods available in the current driver version are: ${names.sort().join(', ')}`,
  );
}

async function executeAsync(session: Session, script: unknown, args: unknown): Promise<unknown> {
  if (!session.isWeb) throw new errors.NotImplementedError();
  return runAsyncScript(session, script, args);
}

export const executeCommands: Commands = { execute, executeAsync };

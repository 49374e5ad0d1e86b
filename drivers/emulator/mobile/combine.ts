import { errors } from 'appium/driver.js';
import type { ExecuteMethod, ExecuteMethods } from '../commands/execute-method.ts';
import type { Session } from '../session.ts';
import type { Given } from './given.ts';

export type Run = (session: Session, given: Given) => Promise<unknown>;

type Params = Readonly<Record<string, NonNullable<ExecuteMethod['params']>>>;

/** The commands of a driver: what it takes beside what it does. All of `params` stand in `runs`, and nothing else. */
export function combine<All extends Params>(params: All, runs: { readonly [Name in keyof All]: Run }): ExecuteMethods {
  return Object.fromEntries(
    Object.entries(params).map(([name, taken]) => [name, { params: taken, run: runs[name as keyof All] }]),
  );
}

/** Does nothing that anybody could see on this handset. */
export const idle: Run = async () => null;

/** As the real driver answers where the device or the server lacks it. */
export function lacking(message: string): Run {
  return async () => {
    throw new Error(message);
  };
}

/** As the real drivers answer where the server was not told to allow it. */
export function insecure(feature: string): Run {
  return async () => {
    // @appium/base-driver DriverCore.assertFeatureEnabled
    throw new errors.UnknownError(
      `Potentially insecure feature '${feature}' has not been enabled. If you want to enable this feature and accept ` +
        'the security ramifications, please do so by following the documented instructions at ' +
        'http://appium.io/docs/en/latest/guides/security/',
    );
  };
}

/** As XCUITest answers for a simulator. */
export function realDeviceOnly(action: string): Run {
  return lacking(`${action} can only be performed on a real device`);
}

/** A command of the routes, which does the same. */
export function ask(
  command: ((session: Session, ...given: never[]) => Promise<unknown>) | undefined,
  session: Session,
  ...given: readonly unknown[]
): Promise<unknown> {
  if (command === undefined) throw new errors.NotYetImplementedError();
  return command(session, ...(given as never[]));
}

import { androidMethods } from '../mobile/android-methods.ts';
import { desktopMethods } from '../mobile/desktop-methods.ts';
import { handsetMethods } from '../mobile/handset-methods.ts';
import { iosMethods } from '../mobile/ios-methods.ts';
import type { Dialect } from '../window/app-window.ts';
import type { ExecuteMethod, ExecuteMethods } from './execute-method.ts';

const methods: Readonly<Record<Dialect, ExecuteMethods>> = {
  android: { ...androidMethods, ...handsetMethods },
  ios: { ...iosMethods, ...handsetMethods },
  desktop: { ...desktopMethods, ...handsetMethods },
};

/** Of every system, for clients that list what there is. Appium asks the class, which does not know the handset yet. */
export const executeMethodMap: Readonly<Record<string, ListedMethod>> = Object.fromEntries(
  Object.values(methods)
    .flatMap((one) => Object.entries(one))
    .map(([name, { params = {} }]) => [name, { command: 'execute', params }]),
);

export interface ListedMethod {
  readonly command: string;
  readonly params: NonNullable<ExecuteMethod['params']>;
}

/** Those of the driver of the system, and those that only an emulated handset has. */
export function methodsOf(dialect: Dialect): ExecuteMethods {
  return methods[dialect];
}

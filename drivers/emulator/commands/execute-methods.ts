import { androidMethods } from '../mobile/android-methods.ts';
import { desktopMethods } from '../mobile/desktop-methods.ts';
import { handsetMethods } from '../mobile/handset-methods.ts';
import { iosMethods } from '../mobile/ios-methods.ts';
import type { Dialect } from '../window/app-window.ts';
import type { ExecuteMethods } from './execute-method.ts';

const methods: Readonly<Record<Dialect, ExecuteMethods>> = {
  android: { ...androidMethods, ...handsetMethods },
  ios: { ...iosMethods, ...handsetMethods },
  desktop: { ...desktopMethods, ...handsetMethods },
  // Pages are told in the dialect of their handset.
  web: {},
};

/** Those of the driver of the system, and those that only an emulated handset has. */
export function methodsOf(dialect: Dialect): ExecuteMethods {
  return methods[dialect];
}

import type { Dialect } from '../window/app-window.ts';
import type { ExecuteMethods } from './execute-method.ts';

const none: ExecuteMethods = {};

/** Those of the driver of the system, and those that only an emulated handset has. */
export function methodsOf(_dialect: Dialect): ExecuteMethods {
  return none;
}

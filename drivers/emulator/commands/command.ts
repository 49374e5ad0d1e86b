import { errors } from 'appium/driver.js';
import type { Session } from '../session.ts';

/** A command of the session: what the route gives it, the session id last. */
export type Command = (session: Session, ...given: never[]) => Promise<unknown>;

export type Commands = Readonly<Record<string, Command>>;

/** Throws `invalid argument`. */
export function requireText(value: unknown, name: string): string {
  if (typeof value === 'string') return value;
  throw new errors.InvalidArgumentError(`'${name}' must be a string`);
}

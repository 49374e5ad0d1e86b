import { errors } from 'appium/driver.js';
import type { Session } from '../session.ts';
import type { Commands } from './command.ts';

const longestMs = 2 ** 31 - 1;

/** Throws `invalid argument`. */
function timeoutOf(given: unknown): number {
  if (typeof given === 'number' && Number.isInteger(given) && given >= 0 && given <= longestMs) return given;
  // @appium/base-driver TimeoutCommands.parseTimeoutArgument
  throw new errors.InvalidArgumentError(`Invalid timeout value '${String(given).slice(0, 80)}'`);
}

async function scriptTimeoutW3C({ timeouts }: Session, given: unknown): Promise<void> {
  timeouts.scriptMs = timeoutOf(given);
}

async function pageLoadTimeoutW3C({ timeouts }: Session, given: unknown): Promise<void> {
  timeouts.pageLoadMs = timeoutOf(given);
}

export const timeoutCommands: Commands = {
  scriptTimeoutW3C,
  asyncScriptTimeout: scriptTimeoutW3C,
  pageLoadTimeoutW3C,
};

import { errorFromW3CJsonCode, errors } from 'appium/driver.js';
import { ServiceError } from '#sim/errors';

/**
 * What a client is told of a failure: what the agent in the page refused goes out by its W3C name, what the service
 * catalogue knows with the next step to take. Everything else is the text of a real driver, or a mistake of ours.
 */
export function wireError(failure: unknown): unknown {
  if (failure instanceof ServiceError) {
    return new errors.UnknownError(`${failure.message} ${failure.nextStep.en}`, failure);
  }
  if (!(failure instanceof Error) || failure.name !== 'AgentError' || !('error' in failure)) return failure;
  return errorFromW3CJsonCode(String(failure.error), failure.message);
}

/** The browser that paints the handset has ended: nothing more comes of the session. */
export function isBrowserGone(failure: unknown): failure is ServiceError {
  return failure instanceof ServiceError && failure.code === 'chromium-failed';
}

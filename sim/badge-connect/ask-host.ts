import { ServiceError } from '../errors/index.ts';
import type { Fetch, Request, Response } from '../kernel/index.ts';
import { type JsonObject, objectOf } from '../proof/index.ts';
import { bounded, hostWords } from './host-words.ts';

/** How hosts of other people are reached. */
export interface BadgeConnectPorts {
  readonly outward: Fetch;
}

/** Of one answer; a page of a hundred baked badges fits. */
const bytesMax = 16 * 1024 * 1024;

/** https://www.imsglobal.org/spec/ob/v3p0/#retry-behavior : where a host does not say when. */
const retryAfterSeconds = 30 * 60;
const retryAfterSecondsMax = 7 * 86_400;

/** An answer with one of the statuses that were hoped for, or 401, which whoever asks with a token deals with. */
export interface HostAnswer extends Response {
  readonly url: string;
  readonly isUnauthorized: boolean;
}

/**
 * One request to a host. Throws ServiceError `badge-host-unreachable`, `badge-host-busy`, `badge-host-unfit` (a redirect:
 * nobody follows it with a token), `badge-host-refused`, and what the egress throws.
 */
export async function askHost(
  { outward }: BadgeConnectPorts,
  url: string,
  { request = {}, statuses }: { readonly request?: Request; readonly statuses: readonly number[] },
): Promise<HostAnswer> {
  const { host } = new URL(url);
  const response = await outward(url, request).catch((cause: unknown) => {
    if (cause instanceof ServiceError) throw cause;
    throw new ServiceError('badge-host-unreachable', { host, reason: 'no answer' }, { cause });
  });
  const { status, body, headers } = response;
  if (body.length > bytesMax) throw unfit(url, 'the answer is too large');
  if (statuses.includes(status)) return { ...response, url, isUnauthorized: false };
  if (status === 429 || status === 503) {
    throw new ServiceError('badge-host-busy', { host, seconds: retryAfterOf(headers['retry-after']) });
  }
  if (status >= 500) throw new ServiceError('badge-host-unreachable', { host, reason: `HTTP ${status}` });
  if (status >= 300 && status < 400) throw unfit(url, `HTTP ${status}`);
  if (status === 401 && hasToken(request)) return { ...response, url, isUnauthorized: true };
  if (status < 400) throw unfit(url, `HTTP ${status}`);
  throw refused(response, url);
}

export function refused({ status, body }: Response, url: string): ServiceError {
  return new ServiceError('badge-host-refused', { host: new URL(url).host, status, words: hostWords(body) });
}

export function unfit(url: string, reason: string): ServiceError {
  return new ServiceError('badge-host-unfit', { host: new URL(url).host, reason: bounded(reason) });
}

/** The JSON object that an answer is. Throws ServiceError `badge-host-unfit`. */
export function jsonOf(answer: Response, url: string, lengthMax = bytesMax): JsonObject {
  if (answer.body.length > lengthMax) throw unfit(url, 'the answer is too large');
  let found: JsonObject | undefined;
  try {
    found = objectOf(answer.json<unknown>());
  } catch {
    // Said below.
  }
  if (found === undefined) throw unfit(url, 'no JSON object');
  return found;
}

/** Seconds; an HTTP date is a clock of somebody else, and is not believed. https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3 */
function retryAfterOf(field: string | undefined): number {
  return /^\d{1,9}$/.test(field ?? '') ? Math.min(Number(field), retryAfterSecondsMax) : retryAfterSeconds;
}

function hasToken({ headers = {} }: Request): boolean {
  return headers.authorization?.startsWith('Bearer ') === true;
}

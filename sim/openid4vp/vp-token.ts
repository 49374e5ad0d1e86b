import { ServiceError } from '../errors/index.ts';
import { type JsonObject, objectOf } from '../proof/index.ts';
import type { PresentationQuery } from './presentation-query.ts';

/** Presentations by the id of what they answer: https://openid.net/specs/openid-4-verifiable-presentations-1_0.html#section-8.1 */
export type VpToken = Readonly<Record<string, readonly unknown[]>>;

const presentationsMax = 4;

/** Throws ServiceError `presentation-response-unfit`. */
export function readVpToken(given: unknown, query: PresentationQuery): VpToken {
  const object = typeof given === 'string' ? parsed(given) : objectOf(given);
  if (object === undefined) throw unfit('vp_token', 'no JSON object');
  const parts = new Map(query.credentials.map((part) => [part.id, part]));
  const entries = Object.entries(object).map(([id, presentations]) => {
    const part = parts.get(id);
    if (part === undefined) throw unfit('vp_token', 'an id that the query does not have');
    if (!Array.isArray(presentations) || presentations.length === 0)
      throw unfit('vp_token', 'no array of presentations');
    // "When `multiple` is omitted, or set to `false`, the array MUST contain only one Presentation."
    if (presentations.length > (part.multiple === true ? presentationsMax : 1)) {
      throw unfit('vp_token', 'more presentations than were asked for');
    }
    return [id, presentations as readonly unknown[]] as const;
  });
  if (entries.length === 0) throw unfit('vp_token', 'no presentation');
  return Object.fromEntries(entries);
}

function parsed(text: string): JsonObject | undefined {
  try {
    return objectOf(JSON.parse(text));
  } catch {
    return undefined;
  }
}

export function unfit(member: string, reason: string): ServiceError {
  return new ServiceError('presentation-response-unfit', { member, reason });
}

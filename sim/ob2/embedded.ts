import { ServiceError } from '../errors/index.ts';
import type { Fetch } from '../kernel/index.ts';
import { objectIn } from './badge-document.ts';
import { iriOf, isObject, type JsonObject } from './json-object.ts';

export interface ResolvePort {
  /** How BadgeClass and Issuer are asked for when a badge only refers to them. Without it nothing is asked for. */
  readonly fetch?: Fetch;
}

const bytesMax = 1024 ** 2;

const reasons = {
  offline: { ja: '外部への接続が許可されていません', en: 'nothing outside may be asked' },
  answer: { ja: '応答を読み取れません', en: 'there was no answer that can be read' },
  other: { ja: '参照先の id が違います', en: 'what was found there has another id' },
} as const;

/** An Assertion with its BadgeClass and Issuer in it instead of their addresses. Throws ServiceError `ob2-unfit`, `ob2-unresolved`. */
export async function embedded(assertion: JsonObject, ports: ResolvePort): Promise<JsonObject> {
  const badge = await found(assertion.badge, '/badge', ports);
  return { ...assertion, badge: { ...badge, issuer: await found(badge.issuer, '/badge/issuer', ports) } };
}

async function found(value: JsonObject[string], pointer: string, { fetch }: ResolvePort): Promise<JsonObject> {
  if (isObject(value)) return value;
  const url = iriOf(value);
  if (url === undefined) throw new ServiceError('ob2-unfit', { pointer });
  if (fetch === undefined || !/^https?:/.test(url)) throw unresolved(pointer, 'offline');
  const document = await answerOf(url, fetch);
  if (document === undefined) throw unresolved(pointer, 'answer');
  // A hosted document is what its address says only if it says so itself, OB 2.0 "Verification of hosted badges".
  if (document.id !== url) throw unresolved(pointer, 'other');
  return document;
}

async function answerOf(url: string, fetch: Fetch): Promise<JsonObject | undefined> {
  try {
    const { status, body } = await fetch(url, { headers: { accept: 'application/ld+json, application/json' } });
    return status === 200 && body.length <= bytesMax ? objectIn(body.toString('utf8')) : undefined;
  } catch (error) {
    if (error instanceof ServiceError) return undefined;
    throw error;
  }
}

function unresolved(pointer: string, reason: keyof typeof reasons): ServiceError {
  const { ja, en } = reasons[reason];
  return new ServiceError('ob2-unresolved', { pointer, reasonJa: ja, reasonEn: en });
}

import { ServiceError } from '../errors/index.ts';
import type { Fetch, Json, Response, World } from '../kernel/index.ts';
import type { Looked } from './evidence.ts';
import { type Learnt, recall } from './memory.ts';
import { verifyParameters } from './parameters.ts';

export interface Question<Value> {
  readonly url: string;
  /** How long an answer counts from when it came. */
  readonly ttlMs: number | ((value: Value) => number);
  readonly token?: string;
  /**
   * What is kept of an answer; undefined when it has not the shape that is needed, and counts as none. Throws
   * ServiceError when it is not to be trusted.
   */
  readonly read: (body: unknown) => Value | undefined | Promise<Value | undefined>;
  /** False when what is remembered is of no use, however young; then it is looked up anew. */
  readonly isEnough?: (value: Value) => boolean;
}

/** Looks things up for one scan of one verifier, and keeps what it learnt until the scan's command writes it down. */
export interface LookUp {
  readonly learnt: readonly Learnt[];
  ask<Value>(question: Question<Value>): Promise<Looked<Value>>;
}

export function createLookUp(world: World, fetch: Fetch, verifier: string): LookUp {
  const learnt: Learnt[] = [];
  const { offlineGraceMs } = verifyParameters(world);
  return {
    learnt,
    async ask<Value>({ url, ttlMs, token, read, isEnough }: Question<Value>): Promise<Looked<Value>> {
      const now = world.clock.now();
      const kept = learnt.find((one) => one.url === url && one.body !== null) ?? recall(world, verifier, url);
      const known = kept === undefined ? undefined : { value: kept.body as Value, fetchedAt: kept.fetchedAt };
      const ageMs = known === undefined ? Number.POSITIVE_INFINITY : now - known.fetchedAt;
      const isYoung = known !== undefined && ageMs < (typeof ttlMs === 'number' ? ttlMs : ttlMs(known.value));
      if (isYoung && (isEnough === undefined || isEnough(known.value))) {
        return { state: 'found', ...known, isOld: false };
      }
      const response = await reach(fetch, url, token);
      if (response?.status === 404) {
        learnt.push({ url, body: null, fetchedAt: now });
        return { state: 'missing' };
      }
      try {
        const value = response?.status === 200 ? await read(bodyOf(response)) : undefined;
        if (value !== undefined) {
          learnt.push({ url, body: value as Json, fetchedAt: now });
          return { state: 'found', value, fetchedAt: now, isOld: false };
        }
      } catch (error) {
        if (error instanceof ServiceError) return { state: 'untrusted', error };
        throw error;
      }
      return known !== undefined && ageMs <= offlineGraceMs
        ? { state: 'found', ...known, isOld: true }
        : { state: 'unreachable' };
    },
  };
}

/** fetch says with a TypeError that no answer came: https://fetch.spec.whatwg.org/#fetch-method */
async function reach(fetch: Fetch, url: string, token: string | undefined): Promise<Response | undefined> {
  try {
    return await fetch(url, { headers: token === undefined ? {} : { authorization: `Bearer ${token}` } });
  } catch (error) {
    if (error instanceof TypeError && error.message.startsWith('fetch failed')) return undefined;
    throw error;
  }
}

function bodyOf(response: Response): unknown {
  try {
    return response.json<unknown>();
  } catch {
    return undefined;
  }
}

import type { Fetch, Json, Response, World } from '../kernel/index.ts';
import type { Looked } from './evidence.ts';
import { type Learnt, recall } from './memory.ts';
import { verifyParameters } from './parameters.ts';

export interface Question<Value> {
  readonly url: string;
  readonly ttlMs: number;
  readonly token?: string;
  /** Whether an answer has the shape that is needed; another one counts as none. */
  readonly isAnswer: (body: unknown) => body is Value;
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
    async ask<Value>({ url, ttlMs, token, isAnswer, isEnough }: Question<Value>): Promise<Looked<Value>> {
      const now = world.clock.now();
      const kept = recall(world, verifier, url);
      const known =
        kept !== undefined && isAnswer(kept.body) ? { value: kept.body, fetchedAt: kept.fetchedAt } : undefined;
      const ageMs = known === undefined ? Number.POSITIVE_INFINITY : now - known.fetchedAt;
      if (known !== undefined && ageMs < ttlMs && (isEnough === undefined || isEnough(known.value))) {
        return { state: 'found', ...known, isOld: false };
      }
      const response = await reach(fetch, url, token);
      if (response?.status === 404) {
        learnt.push({ url, body: null, fetchedAt: now });
        return { state: 'missing' };
      }
      const body = response?.status === 200 ? bodyOf(response) : undefined;
      if (isAnswer(body)) {
        learnt.push({ url, body: body as Json, fetchedAt: now });
        return { state: 'found', value: body, fetchedAt: now, isOld: false };
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

import { type Bilingual, errorOfProblem, ServiceError } from '../errors/index.ts';
import type { Fetch, Response, World } from '../kernel/index.ts';
import type { SecuredCredential } from '../proof/index.ts';

export interface OfferedSchool {
  readonly slug: string;
  readonly name: Bilingual;
}

export interface OfferedAchievement {
  readonly name: Bilingual;
}

/** What a mail link offers. */
export interface LinkedOffer {
  readonly credential: string;
  readonly state: 'live' | 'used' | 'superseded' | 'expired';
  readonly address: string;
  readonly school: OfferedSchool;
  readonly achievement: OfferedAchievement;
  /** Until when the link may be followed; RFC 3339. */
  readonly expiresAt: string;
}

/** What waits for an address, or was taken by it. */
export interface ListedOffer {
  readonly credential: string;
  readonly state: string;
  readonly address: string;
  readonly school: OfferedSchool;
  readonly achievement: OfferedAchievement;
  readonly issuedAt: string;
  readonly validUntil: string;
}

/**
 * The issuer as the wallet knows it: HTTP only. What it refuses goes on under its own code; when it cannot be reached,
 * or fails, or answers nonsense, ServiceError `issuer-unreachable`: nobody knows then whether it acted.
 */
export interface IssuerClient {
  find(token: string): Promise<LinkedOffer>;
  consume(token: string): Promise<void>;
  list(addresses: readonly string[]): Promise<readonly ListedOffer[]>;
  /** The same again for the same account. */
  claim(credential: string, account: string, addresses: readonly string[]): Promise<SecuredCredential>;
  status(credential: string): Promise<string>;
}

export function createIssuerClient(world: Pick<World, 'keys' | 'origins'>, fetch: Fetch): IssuerClient {
  const post = <Body>(path: string, body: unknown): Promise<Body> =>
    ask<Body>(fetch, world.origins.issuer + path, {
      method: 'POST',
      headers: { authorization: `Bearer ${world.keys.secret('wallet')}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  return {
    find: (token) => post('/offers/find', { token }),
    async consume(token) {
      await post('/offers/consume', { token });
    },
    list: async (addresses) => (await post<{ offers: ListedOffer[] }>('/offers/list', { addresses })).offers,
    async claim(credential, account, addresses) {
      const path = `/offers/${encodeURIComponent(credential)}/claim`;
      const { secured, mediaType } = await post<SecuredCredential>(path, { account, addresses });
      return { secured, mediaType };
    },
    status: async (credential) =>
      (
        await ask<{ status: string }>(
          fetch,
          `${world.origins.issuer}/credentials/${encodeURIComponent(credential)}/status`,
          {},
        )
      ).status,
  };
}

async function ask<Body>(fetch: Fetch, url: string, request: Parameters<Fetch>[1]): Promise<Body> {
  let response: Response;
  let body: unknown;
  try {
    response = await fetch(url, request);
    body = response.json<unknown>();
  } catch (cause) {
    throw new ServiceError('issuer-unreachable', {}, { cause });
  }
  if (response.status >= 300) throw refusalOf(response.status, body);
  return body as Body;
}

/** Errors between the two services: a student can do nothing about them, and must not read that he should log in again. */
const ourOwnFaults: ReadonlySet<string> = new Set(['unauthorized', 'request-invalid', 'body-too-large']);

function refusalOf(status: number, body: unknown): ServiceError {
  const { code } = (body ?? {}) as { code?: unknown };
  const cause = new Error(`the issuer answered ${status} ${String(code)}`);
  const refusal = status < 500 ? errorOfProblem(body, { cause }) : undefined;
  if (refusal === undefined || ourOwnFaults.has(refusal.code))
    return new ServiceError('issuer-unreachable', {}, { cause });
  return refusal;
}

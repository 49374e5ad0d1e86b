import { oauthError, ServiceError } from '../errors/index.ts';
import { emit } from '../events/index.ts';
import { command, type Instant, type RunningWorld, tokenHash, type World } from '../kernel/index.ts';
import { type Client, clientOf } from './client.ts';
import { keepCode } from './code.ts';
import { startGrant } from './grant.ts';
import { oauthParameters } from './parameters.ts';
import { isChallenge } from './pkce.ts';
import { redirectLocation } from './redirect-location.ts';
import { narrowedScope, offlineAccess, scopesIn } from './scope.ts';

/** https://www.rfc-editor.org/rfc/rfc6749#section-4.1.1, https://www.rfc-editor.org/rfc/rfc7636#section-4.3 */
export interface AuthorizationQuery {
  readonly client_id: string;
  readonly redirect_uri: string;
  readonly response_type?: string;
  readonly scope?: string;
  readonly state?: string;
  readonly code_challenge?: string;
  readonly code_challenge_method?: string;
}

/** A request that stands, waiting for somebody to say yes or no. */
export interface OpenRequest {
  readonly client: Client;
  readonly scopes: readonly string[];
}

export type Begun =
  /** `request` names it, once and secretly: what comes back with it comes from the page that it was written into. */
  | { readonly kind: 'open'; readonly request: string; readonly open: OpenRequest }
  /** The client is told what is wrong with it. */
  | { readonly kind: 'refused'; readonly location: string };

export const requestTable = `
  CREATE TABLE oauth_request (
    token_hash TEXT PRIMARY KEY, client TEXT NOT NULL, redirect_uri TEXT NOT NULL, scope TEXT NOT NULL,
    state TEXT NOT NULL, code_challenge TEXT NOT NULL, expires_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;`;

type Asked = { client: string; redirectUri: string; scope: string; state: string; codeChallenge: string };

export const keepRequest = command<Asked, string>(
  'oauth.beginAuthorization',
  (world, { client, redirectUri, scope, state, codeChallenge }) => {
    const now = world.clock.now();
    world.store.run('DELETE FROM oauth_request WHERE expires_at <= ?', now);
    const token = world.random.token('oauth/request');
    world.store.run(
      `INSERT INTO oauth_request (token_hash, client, redirect_uri, scope, state, code_challenge, expires_at)
         VALUES (?, ?, ?, ?, ?, ?, ?)`,
      tokenHash(token),
      client,
      redirectUri,
      scope,
      state,
      codeChallenge,
      now + oauthParameters(world).requestTtlMs,
    );
    return token;
  },
  { secrets: ['state'] },
);

/**
 * Begins an authorization. Throws ServiceError `authorization-client-unknown`, `authorization-redirect-unknown`: then
 * nobody is sent anywhere (https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2.1). `issuer` names this server.
 */
export async function beginAuthorization(
  world: RunningWorld,
  query: AuthorizationQuery,
  issuer: string,
): Promise<Begun> {
  const client = clientOf(world, query.client_id);
  if (client === undefined) throw new ServiceError('authorization-client-unknown');
  // Character by character: https://www.rfc-editor.org/rfc/rfc9700#section-2.1
  if (!client.metadata.redirect_uris.includes(query.redirect_uri)) {
    throw new ServiceError('authorization-redirect-unknown');
  }
  try {
    const asked = judged(client, query);
    const request = await world.perform(keepRequest, { client: client.client, ...asked });
    return { kind: 'open', request, open: { client, scopes: scopesIn(asked.scope) } };
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    return { kind: 'refused', location: refusalLocation(query.redirect_uri, query.state, error, issuer) };
  }
}

/** Throws ServiceError `response-type-unsupported`, `authorization-request-invalid`, `scope-invalid`. */
function judged({ metadata }: Client, query: AuthorizationQuery): Omit<Asked, 'client'> {
  const { redirect_uri: redirectUri, response_type, scope, state, code_challenge, code_challenge_method } = query;
  if (response_type === undefined) throw new ServiceError('authorization-request-invalid', { name: 'response_type' });
  if (response_type !== 'code') throw new ServiceError('response-type-unsupported');
  if (state === undefined || state === '') throw new ServiceError('authorization-request-invalid', { name: 'state' });
  // OB 3.0 requires PKCE with S256; without a method RFC 7636 §4.3 means `plain`, which is not taken.
  if (code_challenge_method !== 'S256') {
    throw new ServiceError('authorization-request-invalid', { name: 'code_challenge_method' });
  }
  if (code_challenge === undefined || !isChallenge(code_challenge)) {
    throw new ServiceError('authorization-request-invalid', { name: 'code_challenge' });
  }
  if (scope === undefined) throw new ServiceError('scope-invalid');
  const asked = narrowedScope(scope, metadata.scope);
  if (asked === offlineAccess) throw new ServiceError('scope-invalid');
  return { redirectUri, scope: asked, state, codeChallenge: code_challenge };
}

interface RequestRow {
  readonly client: string;
  readonly redirectUri: string;
  readonly scope: string;
  readonly state: string;
  readonly codeChallenge: string;
  readonly expiresAt: Instant;
}

/** Throws ServiceError `authorization-over`. */
function openRow(world: World, requestHash: string): RequestRow {
  const row = world.store.get<RequestRow>(
    `SELECT client, redirect_uri AS redirectUri, scope, state, code_challenge AS codeChallenge, expires_at AS expiresAt
       FROM oauth_request WHERE token_hash = ?`,
    requestHash,
  );
  if (row === undefined || world.clock.now() >= row.expiresAt) throw new ServiceError('authorization-over');
  return row;
}

/** What a request asks for. Throws ServiceError `authorization-over`: unknown, decided or out of time. */
export function openRequest(world: World, request: string): OpenRequest {
  const { client: id, scope } = openRow(world, tokenHash(request));
  const client = clientOf(world, id);
  if (client === undefined) throw new ServiceError('authorization-over');
  return { client, scopes: scopesIn(scope) };
}

type Decided = RequestRow & { readonly authorizationCode: string | null };

/** Yes, by `subject`; no when there is none. The request is over either way. */
export const decide = command<{ requestHash: string; subject: string | null }, Decided>(
  'oauth.decide',
  (world, { requestHash, subject }) => {
    const row = openRow(world, requestHash);
    world.store.run('DELETE FROM oauth_request WHERE token_hash = ?', requestHash);
    if (subject === null) {
      emit(world, 'access.denied', { client: row.client });
      return { ...row, authorizationCode: null };
    }
    const grant = startGrant(world, { client: row.client, subject, scope: row.scope });
    return { ...row, authorizationCode: keepCode(world, { grant, ...row }) };
  },
);

/**
 * Grants what was asked for, in the name of `subject`, who must have shown who it is. Returns where the browser goes
 * with the code. Throws ServiceError `authorization-over`.
 */
export async function allowRequest(
  world: RunningWorld,
  { request, subject, issuer }: { readonly request: string; readonly subject: string; readonly issuer: string },
): Promise<string> {
  const decided = await world.perform(decide, { requestHash: tokenHash(request), subject });
  const { redirectUri, authorizationCode, scope, state } = decided;
  // `scope` is what OB 3.0 adds to RFC 6749 §4.1.2; `iss` is RFC 9207.
  return redirectLocation(redirectUri, { code: authorizationCode ?? undefined, scope, state, iss: issuer });
}

/** Returns where the browser goes with the refusal. Throws ServiceError `authorization-over`. */
export async function denyRequest(
  world: RunningWorld,
  { request, issuer }: { readonly request: string; readonly issuer: string },
): Promise<string> {
  const { redirectUri, state } = await world.perform(decide, { requestHash: tokenHash(request), subject: null });
  return refusalLocation(redirectUri, state, new ServiceError('authorization-denied'), issuer);
}

/** https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2.1 */
function refusalLocation(redirectUri: string, state: string | undefined, error: ServiceError, issuer: string): string {
  return redirectLocation(redirectUri, { ...oauthError(error).body, state, iss: issuer });
}

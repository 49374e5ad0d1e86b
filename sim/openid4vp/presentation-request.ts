import { ServiceError } from '../errors/index.ts';
import { emit } from '../events/index.ts';
import { command, type Instant, isSameSecret, type Json, tokenHash, type World } from '../kernel/index.ts';
import { openid4vpDefaults } from './parameters.ts';
import { type PresentationQuery, readQuery } from './presentation-query.ts';
import { responseTokenOf, secretsOfResponse } from './request-secrets.ts';

export type ResponseMode = 'direct_post' | 'direct_post.jwt';

/** How the wallet knows the verifier: by a key that signs the request, or by the address that it answers to alone. */
export type ClientIdPrefix = 'decentralized_identifier' | 'redirect_uri';

/** `declined`: the wallet answered that nothing is presented. */
export type RequestState = 'pending' | 'accepted' | 'refused' | 'unconfirmed' | 'declined' | 'expired';

/** A request as the verifier keeps it. */
export interface PresentationRequest {
  /** `vpr_0001`. */
  readonly request: string;
  readonly query: PresentationQuery;
  readonly responseMode: ResponseMode;
  readonly prefix: ClientIdPrefix;
  /** Where the student is sent on to afterwards. */
  readonly redirectUri: string | null;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  readonly state: RequestState;
  readonly answeredAt: Instant | null;
  /** What was found; null until it was answered. */
  readonly outcome: Json;
}

export const requestTable = `
  CREATE TABLE openid4vp_request (
    request TEXT PRIMARY KEY, token_hash TEXT NOT NULL UNIQUE, response_hash TEXT NOT NULL UNIQUE,
    code_hash TEXT NOT NULL, query TEXT NOT NULL,
    response_mode TEXT NOT NULL CHECK (response_mode IN ('direct_post', 'direct_post.jwt')),
    prefix TEXT NOT NULL CHECK (prefix IN ('decentralized_identifier', 'redirect_uri')),
    redirect_uri TEXT, created_at INTEGER NOT NULL, expires_at INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('pending', 'accepted', 'refused', 'unconfirmed', 'declined')),
    answered_at INTEGER, outcome TEXT
  ) STRICT, WITHOUT ROWID;`;

type Asked = {
  readonly query: Json;
  readonly responseMode: ResponseMode;
  readonly prefix: ClientIdPrefix;
  readonly redirectUri: string | null;
};

/**
 * Asks for a presentation. The token, which stands in the request's address, is told this once. Throws ServiceError
 * `presentation-query-unfit`.
 */
export const requestPresentation = command<
  Asked,
  { readonly request: string; readonly token: string; readonly expiresAt: Instant }
>('openid4vp.request', (world, { query, responseMode, prefix, redirectUri }) => {
  readQuery(query);
  const request = world.ids.next('vpr');
  const token = world.random.token('openid4vp/request');
  const response = responseTokenOf(token);
  const now = world.clock.now();
  const expiresAt = now + world.parameters('openid4vp', openid4vpDefaults).requestTtlMs;
  world.store.run(
    `INSERT INTO openid4vp_request (request, token_hash, response_hash, code_hash, query, response_mode, prefix,
       redirect_uri, created_at, expires_at, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'pending')`,
    request,
    tokenHash(token),
    tokenHash(response),
    tokenHash(secretsOfResponse(response).responseCode),
    JSON.stringify(query),
    responseMode,
    prefix,
    redirectUri,
    now,
    expiresAt,
  );
  emit(world, 'presentation.requested', { request, mode: responseMode });
  return { request, token, expiresAt };
});

type Answer = {
  readonly request: string;
  readonly state: 'accepted' | 'refused' | 'unconfirmed' | 'declined';
  readonly outcome: Json;
};

/** Takes the one answer of a request. Throws ServiceError `presentation-request-answered`, `presentation-request-expired`. */
export const answerRequest = command<Answer, void>('openid4vp.answer', (world, { request, state, outcome }) => {
  requireOpen(requestOf(world, request));
  world.store.run(
    'UPDATE openid4vp_request SET state = ?, answered_at = ?, outcome = ? WHERE request = ?',
    state,
    world.clock.now(),
    JSON.stringify(outcome),
    request,
  );
  emit(world, 'presentation.answered', { request, verdict: state });
});

/** Throws ServiceError `presentation-request-answered`, `presentation-request-expired`. */
export function requireOpen({ state }: PresentationRequest): void {
  if (state === 'expired') throw new ServiceError('presentation-request-expired');
  if (state !== 'pending') throw new ServiceError('presentation-request-answered');
}

interface Row {
  readonly request: string;
  readonly query: string;
  readonly responseMode: ResponseMode;
  readonly prefix: ClientIdPrefix;
  readonly redirectUri: string | null;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  readonly state: Exclude<RequestState, 'expired'>;
  readonly answeredAt: Instant | null;
  readonly outcome: string | null;
}

const columns = `SELECT request, query, response_mode AS responseMode, prefix, redirect_uri AS redirectUri,
  created_at AS createdAt, expires_at AS expiresAt, state, answered_at AS answeredAt, outcome FROM openid4vp_request`;

function found(world: World, where: 'request' | 'token_hash' | 'response_hash', value: string): PresentationRequest {
  const row = world.store.get<Row>(`${columns} WHERE ${where} = ?`, value);
  if (row === undefined) throw new ServiceError('presentation-request-unknown');
  const isOver = row.state === 'pending' && world.clock.now() >= row.expiresAt;
  return {
    ...row,
    query: readQuery(JSON.parse(row.query)),
    state: isOver ? 'expired' : row.state,
    outcome: row.outcome === null ? null : (JSON.parse(row.outcome) as Json),
  };
}

/** By the verifier's own name for it. Throws ServiceError `presentation-request-unknown`. */
export function requestOf(world: World, request: string): PresentationRequest {
  return found(world, 'request', request);
}

/** By the token in its address. Throws ServiceError `presentation-request-unknown`. */
export function requestOfToken(world: World, token: string): PresentationRequest {
  return found(world, 'token_hash', tokenHash(token));
}

/** By the token in the address of the response. Throws ServiceError `presentation-request-unknown`. */
export function requestOfResponse(world: World, token: string): PresentationRequest {
  return found(world, 'response_hash', tokenHash(token));
}

/** Whether it is the code that the student's browser brought from the wallet. */
export function isResponseCode(world: World, request: string, code: string): boolean {
  const row = world.store.get<{ hashed: string }>(
    'SELECT code_hash AS hashed FROM openid4vp_request WHERE request = ?',
    request,
  );
  return row !== undefined && isSameSecret(row.hashed, tokenHash(code));
}

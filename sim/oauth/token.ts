import { ServiceError } from '../errors/index.ts';
import { type Instant, remembered, tokenHash, type World } from '../kernel/index.ts';
import type { Grant } from './grant.ts';
import { oauthParameters } from './parameters.ts';
import { offlineAccess, scopesIn } from './scope.ts';

/** What a client goes on with. Tokens are told this once, and kept only hashed. */
export interface Tokens {
  readonly accessToken: string;
  readonly expiresInSeconds: number;
  readonly scope: string;
  readonly refreshToken?: string;
}

/** Who asks, for whom, and what it may. */
export interface Access extends Omit<Grant, 'scope'> {
  readonly scopes: readonly string[];
}

export const tokenTable = `
  CREATE TABLE oauth_token (
    token_hash TEXT PRIMARY KEY, kind TEXT NOT NULL CHECK (kind IN ('access', 'refresh')), grant_id TEXT NOT NULL,
    scope TEXT NOT NULL, expires_at INTEGER NOT NULL, used_at INTEGER
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX oauth_token_grant ON oauth_token (grant_id, expires_at);`;

type Kind = 'access' | 'refresh';

export interface TokenRow extends Grant {
  readonly kind: Kind;
  /** Of the grant; `scope` is that of the token. */
  readonly granted: string;
  readonly expiresAt: Instant;
  /** Of an access token: when it was revoked. Of a refresh token: when it was used, or revoked. */
  readonly usedAt: Instant | null;
  readonly endedAt: Instant | null;
}

/** New tokens of a grant; one to refresh only when that was granted. Only inside a command. */
export function issueTokens(
  world: World,
  { grant, granted, scope }: { readonly grant: string; readonly granted: string; readonly scope: string },
): Tokens {
  const { accessTokenTtlMs, refreshTokenTtlMs } = oauthParameters(world);
  world.store.run('DELETE FROM oauth_token WHERE grant_id = ? AND expires_at <= ?', grant, world.clock.now());
  const accessToken = keepToken(world, { kind: 'access', grant, scope, ttlMs: accessTokenTtlMs });
  const tokens = { accessToken, expiresInSeconds: accessTokenTtlMs / 1_000, scope };
  if (!scopesIn(granted).includes(offlineAccess)) return tokens;
  const refreshToken = keepToken(world, { kind: 'refresh', grant, scope: granted, ttlMs: refreshTokenTtlMs });
  return { ...tokens, refreshToken };
}

function keepToken(
  world: World,
  { kind, grant, scope, ttlMs }: { kind: Kind; grant: string; scope: string; ttlMs: number },
): string {
  const token = world.random.token(`oauth/${kind}-token`);
  world.store.run(
    'INSERT INTO oauth_token (token_hash, kind, grant_id, scope, expires_at) VALUES (?, ?, ?, ?, ?)',
    tokenHash(token),
    kind,
    grant,
    scope,
    world.clock.now() + ttlMs,
  );
  return token;
}

export const tokenAt = remembered(['oauth_token', 'oauth_grant'], (world: World, hashed) =>
  world.store.get<TokenRow>(
    `SELECT t.kind, t.grant_id AS "grant", g.client, g.subject, t.scope, g.scope AS granted,
         t.expires_at AS expiresAt, t.used_at AS usedAt, g.ended_at AS endedAt
       FROM oauth_token t JOIN oauth_grant g ON g.id = t.grant_id WHERE t.token_hash = ?`,
    hashed,
  ),
);

/** Whether it and its grant still stand; a refresh token only once. */
export function isLive(world: World, { expiresAt, usedAt, endedAt }: TokenRow): boolean {
  return usedAt === null && endedAt === null && world.clock.now() < expiresAt;
}

/**
 * What an access token opens. Throws ServiceError `access-token-invalid`: unknown, out of time, revoked, or its grant
 * ended (https://www.rfc-editor.org/rfc/rfc6750#section-3.1).
 */
export function accessOf(world: World, token: string): Access {
  const row = tokenAt(world, tokenHash(token));
  if (row === undefined || row.kind !== 'access' || !isLive(world, row)) throw new ServiceError('access-token-invalid');
  const { client, subject, grant, scope } = row;
  return { client, subject, grant, scopes: scopesIn(scope) };
}

import { ServiceError } from '../errors/index.ts';
import { command, type Instant, isSameSecret, type RunningWorld, tokenHash, type World } from '../kernel/index.ts';
import type { Client } from './client.ts';
import { endGrant } from './grant.ts';
import { oauthParameters } from './parameters.ts';
import { challengeOf } from './pkce.ts';
import { narrowedScope } from './scope.ts';
import { issueTokens, type Tokens } from './token.ts';

export const codeTable = `
  CREATE TABLE oauth_code (
    code_hash TEXT PRIMARY KEY, grant_id TEXT NOT NULL, redirect_uri TEXT NOT NULL, code_challenge TEXT NOT NULL,
    expires_at INTEGER NOT NULL, used_at INTEGER
  ) STRICT, WITHOUT ROWID;`;

/** An authorization code, told this once. Only inside a command. */
export function keepCode(
  world: World,
  given: { readonly grant: string; readonly redirectUri: string; readonly codeChallenge: string },
): string {
  const code = world.random.token('oauth/code');
  world.store.run(
    'INSERT INTO oauth_code (code_hash, grant_id, redirect_uri, code_challenge, expires_at) VALUES (?, ?, ?, ?, ?)',
    tokenHash(code),
    given.grant,
    given.redirectUri,
    given.codeChallenge,
    world.clock.now() + oauthParameters(world).codeTtlMs,
  );
  return code;
}

type Exchange = { codeHash: string; client: string; redirectUri: string; codeChallenge: string; scope?: string };

export type Exchanged = ({ readonly code: 'ok' } & Tokens) | { readonly code: 'grant-invalid' };

interface CodeRow {
  readonly grant: string;
  readonly client: string;
  readonly scope: string;
  readonly endedAt: Instant | null;
  readonly redirectUri: string;
  readonly codeChallenge: string;
  readonly expiresAt: Instant;
  readonly usedAt: Instant | null;
}

/** Throws ServiceError `grant-invalid`, `scope-invalid`; the refusal of a second use is returned, as it leaves its mark. */
export const exchange = command<Exchange, Exchanged>(
  'oauth.exchangeCode',
  (world, { codeHash, client, redirectUri, codeChallenge, scope }) => {
    const row = world.store.get<CodeRow>(
      `SELECT c.grant_id AS "grant", g.client, g.scope, g.ended_at AS endedAt, c.redirect_uri AS redirectUri,
           c.code_challenge AS codeChallenge, c.expires_at AS expiresAt, c.used_at AS usedAt
         FROM oauth_code c JOIN oauth_grant g ON g.id = c.grant_id WHERE c.code_hash = ?`,
      codeHash,
    );
    // A code of another client is to this one as unknown as any.
    if (row === undefined || row.client !== client) throw new ServiceError('grant-invalid');
    if (row.usedAt !== null) {
      // Somebody has a copy: https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2
      endGrant(world, row.grant, 'code-reused');
      return { code: 'grant-invalid' };
    }
    const isRight =
      row.endedAt === null &&
      world.clock.now() < row.expiresAt &&
      isSameSecret(row.redirectUri, redirectUri) &&
      isSameSecret(row.codeChallenge, codeChallenge);
    if (!isRight) throw new ServiceError('grant-invalid');
    const narrowed = narrowedScope(scope, row.scope);
    world.store.run('UPDATE oauth_code SET used_at = ? WHERE code_hash = ?', world.clock.now(), codeHash);
    return { code: 'ok', ...issueTokens(world, { grant: row.grant, granted: row.scope, scope: narrowed }) };
  },
);

/**
 * https://www.rfc-editor.org/rfc/rfc6749#section-4.1.3 with https://www.rfc-editor.org/rfc/rfc7636#section-4.6 .
 * Throws ServiceError `grant-invalid`, `scope-invalid`.
 */
export async function exchangeCode(
  world: RunningWorld,
  { client }: Client,
  given: {
    readonly code: string;
    readonly redirectUri: string;
    readonly codeVerifier: string;
    readonly scope: string | undefined;
  },
): Promise<Tokens> {
  const { code, redirectUri, codeVerifier, scope } = given;
  const { code: outcome, ...tokens } = await world.perform(exchange, {
    codeHash: tokenHash(code),
    client,
    redirectUri,
    codeChallenge: challengeOf(codeVerifier),
    ...(scope !== undefined && { scope }),
  });
  if (outcome !== 'ok') throw new ServiceError(outcome);
  return tokens as Tokens;
}

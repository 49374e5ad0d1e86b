import { ServiceError } from '../errors/index.ts';
import { command, type RunningWorld, tokenHash } from '../kernel/index.ts';
import type { Client } from './client.ts';
import type { Exchanged } from './code.ts';
import { endGrant } from './grant.ts';
import { narrowedScope } from './scope.ts';
import { isLive, issueTokens, type Tokens, tokenAt } from './token.ts';

/** Throws ServiceError `grant-invalid`, `scope-invalid`; the refusal of a second use is returned, as it leaves its mark. */
export const rotate = command<{ tokenHash: string; client: string; scope?: string }, Exchanged>(
  'oauth.refresh',
  (world, { tokenHash: hashed, client, scope }) => {
    const row = tokenAt(world, hashed);
    if (row === undefined || row.kind !== 'refresh' || row.client !== client) throw new ServiceError('grant-invalid');
    if (row.usedAt !== null) {
      // Client or thief, one of the two holds a copy: https://www.rfc-editor.org/rfc/rfc9700#section-4.14.2
      endGrant(world, row.grant, 'refresh-token-reused');
      return { code: 'grant-invalid' };
    }
    if (!isLive(world, row)) throw new ServiceError('grant-invalid');
    const narrowed = narrowedScope(scope, row.granted);
    world.store.run('UPDATE oauth_token SET used_at = ? WHERE token_hash = ?', world.clock.now(), hashed);
    return { code: 'ok', ...issueTokens(world, { grant: row.grant, granted: row.granted, scope: narrowed }) };
  },
);

/**
 * https://www.rfc-editor.org/rfc/rfc6749#section-6 : a new access token, and a new refresh token in the place of the one
 * that is used up. `scope` may be less than what was granted, never more. Throws ServiceError `grant-invalid`,
 * `scope-invalid`.
 */
export async function refreshTokens(
  world: RunningWorld,
  { client }: Client,
  { refreshToken, scope }: { readonly refreshToken: string; readonly scope: string | undefined },
): Promise<Tokens> {
  const { code: outcome, ...tokens } = await world.perform(rotate, {
    tokenHash: tokenHash(refreshToken),
    client,
    ...(scope !== undefined && { scope }),
  });
  if (outcome !== 'ok') throw new ServiceError(outcome);
  return tokens as Tokens;
}

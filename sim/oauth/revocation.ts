import { command, type RunningWorld, tokenHash } from '../kernel/index.ts';
import type { Client } from './client.ts';
import { endGrant } from './grant.ts';
import { tokenAt } from './token.ts';

export const revoke = command<{ tokenHash: string; client: string }, void>(
  'oauth.revoke',
  (world, { tokenHash: hashed, client }) => {
    const row = tokenAt(world, hashed);
    if (row === undefined || row.client !== client) return;
    // With a refresh token goes all that came from its grant; an access token goes alone.
    if (row.kind === 'refresh') endGrant(world, row.grant, 'client');
    else {
      world.store.run(
        'UPDATE oauth_token SET used_at = ? WHERE token_hash = ? AND used_at IS NULL',
        world.clock.now(),
        hashed,
      );
    }
  },
);

/**
 * https://www.rfc-editor.org/rfc/rfc7009#section-2.2 : a token that is unknown, over, or another client's is no error, as
 * the client has nothing to do about it. The hint is not needed to find a token.
 */
export async function revokeToken(world: RunningWorld, { client }: Client, token: string): Promise<void> {
  await world.perform(revoke, { tokenHash: tokenHash(token), client });
}

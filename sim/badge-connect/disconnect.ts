import { emit } from '../events/index.ts';
import { command, type RunningWorld } from '../kernel/index.ts';
import type { Over } from './access.ts';
import type { BadgeConnectPorts } from './ask-host.ts';
import { clientOf } from './client.ts';
import { openConnection } from './connection.ts';
import { revokeToken } from './token.ts';

/**
 * Ends a connection: its tokens are used no more, revoked at the host, and then forgotten. When the host cannot be reached
 * the connection stays as `ending`, and doing it again goes on. Returns whether the host revoked them; some have no way to.
 * Throws ServiceError `not-found`, and what asking throws.
 */
export async function endConnection(
  world: RunningWorld,
  ports: BadgeConnectPorts,
  { subject, connection }: Over,
): Promise<{ readonly revoked: boolean }> {
  const { client, refreshToken, accessToken } = openConnection(world, subject, connection);
  await world.perform(beginEnd, { connection });
  let revoked = false;
  // The refresh token first: with it, an access token could be had again.
  for (const [token, hint] of [
    [refreshToken, 'refresh_token'],
    [accessToken, 'access_token'],
  ] as const) {
    if (token !== undefined) revoked = await revokeToken(ports, clientOf(world, client), { token, hint });
  }
  await world.perform(forgetConnection, { connection });
  return { revoked };
}

export const beginEnd = command<{ connection: string }, void>('badgeConnect.beginEnd', (world, { connection }) => {
  world.store.run('DELETE FROM badge_connect_authorization WHERE connection = ?', connection);
  world.store.run(`UPDATE badge_connect_connection SET state = 'ending' WHERE id = ?`, connection);
});

export const forgetConnection = command<{ connection: string }, void>(
  'badgeConnect.forget',
  (world, { connection }) => {
    const gone = world.store.run(`DELETE FROM badge_connect_connection WHERE id = ? AND state = 'ending'`, connection);
    if (gone === 1) emit(world, 'badge-host.disconnected', { connection });
  },
);

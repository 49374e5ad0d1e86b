import { ServiceError } from '../errors/index.ts';
import { emit } from '../events/index.ts';
import { command, type Instant, type RunningWorld, remembered, tokenHash, type World } from '../kernel/index.ts';
import { walletParameters } from './parameters.ts';

export interface Session {
  readonly session: string;
  readonly account: string;
  readonly device: string;
}

export type SessionEnd = 'logout' | 'login' | 'device-removed' | 'password-reset';

export const sessionTable = `
  CREATE TABLE wallet_session (
    id TEXT PRIMARY KEY, token_hash TEXT NOT NULL UNIQUE, account TEXT NOT NULL, device TEXT NOT NULL,
    expires_at INTEGER NOT NULL, ended_at INTEGER
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX wallet_session_device ON wallet_session (device);
  CREATE INDEX wallet_session_account ON wallet_session (account);`;

/** A new session of a device, whose older ones end. The token is told this once. Only inside a command. */
export function startSession(
  world: World,
  { account, device }: { readonly account: string; readonly device: string },
): { readonly token: string; readonly expiresAt: Instant } {
  endSessions(world, { device }, 'login');
  const session = world.ids.next('sess');
  const token = world.random.token('session');
  const expiresAt = world.clock.now() + walletParameters(world).sessionTtlMs;
  world.store.run(
    'INSERT INTO wallet_session (id, token_hash, account, device, expires_at) VALUES (?, ?, ?, ?, ?)',
    session,
    tokenHash(token),
    account,
    device,
    expiresAt,
  );
  emit(world, 'session.started', { account, session, device });
  return { token, expiresAt };
}

/** Ends what is open of an account, a device or a session. Only inside a command. */
export function endSessions(
  world: World,
  of: { readonly account: string } | { readonly device: string } | { readonly session: string },
  by: SessionEnd,
): void {
  const [column, value] =
    'account' in of ? ['account', of.account] : 'device' in of ? ['device', of.device] : ['id', of.session];
  const open = world.store.all<{ session: string; account: string }>(
    `SELECT id AS session, account FROM wallet_session WHERE ${column} = ? AND ended_at IS NULL ORDER BY id`,
    value,
  );
  for (const { session, account } of open) {
    world.store.run('UPDATE wallet_session SET ended_at = ? WHERE id = ?', world.clock.now(), session);
    emit(world, 'session.ended', { account, session, by });
  }
}

export const endSession = command<{ session: string }, void>('wallet.endSession', (world, { session }) => {
  endSessions(world, { session }, 'logout');
});

const kept = remembered(['wallet_session'], (world: World, hashed) =>
  world.store.get<Session & { expiresAt: Instant; endedAt: Instant | null }>(
    `SELECT id AS session, account, device, expires_at AS expiresAt, ended_at AS endedAt
       FROM wallet_session WHERE token_hash = ?`,
    hashed,
  ),
);

/** Who a session token belongs to. Throws ServiceError `unauthorized`, also for one that ran out or was ended. */
export function sessionOf(world: World, token: string): Session {
  const row = kept(world, tokenHash(token));
  if (row === undefined || row.endedAt !== null || world.clock.now() >= row.expiresAt) {
    throw new ServiceError('unauthorized');
  }
  return { session: row.session, account: row.account, device: row.device };
}

export async function logOut(world: RunningWorld, { session }: Session): Promise<void> {
  await world.perform(endSession, { session });
}

import { ServiceError } from '../errors/index.ts';
import { emit } from '../events/index.ts';
import { command, formatInstant, type Instant, type RunningWorld, type World } from '../kernel/index.ts';
import type { Role } from './client.ts';
import { knownScopes, type Scope } from './scope.ts';
import { seal, unseal } from './sealed-text.ts';
import type { HostService } from './service-description.ts';
import type { Tokens } from './token.ts';

/** On whose behalf a host is spoken with: a student's account, or a school. */
export type Subject = `account/${string}` | `school/${string}`;

/**
 * `waiting`: for the host to send the student back. `connected`. `lapsed`: the host takes our tokens no more. `ending`:
 * they are being revoked.
 */
export type ConnectionState = 'waiting' | 'connected' | 'lapsed' | 'ending';

/** As it is shown. */
export interface Connection {
  readonly connection: string;
  /** The base URL of the host's API. */
  readonly host: string;
  /** What the host calls itself. */
  readonly title: string;
  readonly state: ConnectionState;
  /** What the host allowed. */
  readonly scopes: Scope[];
  /** RFC 3339; absent until the first time. */
  readonly connectedAt?: string;
}

/** A connection with what is needed to speak to its host. */
export interface OpenConnection {
  readonly connection: string;
  readonly subject: Subject;
  readonly client: string;
  readonly state: ConnectionState;
  readonly scope: string;
  readonly accessToken: string | undefined;
  readonly refreshToken: string | undefined;
  readonly accessExpiresAt: Instant;
}

export const connectionTable = `
  CREATE TABLE badge_connect_connection (
    id TEXT PRIMARY KEY, subject TEXT NOT NULL, client TEXT NOT NULL, state TEXT NOT NULL, scope TEXT NOT NULL,
    access_token TEXT, refresh_token TEXT, access_expires_at INTEGER NOT NULL, connected_at INTEGER,
    UNIQUE (subject, client)
  ) STRICT;`;

interface Row {
  readonly connection: string;
  readonly subject: Subject;
  readonly client: string;
  readonly service: string;
  readonly state: ConnectionState;
  readonly scope: string;
  readonly accessToken: string | null;
  readonly refreshToken: string | null;
  readonly accessExpiresAt: Instant;
  readonly connectedAt: Instant | null;
}

const columns = `SELECT connection.id AS connection, subject, client, service, state, scope, access_token AS accessToken,
  refresh_token AS refreshToken, access_expires_at AS accessExpiresAt, connected_at AS connectedAt
  FROM badge_connect_connection AS connection JOIN badge_connect_client AS client ON client.id = connection.client`;

export function roleOf(subject: Subject): Role {
  return subject.startsWith('school/') ? 'issuer' : 'wallet';
}

export function connectionsOf(world: World, subject: Subject): readonly Connection[] {
  return world.store.all<Row>(`${columns} WHERE subject = ? ORDER BY connection.id`, subject).map(shownFrom);
}

/** Throws ServiceError `not-found`, also for somebody else's. */
export function connectionOf(world: World, subject: Subject, connection: string): Connection {
  return shownFrom(rowOf(world, subject, connection));
}

/** The same with its tokens. */
export function openConnection(world: World, subject: Subject, connection: string): OpenConnection {
  const row = rowOf(world, subject, connection);
  const opened = (sealed: string | null, member: string): string | undefined =>
    sealed === null ? undefined : unseal(world, sealed, `${connection}/${member}`);
  return {
    ...row,
    accessToken: opened(row.accessToken, 'access'),
    refreshToken: opened(row.refreshToken, 'refresh'),
  };
}

function rowOf(world: World, subject: Subject, connection: string): Row {
  const row = world.store.get<Row>(`${columns} WHERE connection.id = ? AND subject = ?`, connection, subject);
  if (row === undefined) throw new ServiceError('not-found');
  return row;
}

function shownFrom({ connection, service, state, scope, connectedAt }: Row): Connection {
  const { base, title } = JSON.parse(service) as HostService;
  return {
    connection,
    host: base,
    title,
    state,
    scopes: knownScopes(scope),
    ...(connectedAt !== null && { connectedAt: formatInstant(connectedAt) }),
  };
}

type SealedTokens = {
  readonly connection: string;
  readonly accessToken: string;
  readonly refreshToken: string | null;
} & Pick<Tokens, 'scope' | 'expiresInMs'>;

/**
 * Keeps what the token endpoint gave; the older refresh token stays when it gave no new one. Throws ServiceError
 * `connection-lapsed` when the connection was ended meanwhile.
 */
export async function keepTokens(
  world: RunningWorld,
  connection: string,
  { accessToken, refreshToken, scope, expiresInMs }: Tokens,
): Promise<void> {
  const sealed = (token: string, member: string): string => seal(world, token, `${connection}/${member}`);
  await world.perform(keepSealedTokens, {
    connection,
    accessToken: sealed(accessToken, 'access'),
    refreshToken: refreshToken === null ? null : sealed(refreshToken, 'refresh'),
    scope,
    expiresInMs,
  });
}

export const keepSealedTokens = command<SealedTokens, void>(
  'badgeConnect.keepTokens',
  (world, { connection, accessToken, refreshToken, scope, expiresInMs }) => {
    const now = world.clock.now();
    const before = world.store.get<{ subject: string; state: ConnectionState; base: string }>(
      `SELECT subject, state, base FROM badge_connect_connection AS connection
         JOIN badge_connect_client AS client ON client.id = connection.client WHERE connection.id = ?`,
      connection,
    );
    if (before === undefined || before.state === 'ending') throw new ServiceError('connection-lapsed');
    world.store.run(
      `UPDATE badge_connect_connection SET state = 'connected', scope = ?, access_token = ?,
         refresh_token = coalesce(?, refresh_token), access_expires_at = ?, connected_at = coalesce(connected_at, ?)
         WHERE id = ?`,
      scope,
      accessToken,
      refreshToken,
      now + expiresInMs,
      now,
      connection,
    );
    if (before.state === 'connected') return;
    emit(world, 'badge-host.connected', { connection, subject: before.subject, host: new URL(before.base).host });
  },
);

/** The host takes its tokens no more: they are forgotten, and the student is asked to connect again. */
export const lapse = command<{ connection: string }, void>('badgeConnect.lapse', (world, { connection }) => {
  const changed = world.store.run(
    `UPDATE badge_connect_connection SET state = 'lapsed', access_token = NULL, refresh_token = NULL
       WHERE id = ? AND state = 'connected'`,
    connection,
  );
  if (changed === 1) emit(world, 'badge-host.lapsed', { connection });
});

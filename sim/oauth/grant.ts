import { ServiceError } from '../errors/index.ts';
import { emit } from '../events/index.ts';
import { command, formatInstant, type Instant, type RunningWorld, type World } from '../kernel/index.ts';
import { clientOf } from './client.ts';

/** What somebody allowed a client, until one of them ends it. Codes and tokens live no longer than their grant. */
export interface Grant {
  readonly grant: string;
  readonly client: string;
  /** Whose things may be reached; a text of the caller's. */
  readonly subject: string;
  readonly scope: string;
}

export type GrantEnd = 'subject' | 'client' | 'password-reset' | 'code-reused' | 'refresh-token-reused';

export interface ListedGrant {
  readonly grant: string;
  readonly client: string;
  readonly clientName: string;
  readonly clientUri: string;
  readonly scopes: readonly string[];
  readonly grantedAt: string;
}

export const grantTable = `
  CREATE TABLE oauth_grant (
    id TEXT PRIMARY KEY, client TEXT NOT NULL, subject TEXT NOT NULL, scope TEXT NOT NULL,
    granted_at INTEGER NOT NULL, ended_at INTEGER
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX oauth_grant_subject ON oauth_grant (subject);`;

/** Only inside a command. */
export function startGrant(world: World, { client, subject, scope }: Omit<Grant, 'grant'>): string {
  const grant = world.ids.next('grant');
  world.store.run(
    'INSERT INTO oauth_grant (id, client, subject, scope, granted_at) VALUES (?, ?, ?, ?, ?)',
    grant,
    client,
    subject,
    scope,
    world.clock.now(),
  );
  emit(world, 'access.granted', { account: subject, client, grant, scope });
  return grant;
}

/** Ends it with every code and token that came from it; nothing when it has ended. Only inside a command. */
export function endGrant(world: World, grant: string, by: GrantEnd): void {
  const ended = world.store.run(
    'UPDATE oauth_grant SET ended_at = ? WHERE id = ? AND ended_at IS NULL',
    world.clock.now(),
    grant,
  );
  if (ended === 0) return;
  const row = world.store.get<{ subject: string; client: string }>(
    'SELECT subject, client FROM oauth_grant WHERE id = ?',
    grant,
  );
  if (row !== undefined) emit(world, 'access.ended', { account: row.subject, client: row.client, grant, by });
}

/** Throws ServiceError `not-found`: what changes nothing stands in no journal. */
export const withdraw = command<{ subject: string; grant: string }, void>(
  'oauth.withdraw',
  (world, { subject, grant }) => {
    const row = world.store.get(
      'SELECT 1 FROM oauth_grant WHERE id = ? AND subject = ? AND ended_at IS NULL',
      grant,
      subject,
    );
    if (row === undefined) throw new ServiceError('not-found');
    endGrant(world, grant, 'subject');
  },
);

/** Ends one, as whoever gave it wishes. Throws ServiceError `not-found`, also for one of somebody else. */
export async function withdrawGrant(world: RunningWorld, subject: string, grant: string): Promise<void> {
  await world.perform(withdraw, { subject, grant });
}

export const endAll = command<{ subject: string }, void>('oauth.endAll', (world, { subject }) => {
  for (const { grant } of grantsOf(world, subject)) endGrant(world, grant, 'password-reset');
});

/** Ends all that somebody gave: a password was reset, and who knew the old one may have given any of it. */
export async function endGrants(world: RunningWorld, subject: string): Promise<void> {
  // What changes nothing stands in no journal.
  if (grantsOf(world, subject).length > 0) await world.perform(endAll, { subject });
}

/** What somebody has allowed and not ended, oldest first. */
export function grantsOf(world: World, subject: string): readonly ListedGrant[] {
  return world.store
    .all<{ grant: string; client: string; scope: string; grantedAt: Instant }>(
      `SELECT id AS "grant", client, scope, granted_at AS grantedAt FROM oauth_grant
         WHERE subject = ? AND ended_at IS NULL ORDER BY granted_at, id`,
      subject,
    )
    .map(({ grant, client, scope, grantedAt }) => {
      const metadata = clientOf(world, client)?.metadata;
      return {
        grant,
        client,
        clientName: metadata?.client_name ?? client,
        clientUri: metadata?.client_uri ?? '',
        scopes: scope.split(' '),
        grantedAt: formatInstant(grantedAt),
      };
    });
}

import type { Static } from 'typebox';
import { ServiceError } from '../errors/index.ts';
import {
  command,
  type Instant,
  isSameSecret,
  type Json,
  type RunningWorld,
  remembered,
  tokenHash,
  type World,
} from '../kernel/index.ts';
import { type ClientMetadata, type clientMetadataSchema, registeredMetadata } from './client-metadata.ts';

export interface Client {
  /** https://www.rfc-editor.org/rfc/rfc6749#section-2.2 : no secret. */
  readonly client: string;
  readonly metadata: ClientMetadata;
  readonly registeredAt: Instant;
}

export interface RegisteredClient extends Client {
  /** Told this once, kept only hashed. */
  readonly secret: string;
}

export const clientTable = `
  CREATE TABLE oauth_client (
    id TEXT PRIMARY KEY, secret_hash TEXT NOT NULL, metadata TEXT NOT NULL, registered_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;`;

type Registration = { readonly metadata: { readonly [name: string]: Json } };

export const keepClient = command<Registration, { client: string; secret: string }>(
  'oauth.registerClient',
  (world, { metadata }) => {
    const client = world.ids.next('client');
    const secret = world.random.token('oauth/client-secret');
    world.store.run(
      'INSERT INTO oauth_client (id, secret_hash, metadata, registered_at) VALUES (?, ?, ?, ?)',
      client,
      tokenHash(secret),
      JSON.stringify(metadata),
      world.clock.now(),
    );
    return { client, secret };
  },
);

/** https://www.rfc-editor.org/rfc/rfc7591#section-3 . Throws ServiceError `redirect-uri-invalid`, `client-metadata-invalid`. */
export async function registerClient(
  world: RunningWorld,
  given: Static<typeof clientMetadataSchema>,
  scopesSupported: readonly string[],
): Promise<RegisteredClient> {
  const metadata = registeredMetadata(given, scopesSupported);
  const { client, secret } = await world.perform(keepClient, { metadata });
  return { client, secret, metadata, registeredAt: world.clock.now() };
}

interface KeptClient extends Client {
  readonly secretHash: string;
}

const kept = remembered(['oauth_client'], (world: World, client): KeptClient | undefined => {
  const row = world.store.get<{ secretHash: string; metadata: string; registeredAt: Instant }>(
    'SELECT secret_hash AS secretHash, metadata, registered_at AS registeredAt FROM oauth_client WHERE id = ?',
    client,
  );
  if (row === undefined) return undefined;
  return { ...row, client, metadata: JSON.parse(row.metadata) as ClientMetadata };
});

export function clientOf(world: World, client: string): Client | undefined {
  return kept(world, client);
}

/** https://www.rfc-editor.org/rfc/rfc6749#section-2.3.1 . Throws ServiceError `client-unknown`. */
export function authenticateClient(world: World, client: string, secret: string): Client {
  const found = kept(world, client);
  // Found or not, one comparison.
  const isRight = isSameSecret(tokenHash(secret), found?.secretHash ?? '');
  if (found === undefined || !isRight) throw new ServiceError('client-unknown');
  return found;
}

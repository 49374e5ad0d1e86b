import { ServiceError } from '../errors/index.ts';
import { tokenHash, type World } from '../kernel/index.ts';

/** What an access token allows: one credential of one school. */
export interface AccessGrant {
  readonly tokenHash: string;
  readonly credential: string;
  readonly school: string;
  /** The `client_id` that the wallet named; null when it named none. */
  readonly client: string | null;
  readonly byIdentifier: boolean;
}

/** Throws ServiceError `openid4vci-token-invalid`, for a token of another school too. */
export function accessOf(world: World, school: string, token: string): AccessGrant {
  const hash = tokenHash(token);
  const row = world.store.get<{ credential: string; client: string | null; byIdentifier: number; expiresAt: number }>(
    `SELECT credential, client, by_identifier AS byIdentifier, expires_at AS expiresAt
     FROM openid4vci_access WHERE token_hash = ? AND school = ?`,
    hash,
    school,
  );
  if (row === undefined || world.clock.now() >= row.expiresAt) throw new ServiceError('openid4vci-token-invalid');
  const { credential, client, byIdentifier } = row;
  return { tokenHash: hash, credential, school, client, byIdentifier: byIdentifier === 1 };
}

import { ServiceError } from '../errors/index.ts';
import { emit } from '../events/index.ts';
import { type Instant, tokenHash, type World } from '../kernel/index.ts';
import { walletParameters } from './parameters.ts';

export type LinkKind = 'activation' | 'password-reset' | 'address-confirmation';

export interface OneTimeLink {
  readonly kind: LinkKind;
  readonly account: string;
  readonly address: string;
  readonly expiresAt: Instant;
}

export const linkTable = `
  CREATE TABLE wallet_link (
    token_hash TEXT PRIMARY KEY, kind TEXT NOT NULL, account TEXT NOT NULL, address TEXT NOT NULL,
    expires_at INTEGER NOT NULL, used_at INTEGER, superseded_at INTEGER
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX wallet_link_account ON wallet_link (account, kind);`;

/** Where a kind's link leads, and what it answers once it is dead. */
const kinds = {
  activation: {
    path: 'activate',
    used: 'activation-used',
    superseded: 'activation-superseded',
    expired: 'activation-expired',
  },
  'password-reset': { path: 'reset', used: 'reset-used', superseded: 'reset-superseded', expired: 'reset-expired' },
  'address-confirmation': {
    path: 'addresses',
    used: 'address-confirmation-used',
    superseded: 'address-confirmation-superseded',
    expired: 'address-confirmation-expired',
  },
} as const satisfies Record<LinkKind, unknown>;

/** A new link; the older ones for the same thing die. Only inside a command. */
export function mintLink(
  world: World,
  { kind, account, address, ttlMs }: Pick<OneTimeLink, 'kind' | 'account' | 'address'> & { readonly ttlMs: number },
): { readonly link: string; readonly expiresAt: Instant } {
  const now = world.clock.now();
  // A password is the account's, so any newer reset ends the older; a confirmation is one address's.
  world.store.run(
    `UPDATE wallet_link SET superseded_at = ? WHERE account = ? AND kind = ? AND used_at IS NULL
       AND superseded_at IS NULL AND (kind <> 'address-confirmation' OR address = ?)`,
    now,
    account,
    kind,
    address,
  );
  const token = world.random.token('link');
  const expiresAt = now + ttlMs;
  world.store.run(
    'INSERT INTO wallet_link (token_hash, kind, account, address, expires_at) VALUES (?, ?, ?, ?, ?)',
    tokenHash(token),
    kind,
    account,
    address,
    expiresAt,
  );
  return { link: `${world.origins.wallet}/${kinds[kind].path}/${token}`, expiresAt };
}

const hourMs = 3_600_000;

/**
 * Whether another mail of a kind may go out for an account: mails that anybody can ask for must not fill a mailbox, nor
 * be a way to send to strangers. The refusal is noted, and not told: asking again and again is answered as asking once.
 * Only inside a command.
 */
export function mayMail(
  world: World,
  { kind, account, ttlMs }: { readonly kind: LinkKind; readonly account: string; readonly ttlMs: number },
): boolean {
  const mintedAfter = world.clock.now() - hourMs;
  const minted = world.store.get<{ n: number }>(
    'SELECT count(*) AS n FROM wallet_link WHERE account = ? AND kind = ? AND expires_at > ?',
    account,
    kind,
    mintedAfter + ttlMs,
  );
  if ((minted?.n ?? 0) < walletParameters(world).mailsPerHourMax) return true;
  const what = kind === 'address-confirmation' ? 'address' : kind;
  emit(world, 'request.refused', { what, code: 'mail-limit', account });
  return false;
}

/** The live link whose {@link tokenHash} it is. Changes nothing. Throws ServiceError `link-unknown` and the kind's used, superseded and expired. */
export function liveLink(world: World, kind: LinkKind, hashed: string): OneTimeLink {
  const row = world.store.get<OneTimeLink & { usedAt: Instant | null; supersededAt: Instant | null }>(
    `SELECT kind, account, address, expires_at AS expiresAt, used_at AS usedAt, superseded_at AS supersededAt
       FROM wallet_link WHERE token_hash = ? AND kind = ?`,
    hashed,
    kind,
  );
  if (row === undefined) throw new ServiceError('link-unknown');
  if (row.usedAt !== null) throw new ServiceError(kinds[kind].used);
  if (row.supersededAt !== null) throw new ServiceError(kinds[kind].superseded);
  if (world.clock.now() >= row.expiresAt) throw new ServiceError(kinds[kind].expired);
  return { kind: row.kind, account: row.account, address: row.address, expiresAt: row.expiresAt };
}

/** Takes a live link, for this once. Only inside a command. Throws as {@link liveLink}. */
export function consumeLink(world: World, kind: LinkKind, hashed: string): OneTimeLink {
  const link = liveLink(world, kind, hashed);
  world.store.run('UPDATE wallet_link SET used_at = ? WHERE token_hash = ?', world.clock.now(), hashed);
  return link;
}

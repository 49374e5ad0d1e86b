import { ServiceError } from '../errors/index.ts';
import { command, type Instant, tokenHash, type World } from '../kernel/index.ts';
import { type CredentialRecord, credentialOf, isOpen } from './credential-record.ts';

export type LinkState = 'live' | 'used' | 'superseded' | 'expired';

interface LinkRow {
  readonly credential: string;
  readonly state: 'live' | 'used' | 'superseded' | 'withdrawn';
  readonly expiresAt: number;
}

/** What a mail link leads to. Changes nothing: scanners and impatient thumbs may ask as often as they like. Throws ServiceError `link-unknown`. */
export function findLink(
  world: World,
  token: string,
): { readonly state: LinkState; readonly expiresAt: Instant; readonly record: CredentialRecord } {
  const row = world.store.get<LinkRow>(
    'SELECT credential, state, expires_at AS expiresAt FROM issuer_link WHERE token_hash = ?',
    tokenHash(token),
  );
  if (row === undefined) throw new ServiceError('link-unknown');
  const record = credentialOf(world, row.credential);
  return { state: stateOf(world, row, record), expiresAt: row.expiresAt, record };
}

function stateOf(world: World, { state, expiresAt }: LinkRow, record: CredentialRecord): LinkState {
  // A link withdrawn with its credential leads nowhere, and "ask the school" is the advice of an expired one.
  if (state === 'withdrawn') return 'expired';
  const isOver = world.clock.now() >= expiresAt;
  if (state === 'live') return isOver ? 'expired' : 'live';
  // Used, but nothing was received: a registration that broke off may go on with it, and only while the offer stands.
  if (state === 'used' && record.account === null && (isOver || !isOpen(record))) return 'expired';
  return state;
}

/**
 * Uses a link up, and the credential's other live ones with it. Throws ServiceError `link-unknown`, `link-used`,
 * `link-superseded`, `link-expired`.
 */
export const consumeLink = command<
  { readonly token: string },
  { readonly credential: string; readonly address: string }
>(
  'issuer.consumeLink',
  (world, { token }) => {
    const { state, record } = findLink(world, token);
    if (state !== 'live') throw new ServiceError(`link-${state}`);
    endLinks(world, record.credential, 'used');
    return { credential: record.credential, address: record.address };
  },
  { secrets: ['token'] },
);

/** Ends the live links of a credential; a reissue ends the used ones too: the newest mail is the one that counts. */
export function endLinks(world: World, credential: string, state: 'used' | 'superseded' | 'withdrawn'): void {
  world.store.run(
    "UPDATE issuer_link SET state = ?1 WHERE credential = ?2 AND (state = 'live' OR (state = 'used' AND ?1 = 'superseded'))",
    state,
    credential,
  );
}

import { ServiceError } from '../errors/index.ts';
import { emit } from '../events/index.ts';
import {
  type BoundCredential,
  bindCredential,
  checkClaimable,
  credentialOf,
  type Holder,
  isBoundTo,
} from '../issuer/index.ts';
import { command, formatInstant, tokenHash, type World } from '../kernel/index.ts';
import { takeNonce } from './nonce.ts';
import { openid4vciParameters } from './parameters.ts';

/** What a wallet gets: the credential, or when to ask for it. */
export type Handover =
  | { readonly type: 'issued'; readonly bound: BoundCredential; readonly notification?: string }
  | { readonly type: 'deferred'; readonly transaction: string; readonly intervalMs: number };

/** A refusal, when something that happened on the way must last: the nonce is used up. */
type Outcome = Handover | { readonly type: 'denied'; readonly because: { readonly ja: string; readonly en: string } };

interface Grant {
  readonly credential: string;
  readonly school: string;
}

type Proved = {
  readonly tokenHash: string;
  readonly nonceHash: string;
  readonly did: string;
  readonly thumbprint: string;
};

/**
 * Binds the credential of an access to the key that was proved, or sets when that shall be. Throws ServiceError
 * `openid4vci-token-invalid`, `openid4vci-nonce-invalid`.
 */
export const takeCredential = command<Proved, Outcome>('openid4vci.takeCredential', async (world, proved) => {
  const { credential, school } = grantOf(world, proved.tokenHash);
  if (!takeNonce(world, school, proved.nonceHash)) throw new ServiceError('openid4vci-nonce-invalid');
  const because = refusalOf(world, credential, proved);
  if (because !== undefined) return { type: 'denied', because };
  const { deferredMs } = openid4vciParameters(world);
  if (deferredMs > 0 && !isBoundTo(credentialOf(world, credential), proved)) return defer(world, credential, proved);
  return handOver(world, credential, proved);
});

/**
 * Hands over what was deferred, once. Throws ServiceError `openid4vci-token-invalid`,
 * `openid4vci-transaction-unknown`.
 */
export const takeDeferred = command<{ readonly tokenHash: string; readonly transaction: string }, Outcome>(
  'openid4vci.takeDeferred',
  async (world, { tokenHash: access, transaction }) => {
    const { credential } = grantOf(world, access);
    const row = world.store.get<Holder & { dueAt: number }>(
      `SELECT did, thumbprint, due_at AS dueAt FROM openid4vci_transaction
       WHERE transaction_hash = ? AND token_hash = ?`,
      tokenHash(transaction),
      access,
    );
    if (row === undefined) throw new ServiceError('openid4vci-transaction-unknown');
    if (world.clock.now() < row.dueAt) return pending(world, transaction);
    world.store.run('DELETE FROM openid4vci_transaction WHERE token_hash = ?', access);
    const because = refusalOf(world, credential, row);
    if (because !== undefined) return { type: 'denied', because };
    // Without a notification id, which §9.2 leaves open: `@openid4vc/openid4vci` 0.4.6 refuses an answer that has one.
    return { type: 'issued', bound: await bindCredential(world, credential, row) };
  },
  { secrets: ['transaction'] },
);

/** Throws ServiceError `openid4vci-denied`. */
export function outcomeOf(outcome: Outcome): Handover {
  if (outcome.type !== 'denied') return outcome;
  const { ja, en } = outcome.because;
  throw new ServiceError('openid4vci-denied', { reasonJa: ja, reasonEn: en });
}

function grantOf(world: World, access: string): Grant {
  const grant = world.store.get<Grant>('SELECT credential, school FROM openid4vci_access WHERE token_hash = ?', access);
  if (grant === undefined) throw new ServiceError('openid4vci-token-invalid');
  return grant;
}

/** Why the key does not get the credential; undefined when it does. */
function refusalOf(world: World, credential: string, holder: Holder) {
  const record = credentialOf(world, credential);
  if (isBoundTo(record, holder)) return undefined;
  try {
    checkClaimable(world, record);
    return undefined;
  } catch (error) {
    if (error instanceof ServiceError) return { ja: error.detail.ja, en: error.detail.en };
    throw error;
  }
}

function defer(world: World, credential: string, { tokenHash: access, did, thumbprint }: Proved): Outcome {
  const dueAt = world.clock.now() + openid4vciParameters(world).deferredMs;
  const transaction = world.random.token('openid4vci/transaction');
  world.store.run(
    `INSERT OR REPLACE INTO openid4vci_transaction (transaction_hash, token_hash, did, thumbprint, due_at)
     VALUES (?, ?, ?, ?, ?)`,
    tokenHash(transaction),
    access,
    did,
    thumbprint,
    dueAt,
  );
  emit(world, 'openid4vci.deferred', { credential, until: formatInstant(dueAt) });
  return pending(world, transaction);
}

function pending(world: World, transaction: string): Outcome {
  return { type: 'deferred', transaction, intervalMs: openid4vciParameters(world).pollMs };
}

async function handOver(
  world: World,
  credential: string,
  { did, thumbprint, tokenHash: access }: Holder & { readonly tokenHash: string },
): Promise<Outcome> {
  const bound = await bindCredential(world, credential, { did, thumbprint });
  const notification = world.random.token('openid4vci/notification');
  world.store.run(
    'INSERT INTO openid4vci_notification (notification_hash, token_hash, credential) VALUES (?, ?, ?)',
    tokenHash(notification),
    access,
    credential,
  );
  return { type: 'issued', bound, notification };
}

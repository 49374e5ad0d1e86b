import { ServiceError } from '../errors/index.ts';
import { emit } from '../events/index.ts';
import { command, isSameSecret, tokenHash, type World } from '../kernel/index.ts';
import { numberHash } from './number.ts';
import { type OpenOffer, openOffer } from './offer.ts';
import { openid4vciParameters } from './parameters.ts';

type Redemption = {
  readonly school: string;
  readonly code: string;
  readonly number: string;
  readonly client: string | null;
  /** Whether the wallet is going to ask by `credential_identifier`. */
  readonly byIdentifier: boolean;
};

export interface Access {
  readonly accessToken: string;
  readonly expiresInMs: number;
  readonly credential: string;
}

/**
 * Takes a code and its number for an access token, once. A wrong number is counted, so it is returned; the last one ends
 * the code. Throws ServiceError `openid4vci-code-invalid`.
 */
export const redeemCode = command<Redemption, Access | { readonly triesLeft: number }>(
  'openid4vci.redeemCode',
  (world, { school, code, number, client, byIdentifier }) => {
    const { record, row } = offerOf(world, school, code);
    const { triesMax, accessTokenMs, deferredMs } = openid4vciParameters(world);
    // Before a number was asked for, none is right.
    if (row === undefined) return { triesLeft: triesMax };
    const isRight = isSameSecret(numberHash(code, number), row.numberHash) && world.clock.now() < row.expiresAt;
    if (!isRight) {
      const triesLeft = triesMax - row.tries - 1;
      setOffer(world, code, triesLeft > 0 ? 'open' : 'dead', row.tries + 1);
      emit(world, 'openid4vci.number-refused', { credential: record.credential, triesLeft });
      return { triesLeft };
    }
    setOffer(world, code, 'redeemed', row.tries);
    const accessToken = world.random.token('openid4vci/access');
    const expiresInMs = accessTokenMs + deferredMs;
    world.store.run(
      `INSERT INTO openid4vci_access (token_hash, credential, school, client, by_identifier, expires_at)
       VALUES (?, ?, ?, ?, ?, ?)`,
      tokenHash(accessToken),
      record.credential,
      school,
      client,
      Number(byIdentifier),
      world.clock.now() + expiresInMs,
    );
    emit(world, 'openid4vci.code-redeemed', { credential: record.credential });
    return { accessToken, expiresInMs, credential: record.credential };
  },
  { secrets: ['code', 'number'] },
);

/** Whatever is wrong with a code, the answer is one: https://www.rfc-editor.org/rfc/rfc6749#section-5.2 , invalid_grant. */
function offerOf(world: World, school: string, code: string): OpenOffer {
  let offer: OpenOffer;
  try {
    offer = openOffer(world, code);
  } catch (cause) {
    throw new ServiceError('openid4vci-code-invalid', {}, { cause });
  }
  if (offer.record.school !== school) throw new ServiceError('openid4vci-code-invalid');
  return offer;
}

function setOffer(world: World, code: string, state: 'open' | 'redeemed' | 'dead', tries: number): void {
  world.store.run(
    'UPDATE openid4vci_offer SET state = ?, tries = ? WHERE code_hash = ?',
    state,
    tries,
    tokenHash(code),
  );
}

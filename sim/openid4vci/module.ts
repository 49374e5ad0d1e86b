import type { Module } from '../kernel/index.ts';
import { giveNonce } from './nonce.ts';
import { notify } from './notify.ts';
import { makeOffer, sendNumber } from './number.ts';
import { redeemCode } from './redeem-code.ts';
import { openid4vciTables } from './tables.ts';
import { takeCredential, takeDeferred } from './take-credential.ts';

/** Student IDs for wallets of other people: OpenID4VCI 1.0 by pre-authorized code. Needs the issuer and the mail beside it. */
export const openid4vciModule: Module = {
  name: 'openid4vci',
  tables: openid4vciTables,
  commands: [makeOffer, sendNumber, redeemCode, giveNonce, takeCredential, takeDeferred, notify],
};

import { Type } from 'typebox';
import { business } from '../event-type.ts';

const credential = Type.String();

/** Receiving a student ID with a wallet of someone else's, over OpenID4VCI. Never a code, a number or a token. */
export const openid4vciEvents = {
  /** A clerk made an offer, to be shown at the counter. */
  'openid4vci.offered': business('school', { credential, until: Type.String() }),
  /** A number was mailed to the address of the credential. */
  'openid4vci.number-sent': business('issuer', { credential, message: Type.String() }),
  'openid4vci.number-refused': business('issuer', { credential, triesLeft: Type.Integer() }),
  'openid4vci.code-redeemed': business('issuer', { credential }),
  'openid4vci.deferred': business('issuer', { credential, until: Type.String() }),
  /** What a wallet says it did with a credential: https://openid.net/specs/openid-4-verifiable-credential-issuance-1_0.html#section-11 */
  'openid4vci.notified': business('wallet', {
    credential,
    event: Type.Union([
      Type.Literal('credential_accepted'),
      Type.Literal('credential_failure'),
      Type.Literal('credential_deleted'),
    ]),
  }),
};

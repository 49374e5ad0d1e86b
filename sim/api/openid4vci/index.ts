import { issuanceOperations } from './issuance.ts';
import { metadataOperations } from './metadata.ts';
import { offerOperations } from './offers.ts';

/** OpenID for Verifiable Credential Issuance 1.0, at the issuer's origin: each school is a credential issuer. */
export const openid4vciOperations = [...metadataOperations, ...offerOperations, ...issuanceOperations];

import type { World } from '../kernel/index.ts';

type Place = Pick<World, 'origins'>;

/** https://openid.net/specs/openid-4-verifiable-credential-issuance-1_0.html#section-12.2.1 : the school's own id, as in its credentials. */
export function credentialIssuerOf({ origins }: Place, school: string): string {
  return `${origins.issuer}/schools/${school}`;
}

export function endpointOf(
  world: Place,
  school: string,
  name: 'token' | 'nonce' | 'credential' | 'deferred' | 'notification',
): string {
  return `${credentialIssuerOf(world, school)}/openid4vci/${name}`;
}

/** Where an offer stands; the code is its secret, as a mail link's token is. */
export function offerUrlOf({ origins }: Place, code: string): string {
  return `${origins.issuer}/openid4vci/offers/${code}`;
}

/** The offer by reference, as a link that a wallet app takes: §4.1.3. */
export function offerLinkOf(world: Place, code: string): string {
  return `openid-credential-offer://?credential_offer_uri=${encodeURIComponent(offerUrlOf(world, code))}`;
}

import { schoolOf } from '../issuer/index.ts';
import type { World } from '../kernel/index.ts';
import { configurationIdOf, configurationOf } from './configuration.ts';
import { credentialIssuerOf, endpointOf } from './endpoints.ts';
import { preAuthorizedCode } from './offer.ts';

/**
 * What a wallet must know of the school as an issuer, which is its authorization server too:
 * https://openid.net/specs/openid-4-verifiable-credential-issuance-1_0.html#section-12.2.4 . Throws ServiceError `school-unknown`.
 */
export function credentialIssuerMetadata(world: World, slug: string) {
  const school = schoolOf(world, slug);
  return {
    credential_issuer: credentialIssuerOf(world, slug),
    credential_endpoint: endpointOf(world, slug, 'credential'),
    nonce_endpoint: endpointOf(world, slug, 'nonce'),
    deferred_credential_endpoint: endpointOf(world, slug, 'deferred'),
    notification_endpoint: endpointOf(world, slug, 'notification'),
    display: [
      { name: school.name.ja, locale: 'ja' },
      { name: school.name.en, locale: 'en' },
    ],
    credential_configurations_supported: { [configurationIdOf(school)]: configurationOf(school) },
  };
}

/** https://www.rfc-editor.org/rfc/rfc8414#section-2 . Throws ServiceError `school-unknown`. */
export function authorizationServerMetadata(world: World, slug: string) {
  schoolOf(world, slug);
  return {
    issuer: credentialIssuerOf(world, slug),
    token_endpoint: endpointOf(world, slug, 'token'),
    token_endpoint_auth_methods_supported: ['none'],
    grant_types_supported: [preAuthorizedCode],
    // There is no authorization endpoint, so nothing is asked for there.
    response_types_supported: [],
    'pre-authorized_grant_anonymous_access_supported': true,
  };
}

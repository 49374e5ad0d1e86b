import { type Static, Type } from 'typebox';
import { ServiceError } from '../errors/index.ts';
import { clientUrl, hostOf, isOnLoopback } from './client-url.ts';
import { offlineAccess, scopesIn } from './scope.ts';

const url = (description: string) => Type.String({ description, minLength: 1, maxLength: 2_000 });

/** People read it: nothing in it breaks the line or turns its direction. */
const shownText = '^[^\\p{Cc}\\p{Bidi_Control}]+$';

/**
 * What a client says of itself: https://www.rfc-editor.org/rfc/rfc7591#section-2, as profiled by
 * https://www.imsglobal.org/spec/ob/v3p0/#dynamic-client-registration . Open, as other members are to be ignored.
 */
export const clientMetadataSchema = Type.Object({
  client_name: Type.String({ description: 'Shown to the student.', minLength: 1, maxLength: 100, pattern: shownText }),
  client_uri: url('Its home page. All URLs have one host name, and https.'),
  logo_uri: url('Its logo.'),
  tos_uri: url('Its terms of service.'),
  policy_uri: url('Its privacy policy.'),
  software_id: Type.String({ minLength: 1, maxLength: 200 }),
  software_version: Type.String({ minLength: 1, maxLength: 100 }),
  redirect_uris: Type.Array(url('Compared character by character.'), { minItems: 1, maxItems: 10 }),
  scope: Type.String({ description: 'The most that it will ask for.', minLength: 1, maxLength: 1_000 }),
  token_endpoint_auth_method: Type.Optional(Type.Enum(['client_secret_basic'])),
  grant_types: Type.Optional(
    Type.Array(Type.Enum(['authorization_code', 'refresh_token']), { minItems: 1, maxItems: 2 }),
  ),
  response_types: Type.Optional(Type.Array(Type.Enum(['code']), { minItems: 1, maxItems: 1 })),
  contacts: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 320 }), { maxItems: 10 })),
});

/** As it was given, with what was left open filled in. */
export type ClientMetadata = Required<Omit<Static<typeof clientMetadataSchema>, 'contacts'>> & {
  readonly contacts?: string[];
};

const ownUrls = ['client_uri', 'logo_uri', 'tos_uri', 'policy_uri'] as const;

/**
 * The metadata that a registration begins with: members that are known, and scopes that there are. Throws ServiceError
 * `redirect-uri-invalid`, `client-metadata-invalid`.
 */
export function registeredMetadata(
  given: Static<typeof clientMetadataSchema>,
  scopesSupported: readonly string[],
): ClientMetadata {
  checkUrls(given);
  const grantTypes = given.grant_types ?? ['authorization_code', 'refresh_token'];
  if (!grantTypes.includes('authorization_code')) {
    throw new ServiceError('client-metadata-invalid', {
      pointer: '/grant_types',
      reason: 'must name authorization_code',
    });
  }
  const { contacts } = given;
  return {
    client_name: given.client_name,
    client_uri: given.client_uri,
    logo_uri: given.logo_uri,
    tos_uri: given.tos_uri,
    policy_uri: given.policy_uri,
    software_id: given.software_id,
    software_version: given.software_version,
    redirect_uris: [...new Set(given.redirect_uris)],
    scope: registeredScope(given.scope, scopesSupported, grantTypes.includes('refresh_token')),
    token_endpoint_auth_method: 'client_secret_basic',
    grant_types: grantTypes,
    response_types: ['code'],
    ...(contacts !== undefined && { contacts }),
  };
}

/** Scopes that nobody knows are dropped, and the client reads in the answer what it got: RFC 7591 §3.2.1. */
function registeredScope(asked: string, supported: readonly string[], mayRefresh: boolean): string {
  const scopes = scopesIn(asked).filter((scope) => (scope === offlineAccess ? mayRefresh : supported.includes(scope)));
  if (scopes.every((scope) => scope === offlineAccess)) {
    throw new ServiceError('client-metadata-invalid', { pointer: '/scope', reason: 'names no scope of this server' });
  }
  return scopes.join(' ');
}

function checkUrls(given: Static<typeof clientMetadataSchema>): void {
  const [home, ...others] = ownUrls.map((name) => {
    const parsed = clientUrl(given[name]);
    if (parsed !== undefined) return { name, host: hostOf(parsed) };
    const reason = 'must be an https URL in its normal form';
    throw new ServiceError('client-metadata-invalid', { pointer: `/${name}`, reason });
  });
  const foreign = others.find(({ host }) => host !== home?.host);
  if (foreign !== undefined) {
    const reason = 'must have the host name of client_uri';
    throw new ServiceError('client-metadata-invalid', { pointer: `/${foreign.name}`, reason });
  }
  for (const uri of given.redirect_uris) {
    const parsed = clientUrl(uri);
    if (parsed === undefined) {
      throw new ServiceError('redirect-uri-invalid', {
        reason: 'it must be an https URL in its normal form, without # and user name',
      });
    }
    // What a partner tries on its own machine sends codes to nobody else.
    if (hostOf(parsed) !== home?.host && !isOnLoopback(parsed)) {
      throw new ServiceError('redirect-uri-invalid', { reason: 'it must have the host name of client_uri' });
    }
  }
}

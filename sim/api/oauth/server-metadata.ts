import { Type } from 'typebox';
import { offlineAccess } from '../../oauth/index.ts';
import { serviceOperation } from '../service-context.ts';
import { oauthPaths } from './addresses.ts';
import { badgeScopes } from './scopes.ts';

const texts = Type.Array(Type.String());

const metadata = Type.Object(
  {
    issuer: Type.String(),
    authorization_endpoint: Type.String(),
    token_endpoint: Type.String(),
    registration_endpoint: Type.String(),
    revocation_endpoint: Type.String(),
    scopes_supported: texts,
    response_types_supported: texts,
    response_modes_supported: texts,
    grant_types_supported: texts,
    token_endpoint_auth_methods_supported: texts,
    revocation_endpoint_auth_methods_supported: texts,
    code_challenge_methods_supported: texts,
    ui_locales_supported: texts,
    authorization_response_iss_parameter_supported: Type.Literal(true),
  },
  { additionalProperties: false },
);

export const showServerMetadata = serviceOperation({
  id: 'authorizationServerMetadata',
  method: 'get',
  path: '/.well-known/oauth-authorization-server',
  tag: 'OAuth 2.0',
  summary: { ja: '認可サーバーの情報を見る', en: 'The metadata of the authorization server' },
  source: 'https://www.rfc-editor.org/rfc/rfc8414#section-3',
  wire: 'oauth',
  answers: { 200: { description: 'Where it answers, and what it takes.', content: { 'application/json': metadata } } },
  handle({ world }) {
    const issuer = world.origins.wallet;
    return {
      status: 200,
      body: {
        issuer,
        authorization_endpoint: issuer + oauthPaths.authorize,
        token_endpoint: issuer + oauthPaths.token,
        registration_endpoint: issuer + oauthPaths.register,
        revocation_endpoint: issuer + oauthPaths.revoke,
        scopes_supported: [...Object.keys(badgeScopes), offlineAccess],
        response_types_supported: ['code'],
        response_modes_supported: ['query'],
        grant_types_supported: ['authorization_code', 'refresh_token'],
        token_endpoint_auth_methods_supported: ['client_secret_basic'],
        revocation_endpoint_auth_methods_supported: ['client_secret_basic'],
        code_challenge_methods_supported: ['S256'],
        ui_locales_supported: ['ja', 'en'],
        // https://www.rfc-editor.org/rfc/rfc9207#section-3
        authorization_response_iss_parameter_supported: true as const,
      },
    };
  },
});

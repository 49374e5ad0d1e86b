import { Type } from 'typebox';
import { authorizationServerMetadata, credentialIssuerMetadata } from '../../openid4vci/index.ts';
import { serviceOperation } from '../service-context.ts';
import { closed } from '../vocabulary.ts';

const url = Type.String({ format: 'uri' });
const display = Type.Array(Type.Object({ name: Type.String(), locale: Type.String() }, { additionalProperties: true }));

const issuerMetadata = Type.Object(
  {
    credential_issuer: url,
    credential_endpoint: url,
    nonce_endpoint: url,
    deferred_credential_endpoint: url,
    notification_endpoint: url,
    display,
    credential_configurations_supported: Type.Record(
      Type.String(),
      Type.Object(
        {
          format: Type.Enum(['jwt_vc_json', 'ldp_vc']),
          scope: Type.String(),
          cryptographic_binding_methods_supported: Type.Array(Type.String()),
          credential_signing_alg_values_supported: Type.Array(Type.String()),
        },
        { additionalProperties: true },
      ),
    ),
  },
  closed,
);

const serverMetadata = Type.Object(
  {
    issuer: url,
    token_endpoint: url,
    token_endpoint_auth_methods_supported: Type.Array(Type.String()),
    grant_types_supported: Type.Array(Type.String()),
    response_types_supported: Type.Array(Type.String()),
    'pre-authorized_grant_anonymous_access_supported': Type.Boolean(),
  },
  closed,
);

const tag = 'OpenID4VCI';

const getIssuerMetadata = serviceOperation({
  id: 'getCredentialIssuerMetadata',
  method: 'get',
  path: '/.well-known/openid-credential-issuer/schools/{school}',
  tag,
  summary: { ja: '発行者のメタデータ', en: 'Credential issuer metadata of a school' },
  source: 'https://openid.net/specs/openid-4-verifiable-credential-issuance-1_0.html#section-12.2',
  answers: {
    200: { description: 'What a wallet must know.', content: { 'application/json': issuerMetadata } },
  },
  handle: ({ world }, { params }) => ({
    status: 200,
    body: credentialIssuerMetadata(world, params.school),
  }),
});

const getServerMetadata = serviceOperation({
  id: 'getAuthorizationServerMetadata',
  method: 'get',
  path: '/.well-known/oauth-authorization-server/schools/{school}',
  tag,
  summary: { ja: '認可サーバーのメタデータ', en: 'Authorization server metadata of a school' },
  source: 'https://www.rfc-editor.org/rfc/rfc8414#section-3',
  answers: {
    200: { description: 'Where tokens are given.', content: { 'application/json': serverMetadata } },
  },
  handle: ({ world }, { params }) => ({ status: 200, body: authorizationServerMetadata(world, params.school) }),
});

export const metadataOperations = [getIssuerMetadata, getServerMetadata];

import { Type } from 'typebox';
import { ServiceError } from '../../errors/index.ts';
import { clientMetadataSchema, registerClient } from '../../oauth/index.ts';
import { serviceOperation } from '../service-context.ts';
import { oauthPaths } from './addresses.ts';
import { badgeScopes } from './scopes.ts';

/** https://www.rfc-editor.org/rfc/rfc7591#section-3.2.1 : what was registered, with what names and authenticates the client. */
const registered = Type.Intersect([
  clientMetadataSchema,
  Type.Object({
    client_id: Type.String(),
    client_secret: Type.String({ description: 'Told this once.' }),
    client_id_issued_at: Type.Integer({ description: 'Seconds since 1970.' }),
    client_secret_expires_at: Type.Literal(0, { description: 'It does not expire.' }),
  }),
]);

export const registerOAuthClient = serviceOperation({
  id: 'registerClient',
  method: 'post',
  path: oauthPaths.register,
  tag: 'OAuth 2.0',
  summary: { ja: 'クライアントを登録する', en: 'Register a client' },
  source: 'https://www.imsglobal.org/spec/ob/v3p0/#dynamic-client-registration',
  wire: 'oauth',
  body: {
    content: { 'application/json': clientMetadataSchema },
    bytesMax: 32_768,
    refuse: (pointer, reason) => new ServiceError('client-metadata-invalid', { pointer, reason }),
  },
  answers: {
    201: {
      description: 'The client, with its id and its secret.',
      content: { 'application/json': registered },
      headers: { pragma: 'no-cache' },
    },
  },
  async handle({ world }, { body }) {
    const { client, secret, metadata, registeredAt } = await registerClient(world, body, Object.keys(badgeScopes));
    return {
      status: 201,
      headers: { pragma: 'no-cache' },
      body: {
        ...metadata,
        client_id: client,
        client_secret: secret,
        client_id_issued_at: Math.floor(registeredAt / 1_000),
        client_secret_expires_at: 0 as const,
      },
    };
  },
});

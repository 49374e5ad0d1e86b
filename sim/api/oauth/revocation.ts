import { Type } from 'typebox';
import { revokeToken } from '../../oauth/index.ts';
import { serviceOperation } from '../service-context.ts';
import { oauthPaths } from './addresses.ts';
import { clientSecretBasic } from './client-authentication.ts';

export const revokeOAuthToken = serviceOperation({
  id: 'revokeToken',
  method: 'post',
  path: oauthPaths.revoke,
  tag: 'OAuth 2.0',
  summary: { ja: 'トークンを取り消す', en: 'Revoke a token' },
  source: 'https://www.rfc-editor.org/rfc/rfc7009#section-2',
  wire: 'oauth',
  security: clientSecretBasic,
  body: {
    content: {
      'application/x-www-form-urlencoded': Type.Object({
        token: Type.String({ minLength: 1, maxLength: 200 }),
        token_type_hint: Type.Optional(Type.String({ maxLength: 100 })),
      }),
    },
    bytesMax: 16_384,
  },
  answers: { 200: { description: 'It opens nothing any more, whatever it was.' } },
  async handle({ world }, { principal, body }) {
    await revokeToken(world, principal, body.token);
    return { status: 200 };
  },
});

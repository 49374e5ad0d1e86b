import { Type } from 'typebox';
import { ServiceError } from '../../errors/index.ts';
import type { RunningWorld } from '../../kernel/index.ts';
import { type Client, exchangeCode, refreshTokens, type Tokens } from '../../oauth/index.ts';
import { serviceOperation } from '../service-context.ts';
import { oauthPaths } from './addresses.ts';
import { clientSecretBasic } from './client-authentication.ts';

const optionalText = (maxLength: number) => Type.Optional(Type.String({ maxLength }));

export const issueToken = serviceOperation({
  id: 'token',
  method: 'post',
  path: oauthPaths.token,
  tag: 'OAuth 2.0',
  summary: { ja: 'アクセストークンを受け取る', en: 'Get an access token' },
  source: 'https://www.imsglobal.org/spec/ob/v3p0/#acg-token-request',
  wire: 'oauth',
  security: clientSecretBasic,
  body: {
    content: {
      'application/x-www-form-urlencoded': Type.Object({
        grant_type: Type.String({ maxLength: 100, description: '`authorization_code` or `refresh_token`.' }),
        code: optionalText(200),
        redirect_uri: optionalText(2_000),
        code_verifier: optionalText(200),
        refresh_token: optionalText(200),
        scope: Type.Optional(Type.String({ maxLength: 1_000, description: 'Less than what was granted.' })),
      }),
    },
    bytesMax: 16_384,
  },
  answers: {
    200: {
      description: 'Tokens; one to refresh only when offline_access was granted.',
      content: {
        'application/json': Type.Object(
          {
            access_token: Type.String(),
            token_type: Type.Literal('Bearer'),
            expires_in: Type.Integer({ description: 'Seconds.' }),
            scope: Type.String(),
            refresh_token: Type.Optional(Type.String({ description: 'For one use: the answer to it has the next.' })),
          },
          { additionalProperties: false },
        ),
      },
      headers: { pragma: 'no-cache' },
    },
  },
  async handle({ world }, { principal, body }) {
    const { accessToken, expiresInSeconds, scope, refreshToken } = await granted(world, principal, body);
    return {
      status: 200,
      // https://www.rfc-editor.org/rfc/rfc6749#section-5.1 ; Cache-Control says so everywhere.
      headers: { pragma: 'no-cache' },
      body: {
        access_token: accessToken,
        token_type: 'Bearer' as const,
        expires_in: expiresInSeconds,
        scope,
        ...(refreshToken !== undefined && { refresh_token: refreshToken }),
      },
    };
  },
});

interface TokenForm {
  readonly grant_type: string;
  readonly code?: string;
  readonly redirect_uri?: string;
  readonly code_verifier?: string;
  readonly refresh_token?: string;
  readonly scope?: string;
}

function granted(world: RunningWorld, client: Client, form: TokenForm): Promise<Tokens> {
  // An empty parameter counts as left out: https://www.rfc-editor.org/rfc/rfc6749#section-3.2
  const scope = form.scope === '' ? undefined : form.scope;
  switch (form.grant_type) {
    case 'authorization_code':
      return exchangeCode(world, client, {
        code: needed(form, 'code'),
        redirectUri: needed(form, 'redirect_uri'),
        codeVerifier: needed(form, 'code_verifier'),
        scope,
      });
    case 'refresh_token':
      return refreshTokens(world, client, { refreshToken: needed(form, 'refresh_token'), scope });
    default:
      throw new ServiceError('grant-type-unsupported');
  }
}

function needed(form: TokenForm, name: keyof TokenForm): string {
  const value = form[name];
  if (value === undefined || value === '') {
    throw new ServiceError('request-invalid', { pointer: `/${name}`, reason: 'is missing' });
  }
  return value;
}

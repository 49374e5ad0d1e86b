import { hash } from 'node:crypto';
import { Type } from 'typebox';
import { offlineAccess } from '../../oauth/index.ts';
import { hasAlready } from '../if-none-match.ts';
import { badgeScopes, oauthPaths } from '../oauth/index.ts';
import type { Operation } from '../operation/index.ts';
import { Written } from '../operation/index.ts';
import { type ServiceContext, serviceOperation } from '../service-context.ts';
import { apiBase } from './api-base.ts';
import { policyPaths } from './policies.ts';

const description = Type.Object({
  openapi: Type.String(),
  info: Type.Object({
    title: Type.String(),
    version: Type.String(),
    termsOfService: Type.String(),
    'x-imssf-privacyPolicyUrl': Type.String(),
  }),
  components: Type.Object({
    securitySchemes: Type.Object({
      OAuth2ACG: Type.Object({
        type: Type.Literal('oauth2'),
        'x-imssf-registrationUrl': Type.String(),
        flows: Type.Object({
          authorizationCode: Type.Object({
            authorizationUrl: Type.String(),
            tokenUrl: Type.String(),
            refreshUrl: Type.String(),
            scopes: Type.Record(Type.String(), Type.String()),
          }),
        }),
      }),
    }),
  }),
});

/**
 * The service description document of OB 3.0, for the operations of the API. It is never protected
 * (https://www.imsglobal.org/spec/ob/v3p0/#getservicedescription).
 */
export function discoveryOf(operations: readonly Operation<ServiceContext>[]): Operation<ServiceContext> {
  return serviceOperation({
    id: 'getServiceDescription',
    method: 'get',
    path: `${apiBase}/discovery`,
    tag: 'Open Badges 3.0',
    summary: { ja: 'API の場所と使い方を見る', en: 'The service description document' },
    source: 'https://www.imsglobal.org/spec/ob/v3p0/#service-description-document',
    wire: 'imsx',
    answers: {
      200: {
        description: 'A profile of OpenAPI 3.0.',
        content: { 'application/json': description },
        headers: { etag: 'Names this very document.', 'cache-control': 'How long it may be kept.' },
      },
      304: { description: 'It is the one that the client has.' },
    },
    handle({ world }, { header }) {
      const text = JSON.stringify(serviceDescription(world.origins.wallet, operations));
      const etag = `"${hash('sha256', text, 'base64url').slice(0, 22)}"`;
      const headers = { etag, 'cache-control': 'public, max-age=3600' };
      if (hasAlready(header('if-none-match'), etag)) return { status: 304, headers };
      return { status: 200, headers, body: new Written(text) };
    },
  });
}

function serviceDescription(wallet: string, operations: readonly Operation<ServiceContext>[]) {
  return {
    openapi: '3.0.1',
    info: {
      title: 'todoku wallet (simulation)',
      version: '3.0',
      termsOfService: wallet + policyPaths.terms,
      'x-imssf-privacyPolicyUrl': wallet + policyPaths.privacy,
    },
    servers: [{ url: wallet + apiBase }],
    paths: pathsOf(operations),
    components: {
      securitySchemes: {
        OAuth2ACG: {
          type: 'oauth2',
          description: 'OAuth 2.0 authorization code grant with PKCE (S256).',
          'x-imssf-registrationUrl': wallet + oauthPaths.register,
          flows: {
            authorizationCode: {
              authorizationUrl: wallet + oauthPaths.authorize,
              tokenUrl: wallet + oauthPaths.token,
              refreshUrl: wallet + oauthPaths.token,
              scopes: {
                ...Object.fromEntries(Object.entries(badgeScopes).map(([scope, { en }]) => [scope, en])),
                [offlineAccess]: 'A refresh token.',
              },
            },
          },
        },
      },
    },
  };
}

function pathsOf(operations: readonly Operation<ServiceContext>[]) {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const { path, method, id, summary, answers, security } of operations) {
    const name = path.slice(apiBase.length);
    const responses = Object.entries(answers).map(([status, answer]) => [status, { description: answer.description }]);
    paths[name] = {
      ...paths[name],
      [method]: {
        operationId: id,
        summary: summary.en,
        ...(security !== undefined && { security: [{ [security.name]: security.scopes ?? [] }] }),
        responses: Object.fromEntries([...responses, ['default', { description: 'Imsx_StatusInfo' }]]),
      },
    };
  }
  return paths;
}

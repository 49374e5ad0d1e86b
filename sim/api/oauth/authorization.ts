import { Type } from 'typebox';
import { ServiceError } from '../../errors/index.ts';
import { allowRequest, beginAuthorization, denyRequest, openRequest } from '../../oauth/index.ts';
import { authenticateAccount } from '../../wallet/index.ts';
import { type ServiceContext, serviceOperation } from '../service-context.ts';
import { oauthPaths } from './addresses.ts';
import { authorizationPage } from './authorization-page.ts';

const tag = 'OAuth 2.0';
const shown = { 'text/html': Type.String() };
const location = { location: 'Where the browser goes.' };

/**
 * Nobody may lay the page under one of their own, and its form says which page sent it: a page without any referrer
 * would send `Origin: null` (https://fetch.spec.whatwg.org/#append-a-request-origin-header).
 */
const pageHeaders = { 'x-frame-options': 'DENY', 'referrer-policy': 'same-origin' };

const optionalText = (maxLength: number) => Type.Optional(Type.String({ maxLength }));

export const showAuthorization = serviceOperation({
  id: 'authorize',
  method: 'get',
  path: oauthPaths.authorize,
  tag,
  summary: { ja: '学生にアクセスの許可を求める', en: 'Ask a student for access' },
  source: 'https://www.imsglobal.org/spec/ob/v3p0/#acg-auth-request',
  wire: 'page',
  query: Type.Object({
    client_id: Type.String({ maxLength: 200 }),
    redirect_uri: Type.String({ maxLength: 2_000 }),
    response_type: optionalText(100),
    scope: optionalText(1_000),
    state: optionalText(2_000),
    code_challenge: optionalText(200),
    code_challenge_method: optionalText(20),
  }),
  answers: {
    200: { description: 'The page that asks the student.', content: shown },
    302: { description: 'Back to the client, which is told why.', headers: location },
  },
  async handle({ world }, { query, language }) {
    const begun = await beginAuthorization(world, query, world.origins.wallet);
    if (begun.kind === 'refused') return { status: 302, headers: { location: begun.location } };
    const { request, open } = begun;
    return {
      status: 200,
      headers: { ...pageHeaders, 'content-language': language },
      body: authorizationPage({ ...open, request, language }),
    };
  },
});

export const decideAuthorization = serviceOperation({
  id: 'decideAuthorization',
  method: 'post',
  path: oauthPaths.authorize,
  tag,
  summary: { ja: '学生がアクセスを許可する、または許可しない', en: 'A student allows it, or does not' },
  source: 'https://www.imsglobal.org/spec/ob/v3p0/#acg-auth-response',
  wire: 'page',
  body: {
    content: {
      'application/x-www-form-urlencoded': Type.Object({
        request: Type.String({ minLength: 1, maxLength: 200 }),
        decision: Type.Enum(['allow', 'deny']),
        address: optionalText(320),
        password: optionalText(1_000),
      }),
    },
    bytesMax: 16_384,
  },
  answers: {
    // https://www.rfc-editor.org/rfc/rfc9700#section-4.12 : the password must not be posted on.
    303: { description: 'Back to the client, with a code or without.', headers: location },
    403: { description: 'The page once more: who it is was not shown.', content: shown },
  },
  async handle(context, { body, header, language }) {
    const { world } = context;
    refuseOtherPages(world.origins.wallet, header('origin'));
    const { request, decision, address = '', password = '' } = body;
    const open = openRequest(world, request);
    const issuer = world.origins.wallet;
    if (decision === 'deny') {
      return { status: 303, headers: { location: await denyRequest(world, { request, issuer }) } };
    }
    const subject = await accountOrRefusal(context, address, password);
    if (subject instanceof ServiceError) {
      return {
        status: 403,
        headers: { ...pageHeaders, 'content-language': language },
        body: authorizationPage({ ...open, request, language, refusal: { error: subject, address } }),
      };
    }
    return { status: 303, headers: { location: await allowRequest(world, { request, subject, issuer }) } };
  },
});

/** Browsers tell where a form comes from; programs need not. https://www.rfc-editor.org/rfc/rfc6454#section-7 */
function refuseOtherPages(own: string, origin: string | undefined): void {
  if (origin !== undefined && origin !== own) throw new ServiceError('page-foreign');
}

async function accountOrRefusal(
  context: ServiceContext,
  address: string,
  password: string,
): Promise<string | ServiceError> {
  try {
    return await authenticateAccount(context.world, context, { address, password });
  } catch (error) {
    if (error instanceof ServiceError) return error;
    throw error;
  }
}

import { Type } from 'typebox';
import { ServiceError } from '../../errors/index.ts';
import { formatInstant, type Json } from '../../kernel/index.ts';
import {
  authorizationUri,
  isResponseCode,
  namedQueries,
  type PresentationRequest,
  requestObject,
  requestOf,
  requestOfToken,
  requestPresentation,
  requestUri,
  requireOpen,
  takeResponse,
  verifierClient,
  verifierDocument,
} from '../../openid4vp/index.ts';
import { type Operation, Written } from '../operation/index.ts';
import { verifierToken } from '../security-schemes.ts';
import { type ServiceContext, serviceOperation } from '../service-context.ts';
import { verifierPorts } from '../verifier/verify-badge.ts';
import { createdRequest, postedResponse, requestBody, requestStatus, requestUriBody } from './request-schema.ts';

const tag = 'OpenID4VP';
const site = 'https://openid.net/specs/openid-4-verifiable-presentations-1_0.html';

const createRequest = serviceOperation({
  id: 'requestPresentation',
  method: 'post',
  path: '/presentation-requests',
  tag,
  summary: { ja: '学生証の提示を求める', en: 'Ask for a presentation' },
  source: `${site}#section-5`,
  security: verifierToken,
  body: { content: { 'application/json': requestBody }, bytesMax: 32_768 },
  answers: {
    201: { description: 'The link that a wallet opens.', content: { 'application/json': createdRequest } },
  },
  async handle({ world }, { body }) {
    const { responseMode = 'direct_post', clientIdPrefix = 'decentralized_identifier', redirectUri = null } = body;
    const query = queryOf(body);
    if (redirectUri !== null && !URL.canParse(redirectUri)) {
      throw new ServiceError('request-invalid', { pointer: '/redirectUri', reason: 'no URL' });
    }
    const asked = { query, responseMode, prefix: clientIdPrefix, redirectUri };
    const { request, token, expiresAt } = await world.perform(requestPresentation, asked);
    return {
      status: 201,
      body: {
        request,
        uri: authorizationUri(world, requestOf(world, request), token),
        ...(clientIdPrefix === 'decentralized_identifier' && { requestUri: requestUri(world, token) }),
        expiresAt: formatInstant(expiresAt),
      },
    };
  },
});

/** Throws ServiceError `request-invalid`. */
function queryOf({
  preset,
  dcql_query: query,
}: {
  readonly preset?: 'student-id';
  readonly dcql_query?: object;
}): Json {
  if ((preset === undefined) === (query === undefined)) {
    throw new ServiceError('request-invalid', { pointer: '/dcql_query', reason: 'either preset or dcql_query' });
  }
  return preset === undefined ? (query as Json) : namedQueries[preset];
}

const showRequest = serviceOperation({
  id: 'showPresentationRequest',
  method: 'get',
  path: '/presentation-requests/{request}',
  tag,
  summary: { ja: '提示の結果を見る', en: 'What came of a request' },
  source: `${site}#section-13.3`,
  security: verifierToken,
  query: Type.Object(
    {
      response_code: Type.Optional(
        Type.String({
          maxLength: 100,
          description: 'What the student’s browser brought: it must be that of the wallet.',
        }),
      ),
    },
    { additionalProperties: false },
  ),
  answers: { 200: { description: 'Its state, and every check.', content: { 'application/json': requestStatus } } },
  handle({ world }, { params, query }) {
    const request = requestOf(world, params.request);
    const { response_code: code } = query;
    if (code !== undefined && !isResponseCode(world, request.request, code)) {
      throw new ServiceError('presentation-code-wrong');
    }
    return { status: 200, body: new Written(JSON.stringify(statusOf(request))) };
  },
});

function statusOf({ request, state, createdAt, expiresAt, answeredAt, outcome }: PresentationRequest): object {
  return {
    request,
    state,
    createdAt: formatInstant(createdAt),
    expiresAt: formatInstant(expiresAt),
    ...(answeredAt !== null && { answeredAt: formatInstant(answeredAt) }),
    ...(outcome as object | null),
  };
}

const signedRequest = {
  200: {
    description: 'The signed request object.',
    content: { 'application/oauth-authz-req+jwt': Type.String() },
  },
} as const;

const fetchRequest = serviceOperation({
  id: 'fetchRequestObject',
  method: 'get',
  path: '/openid4vp/requests/{token}',
  tag,
  summary: { ja: '署名された提示の依頼', en: 'The signed request, for the wallet' },
  source: 'https://www.rfc-editor.org/rfc/rfc9101#section-5.2.3',
  answers: signedRequest,
  wire: 'oauth',
  async handle({ world }, { params: { token } }) {
    return { status: 200, body: await requestObject(world, signable(requestOfToken(world, token)), { token }) };
  },
});

const fetchRequestByPost = serviceOperation({
  id: 'fetchRequestObjectByPost',
  method: 'post',
  path: '/openid4vp/requests/{token}',
  tag,
  summary: { ja: '署名された提示の依頼（POST）', en: 'The signed request, with a nonce of the wallet in it' },
  source: `${site}#section-5.10`,
  body: { content: { 'application/x-www-form-urlencoded': requestUriBody }, bytesMax: 32_768, optional: true },
  answers: signedRequest,
  wire: 'oauth',
  async handle({ world }, { params: { token }, body }) {
    const request = signable(requestOfToken(world, token));
    return { status: 200, body: await requestObject(world, request, { token, walletNonce: body?.wallet_nonce }) };
  },
});

/** Throws ServiceError `presentation-request-unknown` for one that is not signed, and as {@link requireOpen}. */
function signable(request: PresentationRequest): PresentationRequest {
  if (request.prefix === 'redirect_uri') throw new ServiceError('presentation-request-unknown');
  requireOpen(request);
  return request;
}

const answer = serviceOperation({
  id: 'answerPresentationRequest',
  method: 'post',
  path: '/openid4vp/responses/{token}',
  tag,
  summary: { ja: '提示の依頼に答える', en: 'The wallet’s answer' },
  source: `${site}#section-8.2`,
  body: { content: { 'application/x-www-form-urlencoded': postedResponse }, bytesMax: 2_097_152 },
  answers: {
    200: {
      description: 'It was taken. What was found is for the verifier.',
      content: { 'application/json': Type.Object({ redirect_uri: Type.Optional(Type.String()) }) },
    },
  },
  wire: 'oauth',
  async handle(context, { params, body }) {
    const taken = { responseToken: params.token, posted: body };
    return { status: 200, body: await takeResponse(context.world, verifierPorts(context), taken) };
  },
});

const didDocument = serviceOperation({
  id: 'verifierDidDocument',
  method: 'get',
  path: '/.well-known/did.json',
  tag,
  summary: { ja: '提示先の DID 文書', en: 'The DID document of the verifier' },
  source: 'https://w3c-ccg.github.io/did-method-web/#read-resolve',
  answers: {
    200: { description: 'The key that signs its requests.', content: { 'application/did+json': Type.Object({}) } },
  },
  handle: ({ world }) => ({ status: 200, body: verifierDocument(verifierClient(world)) }),
});

export const openid4vpVerifierOperations: readonly Operation<ServiceContext>[] = [
  createRequest,
  showRequest,
  fetchRequest,
  fetchRequestByPost,
  answer,
  didDocument,
];

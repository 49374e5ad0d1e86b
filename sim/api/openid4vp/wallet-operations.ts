import { Type } from 'typebox';
import { ServiceError } from '../../errors/index.ts';
import {
  answersTo,
  drawWalletNonce,
  type ReceivedRequest,
  receiveRequest,
  sendAnswer,
  sendRefusal,
  uriOfRequestUri,
} from '../../openid4vp/index.ts';
import { createKeyResolver } from '../../proof/index.ts';
import { holdingsOf, presentCredential } from '../../wallet/index.ts';
import type { Operation } from '../operation/index.ts';
import { fetchAnywhere } from '../own-fetch.ts';
import { session } from '../security-schemes.ts';
import { type ServiceContext, serviceOperation } from '../service-context.ts';

const closed = { additionalProperties: false };
const digest = Type.String({ pattern: '^[\\w-]{43}$', description: 'Of what was shown.' });

const answerBody = Type.Object(
  {
    uri: Type.Optional(Type.String({ maxLength: 16_384, description: 'What the QR code or the link says.' })),
    requestUri: Type.Optional(Type.String({ maxLength: 2_000, description: 'Where the request stands.' })),
    consent: Type.Optional(
      Type.Object(
        {
          digest,
          credentials: Type.Record(Type.String({ maxLength: 100 }), Type.String({ maxLength: 100 }), {
            maxProperties: 8,
            description: 'Part of the query → the held credential that answers it.',
          }),
        },
        closed,
      ),
    ),
    decline: Type.Optional(Type.Object({ digest }, closed)),
  },
  closed,
);

const shown = Type.Object(
  {
    step: Type.Enum(['asked', 'sent', 'declined']),
    verifier: Type.Optional(
      Type.Object(
        { clientId: Type.String(), host: Type.String({ description: 'Where the answer would go.' }) },
        closed,
      ),
    ),
    digest: Type.Optional(Type.String()),
    canBeSatisfied: Type.Optional(Type.Boolean()),
    asked: Type.Optional(
      Type.Array(
        Type.Object(
          { id: Type.String(), claims: Type.Array(Type.String()), credentials: Type.Array(Type.String()) },
          closed,
        ),
      ),
    ),
    redirectUri: Type.Optional(Type.String({ description: 'Where the student goes on.' })),
  },
  closed,
);

const answerRequest = serviceOperation({
  id: 'answerPresentation',
  method: 'post',
  path: '/presentations/answers',
  tag: 'Presentations',
  summary: {
    ja: '提示の依頼に答える（まず内容を示し、同意があれば送る）',
    en: 'Answer a request: shown first, and sent once the student consents',
  },
  source: 'https://openid.net/specs/openid-4-verifiable-presentations-1_0.html#section-8',
  security: session,
  body: { content: { 'application/json': answerBody }, bytesMax: 32_768 },
  answers: {
    200: {
      description: '`asked`: nothing has happened yet. `sent`, `declined`: the verifier was told.',
      content: { 'application/json': shown },
    },
  },
  async handle(context, { body, principal: { account } }) {
    const { consent, decline } = body;
    const request = await received(context, uriOf(body), { withNonce: consent !== undefined });
    const agreed = consent?.digest ?? decline?.digest;
    if (agreed === undefined) return { status: 200, body: await shownTo(context, account, request) };
    // What is consented to is what was shown, and no other.
    if (agreed !== request.digest) throw new ServiceError('presentation-request-changed');
    return {
      status: 200,
      body:
        consent === undefined
          ? { step: 'declined' as const, ...(await sendRefusal(request, fetchAnywhere(context))) }
          : { step: 'sent' as const, ...(await sent(context, account, request, consent.credentials)) },
    };
  },
});

async function shownTo({ world }: ServiceContext, account: string, request: ReceivedRequest) {
  const { clientId, responseUri, digest: of } = request;
  const { canBeSatisfied, asked } = await answersTo(request, holdingsOf(world, account));
  return {
    step: 'asked' as const,
    verifier: { clientId, host: new URL(responseUri).host },
    digest: of,
    canBeSatisfied,
    asked: asked.map(({ id, claims, credentials }) => ({ id, claims: [...claims], credentials: [...credentials] })),
  };
}

/** Throws ServiceError `presentation-not-held`, and as {@link sendAnswer}. */
async function sent(
  context: ServiceContext,
  account: string,
  request: ReceivedRequest,
  credentials: Readonly<Record<string, string>>,
): Promise<{ readonly redirectUri?: string }> {
  const held = holdingsOf(context.world, account);
  const chosen = Object.entries(credentials).map(([id, credential]) => {
    const holding = held.find((one) => one.credential === credential);
    if (holding === undefined) throw new ServiceError('presentation-not-held');
    return [id, holding] as const;
  });
  const answered = await sendAnswer(request, Object.fromEntries(chosen), fetchAnywhere(context));
  for (const [, { credential }] of chosen) await presentCredential(context.world, credential);
  return answered;
}

/** Throws ServiceError `request-invalid`. */
function uriOf({ uri, requestUri }: { readonly uri?: string; readonly requestUri?: string }): string {
  if (uri !== undefined && requestUri === undefined) return uri;
  if (uri === undefined && requestUri !== undefined) return uriOfRequestUri(requestUri);
  throw new ServiceError('request-invalid', { pointer: '/uri', reason: 'either uri or requestUri' });
}

/** Looking changes nothing, so only an answer draws a nonce. */
async function received(
  context: ServiceContext,
  uri: string,
  { withNonce }: { readonly withNonce: boolean },
): Promise<ReceivedRequest> {
  const { world } = context;
  const fetch = fetchAnywhere(context);
  const walletNonce = withNonce ? await world.perform(drawWalletNonce, {}) : undefined;
  const ports = { fetch, resolveKey: createKeyResolver({ fetch }), now: world.clock.now(), walletNonce };
  return receiveRequest(uri, ports);
}

export const openid4vpWalletOperations: readonly Operation<ServiceContext>[] = [answerRequest];

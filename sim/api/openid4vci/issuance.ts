import { Type } from 'typebox';
import { ServiceError } from '../../errors/index.ts';
import {
  giveNonce,
  type Handover,
  notify,
  outcomeOf,
  requestCredential,
  requestToken,
  takeDeferred,
} from '../../openid4vci/index.ts';
import { serviceOperation } from '../service-context.ts';
import { closed } from '../vocabulary.ts';
import { walletAccess } from './security.ts';

/** A wallet may send members that a later version defines: they are ignored. */
const open = { additionalProperties: true };
const tag = 'OpenID4VCI';
const specification = 'https://openid.net/specs/openid-4-verifiable-credential-issuance-1_0.html';
const bytesMax = 64 * 1_024;
const text = Type.String({ maxLength: 2_000 });

const token = serviceOperation({
  id: 'requestAccessToken',
  method: 'post',
  path: '/schools/{school}/openid4vci/token',
  tag,
  summary: { ja: 'コードと番号をアクセストークンに換える', en: 'Take a code and its number for an access token' },
  source: `${specification}#section-6`,
  wire: 'oauth',
  body: {
    content: {
      'application/x-www-form-urlencoded': Type.Object(
        {
          grant_type: text,
          'pre-authorized_code': Type.Optional(text),
          tx_code: Type.Optional(Type.String({ maxLength: 100 })),
          client_id: Type.Optional(text),
          authorization_details: Type.Optional(text),
        },
        open,
      ),
    },
    bytesMax,
  },
  answers: {
    200: {
      description: 'The access token.',
      content: {
        'application/json': Type.Object(
          {
            access_token: Type.String(),
            token_type: Type.Literal('Bearer'),
            expires_in: Type.Integer(),
            authorization_details: Type.Optional(
              Type.Array(
                Type.Object(
                  {
                    type: Type.Literal('openid_credential'),
                    credential_configuration_id: Type.String(),
                    credential_identifiers: Type.Array(Type.String()),
                  },
                  closed,
                ),
              ),
            ),
          },
          closed,
        ),
      },
    },
  },
  handle: async ({ world }, { params, body }) => ({
    status: 200,
    body: await requestToken(world, params.school, body),
  }),
});

const nonce = serviceOperation({
  id: 'requestNonce',
  method: 'post',
  path: '/schools/{school}/openid4vci/nonce',
  tag,
  summary: { ja: 'nonce を取得する', en: 'Get a nonce for one proof' },
  source: `${specification}#section-7`,
  answers: {
    200: {
      description: 'A nonce; it counts once, for a short time.',
      content: { 'application/json': Type.Object({ c_nonce: Type.String() }, closed) },
    },
  },
  handle: async ({ world }, { params }) => ({
    status: 200,
    body: { c_nonce: (await world.perform(giveNonce, { school: params.school })).nonce },
  }),
});

const issued = Type.Object(
  {
    credentials: Type.Array(
      Type.Object({ credential: Type.Unsafe<string | object>({ type: ['string', 'object'] }) }, closed),
    ),
    notification_id: Type.Optional(Type.String()),
  },
  closed,
);
const deferred = Type.Object({ transaction_id: Type.String(), interval: Type.Integer({ minimum: 1 }) }, closed);

const handoverAnswers = {
  200: { description: 'The student ID, bound to the key.', content: { 'application/json': issued } },
  202: { description: 'Not yet: ask again after the interval.', content: { 'application/json': deferred } },
};

function replyOf(handover: Handover) {
  if (handover.type === 'deferred') {
    const interval = Math.max(1, Math.ceil(handover.intervalMs / 1_000));
    return { status: 202 as const, body: { transaction_id: handover.transaction, interval } };
  }
  const { secured, mediaType } = handover.bound;
  // Appendix A.1: a JWT stands as text, a credential with a Data Integrity proof as the object that it is.
  const credential = mediaType === 'text/plain' ? secured : (JSON.parse(secured) as object);
  const { notification } = handover;
  const body = { credentials: [{ credential }], ...(notification !== undefined && { notification_id: notification }) };
  return { status: 200 as const, body };
}

const credential = serviceOperation({
  id: 'requestCredential',
  method: 'post',
  path: '/schools/{school}/openid4vci/credential',
  tag,
  summary: {
    ja: '学生証を、ウォレットの鍵に結び付けて受け取る',
    en: 'Get the student ID, bound to the key that the request proves',
  },
  source: `${specification}#section-8`,
  wire: 'oauth',
  security: walletAccess,
  body: {
    content: {
      'application/json': Type.Object(
        {
          credential_configuration_id: Type.Optional(text),
          credential_identifier: Type.Optional(text),
          proofs: Type.Optional(Type.Record(Type.String({ maxLength: 100 }), Type.Unknown())),
          credential_response_encryption: Type.Optional(Type.Object({}, open)),
        },
        open,
      ),
    },
    bytesMax,
    refuse: (pointer, reason) => new ServiceError('openid4vci-request-invalid', { pointer, reason }),
  },
  answers: handoverAnswers,
  handle: async ({ world }, { body, principal }) => replyOf(await requestCredential(world, principal, body)),
});

const deferredCredential = serviceOperation({
  id: 'requestDeferredCredential',
  method: 'post',
  path: '/schools/{school}/openid4vci/deferred',
  tag,
  summary: { ja: '後で渡す学生証を受け取る', en: 'Get a student ID that was deferred' },
  source: `${specification}#section-9`,
  wire: 'oauth',
  security: walletAccess,
  body: {
    content: { 'application/json': Type.Object({ transaction_id: text }, open) },
    bytesMax,
    refuse: (pointer, reason) => new ServiceError('openid4vci-request-invalid', { pointer, reason }),
  },
  answers: handoverAnswers,
  handle: async ({ world }, { body, principal: { tokenHash } }) =>
    replyOf(outcomeOf(await world.perform(takeDeferred, { tokenHash, transaction: body.transaction_id }))),
});

const notification = serviceOperation({
  id: 'notifyIssuer',
  method: 'post',
  path: '/schools/{school}/openid4vci/notification',
  tag,
  summary: { ja: 'ウォレットが結果を知らせる', en: 'A wallet tells what became of a student ID' },
  source: `${specification}#section-11`,
  wire: 'oauth',
  security: walletAccess,
  body: {
    content: {
      'application/json': Type.Object(
        {
          notification_id: text,
          event: Type.Enum(['credential_accepted', 'credential_failure', 'credential_deleted']),
          event_description: Type.Optional(text),
        },
        open,
      ),
    },
    bytesMax,
    refuse: (pointer, reason) => new ServiceError('openid4vci-notification-invalid', { pointer, reason }),
  },
  answers: { 204: { description: 'It was noted.' } },
  async handle({ world }, { body, principal: { tokenHash } }) {
    await world.perform(notify, { tokenHash, notification: body.notification_id, event: body.event });
    return { status: 204 };
  },
});

export const issuanceOperations = [token, nonce, credential, deferredCredential, notification];

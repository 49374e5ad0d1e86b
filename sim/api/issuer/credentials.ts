import { Type } from 'typebox';
import {
  credentialsOf,
  reinstateCredential,
  reissueCredential,
  revokeCredential,
  suspendCredential,
} from '../../issuer/index.ts';
import { schoolToken } from '../security-schemes.ts';
import { serviceOperation } from '../service-context.ts';
import { address, closed, instant } from '../vocabulary.ts';

const bodyBytesMax = 65_536;
const tag = 'Credentials';

const listedMail = Type.Object(
  {
    message: Type.String(),
    kind: Type.String(),
    cause: Type.Enum(['issue', 'remind', 'reissue']),
    state: Type.String(),
    forwardPath: Type.String(),
    replyCode: Type.Optional(Type.Integer()),
    replyText: Type.Optional(Type.String()),
    reason: Type.Optional(Type.String()),
    reasonClass: Type.Optional(Type.String()),
    queuedAt: instant,
  },
  closed,
);

const listedCredential = Type.Object(
  {
    credential: Type.String(),
    studentNumber: Type.String(),
    period: Type.String(),
    state: Type.Enum(['issued', 'notified', 'claimed', 'unclaimed-expired', 'expired', 'revoked', 'superseded']),
    suspendedSince: Type.Optional(instant),
    issuedAt: instant,
    validUntil: instant,
    address: Type.String(),
    mails: Type.Array(listedMail),
  },
  closed,
);

/** The school's own words; nobody outside sees them. */
const reasoned = Type.Object({ reason: Type.String({ minLength: 1, maxLength: 500 }) }, closed);
const reasonBody = { content: { 'application/json': reasoned }, bytesMax: bodyBytesMax };

const suspension = Type.Object({ credential: Type.String(), isSuspended: Type.Boolean() }, closed);

export const listCredentials = serviceOperation({
  id: 'listCredentials',
  method: 'get',
  path: '/schools/{school}/credentials',
  tag,
  summary: { ja: '発行した学生証の一覧を見る', en: 'List the student IDs of the school' },
  security: schoolToken,
  query: Type.Object({
    studentNumber: Type.Optional(Type.String({ maxLength: 100, description: 'Those of one student.' })),
  }),
  answers: {
    200: {
      description: 'The oldest first.',
      content: { 'application/json': Type.Object({ credentials: Type.Array(listedCredential) }, closed) },
    },
  },
  handle: ({ world }, { params, query }) => ({
    status: 200,
    body: { credentials: credentialsOf(world, params.school, query.studentNumber) },
  }),
});

export const reissue = serviceOperation({
  id: 'reissueCredential',
  method: 'post',
  path: '/schools/{school}/credentials/{credential}/reissue',
  tag,
  summary: { ja: '再送・再発行する', en: 'Send or issue it again' },
  security: schoolToken,
  body: {
    content: {
      'application/json': Type.Object(
        { mode: Type.Enum(['resend', 'new-address', 'revoke-and-issue']), address: Type.Optional(address) },
        closed,
      ),
    },
    bytesMax: bodyBytesMax,
  },
  answers: {
    201: {
      description: 'The credential that stands now.',
      content: { 'application/json': Type.Object({ credential: Type.String() }, closed) },
    },
  },
  async handle({ world }, { params: { school, credential }, body }) {
    const asked = { school, credential, mode: body.mode, address: body.address ?? null };
    return { status: 201, body: await world.perform(reissueCredential, asked) };
  },
});

export const revoke = serviceOperation({
  id: 'revokeCredential',
  method: 'post',
  path: '/schools/{school}/credentials/{credential}/revoke',
  tag,
  summary: { ja: '失効させる', en: 'End it for good' },
  security: schoolToken,
  body: reasonBody,
  answers: {
    200: {
      description: 'It is revoked.',
      content: {
        'application/json': Type.Object({ credential: Type.String(), state: Type.Literal('revoked') }, closed),
      },
    },
  },
  handle: async ({ world }, { params: { school, credential }, body: { reason } }) => ({
    status: 200,
    body: await world.perform(revokeCredential, { school, credential, reason }),
  }),
});

export const suspend = serviceOperation({
  id: 'suspendCredential',
  method: 'post',
  path: '/schools/{school}/credentials/{credential}/suspend',
  tag,
  summary: { ja: '一時停止する', en: 'Suspend it' },
  security: schoolToken,
  body: reasonBody,
  answers: { 200: { description: 'It is suspended.', content: { 'application/json': suspension } } },
  handle: async ({ world }, { params: { school, credential }, body: { reason } }) => ({
    status: 200,
    body: await world.perform(suspendCredential, { school, credential, reason }),
  }),
});

export const reinstate = serviceOperation({
  id: 'reinstateCredential',
  method: 'post',
  path: '/schools/{school}/credentials/{credential}/reinstate',
  tag,
  summary: { ja: '一時停止を解く', en: 'End its suspension' },
  security: schoolToken,
  answers: { 200: { description: 'It is not suspended.', content: { 'application/json': suspension } } },
  handle: async ({ world }, { params: { school, credential } }) => ({
    status: 200,
    body: await world.perform(reinstateCredential, { school, credential }),
  }),
});

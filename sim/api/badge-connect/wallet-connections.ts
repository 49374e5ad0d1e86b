import { Type } from 'typebox';
import {
  connectionsOf,
  endConnection,
  finishConnection,
  startConnection,
  upsertCredential,
} from '../../badge-connect/index.ts';
import { ServiceError } from '../../errors/index.ts';
import { holdingOf } from '../../wallet/index.ts';
import { session } from '../security-schemes.ts';
import { serviceOperation } from '../service-context.ts';
import { connectionAnswer, connectionAnswers, newConnection } from './connection-schema.ts';

const tag = 'Connections';

export const startOfAccount = serviceOperation({
  id: 'startConnection',
  method: 'post',
  path: '/connections',
  tag,
  summary: { ja: 'ほかのバッジのサービスに接続する', en: 'Connect with another host of badges' },
  source: 'https://www.imsglobal.org/spec/ob/v3p0/#dynamic-registration',
  security: session,
  body: newConnection,
  answers: { 201: connectionAnswers.started },
  async handle({ world, outward }, { principal: { account }, body: { host } }) {
    return { status: 201, body: await startConnection(world, { outward }, { subject: `account/${account}`, host }) };
  },
});

/** The state is taken from who began the connection only: https://www.rfc-editor.org/rfc/rfc6749#section-10.12 */
export const finishOfAccount = serviceOperation({
  id: 'finishConnection',
  method: 'post',
  path: '/connections/answers',
  tag,
  summary: {
    ja: '接続先からの返事を渡し、接続を完了する',
    en: 'Finish a connection with what the host sent the browser back with',
  },
  source: 'https://www.imsglobal.org/spec/ob/v3p0/#acg-token-request',
  security: session,
  body: connectionAnswer,
  answers: { 200: connectionAnswers.finished },
  async handle({ world, outward }, { principal: { account }, body: answer }) {
    return { status: 200, body: await finishConnection(world, { outward }, { subject: `account/${account}`, answer }) };
  },
});

export const listOfAccount = serviceOperation({
  id: 'listConnections',
  method: 'get',
  path: '/connections',
  tag,
  summary: { ja: '接続の一覧を見る', en: 'List the connections' },
  security: session,
  answers: { 200: connectionAnswers.listed },
  handle: ({ world }, { principal: { account } }) => ({
    status: 200,
    body: { connections: [...connectionsOf(world, `account/${account}`)] },
  }),
});

export const pushOfAccount = serviceOperation({
  id: 'pushCredential',
  method: 'post',
  path: '/connections/{connection}/credentials',
  tag,
  summary: { ja: '受け取った証明書を接続先に送る', en: 'Send a received credential to the host' },
  source: 'https://www.imsglobal.org/spec/ob/v3p0/#upsertcredential',
  security: session,
  body: {
    content: {
      'application/json': Type.Object(
        { credential: Type.String({ minLength: 1, maxLength: 200 }) },
        { additionalProperties: false },
      ),
    },
    bytesMax: 4_096,
  },
  answers: { 200: connectionAnswers.pushed },
  async handle({ world, outward }, { principal: { account }, params: { connection }, body: { credential } }) {
    const held = holdingOf(world, credential);
    if (held?.account !== account) throw new ServiceError('not-found');
    const over = { subject: `account/${account}`, connection } as const;
    return { status: 200, body: await upsertCredential(world, { outward }, over, held) };
  },
});

export const endOfAccount = serviceOperation({
  id: 'endConnection',
  method: 'delete',
  path: '/connections/{connection}',
  tag,
  summary: { ja: '接続を終える', en: 'End a connection' },
  source: 'https://www.imsglobal.org/spec/ob/v3p0/#token-revocation',
  security: session,
  answers: { 200: connectionAnswers.ended },
  async handle({ world, outward }, { principal: { account }, params: { connection } }) {
    const over = { subject: `account/${account}`, connection } as const;
    return { status: 200, body: await endConnection(world, { outward }, over) };
  },
});

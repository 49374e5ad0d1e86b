import { Type } from 'typebox';
import {
  connectionsOf,
  endConnection,
  finishConnection,
  startConnection,
  upsertCredential,
} from '../../badge-connect/index.ts';
import { securedForHost } from '../../issuer/index.ts';
import { schoolToken } from '../security-schemes.ts';
import { serviceOperation } from '../service-context.ts';
import { connectionAnswer, connectionAnswers, newConnection } from './connection-schema.ts';

const tag = 'Connections';

export const startOfSchool = serviceOperation({
  id: 'startSchoolConnection',
  method: 'post',
  path: '/schools/{school}/connections',
  tag,
  summary: { ja: 'バッジのサービスに、学校として接続する', en: 'Connect a school with a host of badges' },
  source: 'https://www.imsglobal.org/spec/ob/v3p0/#dynamic-registration',
  security: schoolToken,
  body: newConnection,
  answers: { 201: connectionAnswers.started },
  async handle({ world, outward }, { params: { school }, body: { host } }) {
    return { status: 201, body: await startConnection(world, { outward }, { subject: `school/${school}`, host }) };
  },
});

/** The state is taken from who began the connection only: https://www.rfc-editor.org/rfc/rfc6749#section-10.12 */
export const finishOfSchool = serviceOperation({
  id: 'finishSchoolConnection',
  method: 'post',
  path: '/schools/{school}/connections/answers',
  tag,
  summary: {
    ja: '接続先からの返事を渡し、学校の接続を完了する',
    en: 'Finish a school’s connection with what the host sent the browser back with',
  },
  source: 'https://www.imsglobal.org/spec/ob/v3p0/#acg-token-request',
  security: schoolToken,
  body: connectionAnswer,
  answers: { 200: connectionAnswers.finished },
  async handle({ world, outward }, { params: { school }, body: answer }) {
    return { status: 200, body: await finishConnection(world, { outward }, { subject: `school/${school}`, answer }) };
  },
});

export const listOfSchool = serviceOperation({
  id: 'listSchoolConnections',
  method: 'get',
  path: '/schools/{school}/connections',
  tag,
  summary: { ja: '学校の接続の一覧を見る', en: 'List the connections of a school' },
  security: schoolToken,
  answers: { 200: connectionAnswers.listed },
  handle: ({ world }, { params: { school } }) => ({
    status: 200,
    body: { connections: [...connectionsOf(world, `school/${school}`)] },
  }),
});

export const pushOfSchool = serviceOperation({
  id: 'pushSchoolCredential',
  method: 'post',
  path: '/schools/{school}/credentials/{credential}/push',
  tag,
  summary: { ja: '発行した証明書を、接続先に送る', en: 'Send an issued credential to a host' },
  source: 'https://www.imsglobal.org/spec/ob/v3p0/#upsertcredential',
  security: schoolToken,
  body: {
    content: {
      'application/json': Type.Object(
        { connection: Type.String({ minLength: 1, maxLength: 200 }) },
        { additionalProperties: false },
      ),
    },
    bytesMax: 4_096,
  },
  answers: { 200: connectionAnswers.pushed },
  async handle({ world, outward }, { params: { school, credential }, body: { connection } }) {
    const { secured } = securedForHost(world, school, credential);
    const over = { subject: `school/${school}`, connection } as const;
    return { status: 200, body: await upsertCredential(world, { outward }, over, { credential, secured }) };
  },
});

export const endOfSchool = serviceOperation({
  id: 'endSchoolConnection',
  method: 'delete',
  path: '/schools/{school}/connections/{connection}',
  tag,
  summary: { ja: '学校の接続を終える', en: 'End a connection of a school' },
  source: 'https://www.imsglobal.org/spec/ob/v3p0/#token-revocation',
  security: schoolToken,
  answers: { 200: connectionAnswers.ended },
  async handle({ world, outward }, { params: { school, connection } }) {
    const over = { subject: `school/${school}`, connection } as const;
    return { status: 200, body: await endConnection(world, { outward }, over) };
  },
});

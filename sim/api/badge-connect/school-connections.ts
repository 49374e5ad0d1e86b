import { Type } from 'typebox';
import { connectionsOf, endConnection, startConnection, upsertCredential } from '../../badge-connect/index.ts';
import { securedForHost } from '../../issuer/index.ts';
import { schoolToken } from '../security-schemes.ts';
import { serviceOperation } from '../service-context.ts';
import { connectionAnswers, newConnection } from './connection-schema.ts';

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

import { Type } from 'typebox';
import { grantsOf, withdrawGrant } from '../../oauth/index.ts';
import { session } from '../security-schemes.ts';
import { serviceOperation } from '../service-context.ts';

const tag = 'OAuth 2.0';

const grant = Type.Object(
  {
    grant: Type.String(),
    client: Type.String(),
    clientName: Type.String(),
    clientUri: Type.String(),
    scopes: Type.Array(Type.String()),
    grantedAt: Type.String({ format: 'date-time' }),
  },
  { additionalProperties: false },
);

export const listGrants = serviceOperation({
  id: 'listGrants',
  method: 'get',
  path: '/oauth/grants',
  tag,
  summary: { ja: 'アクセスを許可したサービスを見る', en: 'The services that have access' },
  security: session,
  answers: {
    200: {
      description: 'What the student allowed and has not taken back.',
      content: {
        'application/json': Type.Object({ grants: Type.Array(grant) }, { additionalProperties: false }),
      },
    },
  },
  handle: ({ world }, { principal }) => ({
    status: 200,
    body: { grants: grantsOf(world, principal.account).map((one) => ({ ...one, scopes: [...one.scopes] })) },
  }),
});

export const endGrant = serviceOperation({
  id: 'withdrawGrant',
  method: 'delete',
  path: '/oauth/grants/{grant}',
  tag,
  summary: { ja: 'アクセスの許可を取り消す', en: 'Take the access of a service back' },
  security: session,
  answers: { 204: { description: 'Every token of it opens nothing any more.' } },
  async handle({ world }, { principal, params }) {
    await withdrawGrant(world, principal.account, params.grant);
    return { status: 204 };
  },
});

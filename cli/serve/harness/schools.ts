import { Type } from 'typebox';
import { addSchool } from '#sim/issuer';
import { securingMechanisms } from '#sim/proof';
import { schoolAddress, schoolAddresses } from '../world-address.ts';
import { harnessOperation, harnessToken } from './harness-context.ts';

const text = Type.String({ minLength: 1, maxLength: 100 });

const school = Type.Object(
  { slug: Type.String(), url: Type.String(), token: Type.String() },
  { additionalProperties: false },
);

const listSchools = harnessOperation({
  id: 'listSchools',
  method: 'get',
  path: '/todoku/v1/schools',
  tag: 'Schools',
  summary: { ja: '学校の一覧（API のトークンも）', en: 'The schools, with the token of each for the issuer API' },
  security: harnessToken,
  answers: {
    200: {
      description: 'All of them.',
      content: {
        'application/json': Type.Object({ schools: Type.Array(school) }, { additionalProperties: false }),
      },
    },
  },
  handle: ({ world }) => ({ status: 200, body: { schools: schoolAddresses(world) } }),
});

const openSchool = harnessOperation({
  id: 'openSchool',
  method: 'post',
  path: '/todoku/v1/schools',
  tag: 'Schools',
  summary: { ja: '学校を作る', en: 'Lets a school issue' },
  security: harnessToken,
  body: {
    content: {
      'application/json': Type.Object(
        {
          slug: Type.String({ minLength: 1, maxLength: 63 }),
          name: Type.Object({ ja: text, en: text }, { additionalProperties: false }),
          url: Type.Optional(Type.String({ maxLength: 500 })),
          email: Type.Optional(Type.String({ maxLength: 254 })),
          mechanism: Type.Optional(Type.Enum([...securingMechanisms])),
        },
        { additionalProperties: false },
      ),
    },
    bytesMax: 8_192,
  },
  answers: { 201: { description: 'The school and its token.', content: { 'application/json': school } } },
  async handle({ world }, { body }) {
    await world.perform(addSchool, body);
    return { status: 201, body: schoolAddress(world, body.slug) };
  },
});

export const schoolOperations = [listSchools, openSchool];

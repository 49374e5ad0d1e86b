import { Type } from 'typebox';
import { profileOf, putProfile } from '../../host/index.ts';
import type { World } from '../../kernel/index.ts';
import { accountOf, confirmedAddresses } from '../../wallet/index.ts';
import { oauthAccess } from '../oauth/index.ts';
import { Written } from '../operation/index.ts';
import { serviceOperation } from '../service-context.ts';
import { apiBase } from './api-base.ts';

const tag = 'Open Badges 3.0';
const path = `${apiBase}/profile` as const;

const text = Type.Optional(Type.String({ maxLength: 10_000 }));

/** https://www.imsglobal.org/spec/ob/v3p0/#profile : open, as extensions are to be kept. */
const profile = Type.Object({
  id: Type.String({ minLength: 1, maxLength: 2_000 }),
  type: Type.Array(Type.String(), { minItems: 1, maxItems: 20, contains: Type.Literal('Profile') }),
  name: text,
  url: text,
  phone: text,
  description: text,
  endorsement: Type.Optional(Type.Array(Type.Object({}))),
  endorsementJwt: Type.Optional(Type.Array(Type.String())),
  image: Type.Optional(Type.Object({ id: Type.String(), type: Type.Literal('Image'), caption: text })),
  email: text,
  address: Type.Optional(Type.Object({})),
  otherIdentifier: Type.Optional(Type.Array(Type.Object({}))),
  official: text,
  parentOrg: Type.Optional(Type.Object({})),
  familyName: text,
  givenName: text,
  additionalName: text,
  patronymicName: text,
  honorificPrefix: text,
  honorificSuffix: text,
  familyNamePrefix: text,
  dateOfBirth: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\d$' })),
});

const shown = { 'application/json': profile };

export const getProfile = serviceOperation({
  id: 'getProfile',
  method: 'get',
  path,
  tag,
  summary: { ja: 'プロフィールを受け取る', en: 'Get the profile' },
  source: 'https://www.imsglobal.org/spec/ob/v3p0/#getprofile',
  wire: 'imsx',
  security: oauthAccess('profile.readonly'),
  answers: { 200: { description: 'As it was put, or what the wallet knows of the student.', content: shown } },
  handle({ world }, { principal: { subject } }) {
    const put = profileOf(world, subject);
    return { status: 200, body: put === undefined ? ownProfile(world, subject) : new Written(put) };
  },
});

export const changeProfile = serviceOperation({
  id: 'putProfile',
  method: 'put',
  path,
  tag,
  summary: { ja: 'プロフィールを置き換える', en: 'Replace the profile' },
  source: 'https://www.imsglobal.org/spec/ob/v3p0/#putprofile',
  wire: 'imsx',
  security: oauthAccess('profile.update'),
  body: { content: shown, bytesMax: 65_536 },
  answers: { 200: { description: 'As it was put.', content: shown } },
  async handle({ world }, { principal: { subject }, bytes }) {
    await putProfile(world, subject, Buffer.from(bytes).toString('utf8'));
    return { status: 200, body: new Written(bytes) };
  },
});

function ownProfile(world: World, account: string) {
  const [email] = confirmedAddresses(world, account);
  return {
    id: `${world.origins.wallet}/profiles/${account}`,
    type: ['Profile'],
    name: accountOf(world, account).name,
    ...(email !== undefined && { email }),
  };
}

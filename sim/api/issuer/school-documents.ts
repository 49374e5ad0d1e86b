import { Type } from 'typebox';
import {
  facultiesOf,
  schoolAchievement,
  schoolDidDocument,
  schoolJwk,
  schoolJwkSet,
  schoolOf,
  schoolProfile,
} from '../../issuer/index.ts';
import { pageReply } from '../operation/index.ts';
import { serviceOperation } from '../service-context.ts';
import { achievementPage } from './achievement-page.ts';
import {
  achievementAnswer,
  didDocumentAnswer,
  jwkAnswer,
  jwkSetAnswer,
  profileAnswer,
} from './school-document-answers.ts';
import { schoolPage } from './school-page.ts';

const tag = 'Schools';
const guide = 'https://www.imsglobal.org/spec/ob/v3p0/impl/';

export const readSchool = serviceOperation({
  id: 'getSchool',
  method: 'get',
  path: '/schools/{school}',
  tag,
  summary: { ja: '学校を見る', en: 'See a school' },
  source: `${guide}#quick-start`,
  wire: 'page-or-problem',
  answers: {
    200: {
      description: 'Its Profile with its keys; a page for a browser.',
      content: {
        'application/json': profileAnswer,
        'application/ld+json': profileAnswer,
        'text/html': Type.String(),
      },
    },
  },
  handle({ world }, { params: { school: slug }, language, prefers }) {
    const mediaType = prefers('application/json', 'application/ld+json', 'text/html');
    if (mediaType !== 'text/html') return { status: 200, mediaType, body: schoolProfile(world, slug) };
    const school = schoolOf(world, slug);
    const { keys } = schoolJwkSet(world, slug);
    return pageReply(schoolPage(language, { school, keys, faculties: facultiesOf(world, slug) }));
  },
});

export const readAchievement = serviceOperation({
  id: 'getAchievement',
  method: 'get',
  path: '/schools/{school}/achievements/student-id',
  tag,
  summary: { ja: '学生証が証明する内容を見る', en: 'See what a student ID attests' },
  source: `${guide}#quick-start`,
  wire: 'page-or-problem',
  query: Type.Object({
    faculty: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 500,
        description: 'Of its members alone; of the whole school when absent.',
      }),
    ),
  }),
  answers: {
    200: {
      description: 'The Achievement that credentials name; a page for a browser.',
      content: {
        'application/ld+json': achievementAnswer,
        'application/json': achievementAnswer,
        'text/html': Type.String(),
      },
    },
  },
  handle({ world }, { params, query: { faculty = null }, language, prefers }) {
    const achievement = schoolAchievement(world, params.school, faculty);
    const mediaType = prefers('application/ld+json', 'application/json', 'text/html');
    if (mediaType !== 'text/html') return { status: 200, mediaType, body: achievement };
    return pageReply(achievementPage(language, { achievement, school: schoolOf(world, params.school) }));
  },
});

export const readDidDocument = serviceOperation({
  id: 'getDidDocument',
  method: 'get',
  path: '/schools/{school}/did.json',
  tag,
  summary: { ja: '学校の DID 文書を読む', en: 'Read the DID document of a school' },
  source: 'https://w3c-ccg.github.io/did-method-web/#read-resolve',
  answers: {
    // https://www.w3.org/TR/did-core/#application-did-json
    200: { description: 'The school as did:web.', content: { 'application/did+json': didDocumentAnswer } },
  },
  handle: ({ world }, { params }) => ({ status: 200, body: schoolDidDocument(world, params.school) }),
});

export const readKeys = serviceOperation({
  id: 'getKeys',
  method: 'get',
  path: '/schools/{school}/jwks',
  tag,
  summary: { ja: '学校の公開鍵の一覧を読む', en: 'Read the public keys of a school' },
  source: 'https://www.rfc-editor.org/rfc/rfc7517#section-5',
  answers: {
    // https://www.rfc-editor.org/rfc/rfc7517#section-8.5.2
    200: { description: 'The newest first.', content: { 'application/jwk-set+json': jwkSetAnswer } },
  },
  handle: ({ world }, { params }) => ({ status: 200, body: schoolJwkSet(world, params.school) }),
});

export const readKey = serviceOperation({
  id: 'getKey',
  method: 'get',
  path: '/schools/{school}/keys/{key}',
  tag,
  summary: { ja: '公開鍵を一つ読む', en: 'Read one public key' },
  source: 'https://www.imsglobal.org/spec/ob/v3p0/#jwt-proof',
  answers: {
    // https://www.rfc-editor.org/rfc/rfc7517#section-8.5.1 ; one bare JWK is what `kid` dereferences to (OB 3.0 §8.2.2).
    200: { description: 'The key.', content: { 'application/jwk+json': jwkAnswer } },
  },
  handle: ({ world }, { params: { school, key } }) => ({ status: 200, body: schoolJwk(world, school, key) }),
});

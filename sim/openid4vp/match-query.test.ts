import { expect, it } from 'vitest';
import { type Candidate, isAnswered } from './match-query.ts';
import { namedQueries, readQuery } from './presentation-query.ts';

const candidate: Candidate = {
  format: 'jwt_vc_json',
  credential: { credentialSubject: { identifier: [], achievement: { achievementType: 'Membership' } } },
  types: [
    'https://www.w3.org/2018/credentials#VerifiableCredential',
    'https://purl.imsglobal.org/spec/vc/ob/vocab.html#OpenBadgeCredential',
  ],
  isBound: false,
};

it.each([
  [true, { 'student-id-jwt': [candidate] }],
  [false, {}],
  [false, { other: [candidate] }],
  [false, { constructor: [candidate] }],
  [false, { 'student-id-jwt': [] }],
  [false, { 'student-id-jwt': [candidate, candidate] }],
  [false, { 'student-id-ldp': [candidate] }],
  [false, { 'student-id-jwt': [candidate], 'student-id-ldp': [candidate] }],
  [false, { 'student-id-jwt': [{ ...candidate, types: [] }] }],
  [false, { 'student-id-jwt': [{ ...candidate, credential: {} }] }],
])('a query is answered (%s) by %o', (answered, presented) => {
  expect(isAnswered(readQuery(namedQueries['student-id']), presented)).toBe(answered);
});

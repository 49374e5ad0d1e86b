import { describe, expect, it } from 'vitest';
import { ServiceError } from '../errors/index.ts';
import { namedQueries, readQuery } from './presentation-query.ts';

const credential = { id: 'a', format: 'jwt_vc_json', meta: { type_values: [['VerifiableCredential']] } };

function codeOf(query: unknown): string {
  try {
    readQuery(query);
    return 'read';
  } catch (error) {
    if (error instanceof ServiceError) return error.code;
    throw error;
  }
}

describe('a query', () => {
  it('is DCQL of a form that is verified here', () => {
    expect(codeOf(namedQueries['student-id'])).toBe('read');
    expect(codeOf({ credentials: [credential] })).toBe('read');
  });

  it.each([
    ['nothing', undefined],
    ['a text', 'credentials'],
    ['no credentials', { credentials: [] }],
    ['an id with a space', { credentials: [{ ...credential, id: 'a b' }] }],
    ['two of one id', { credentials: [credential, credential] }],
    ['an id that pollutes', { credentials: [{ ...credential, id: '__proto__' }] }],
    ['no types', { credentials: [{ ...credential, meta: {} }] }],
    [
      'a format that is not verified here',
      { credentials: [{ id: 'a', format: 'dc+sd-jwt', meta: { vct_values: ['x'] } }] },
    ],
    ['a set of what is not there', { credentials: [credential], credential_sets: [{ options: [['b']] }] }],
    ['too many', { credentials: Array.from({ length: 9 }, (_, n) => ({ ...credential, id: `c${n}` })) }],
    [
      'too many claims',
      { credentials: [{ ...credential, claims: Array.from({ length: 33 }, (_, n) => ({ path: [`c${n}`] })) }] },
    ],
    ['too much', { credentials: [{ ...credential, claims: [{ path: ['x'.repeat(20_000)] }] }] }],
  ])('is refused with %s', (_what, query) => {
    expect(codeOf(query)).toBe('presentation-query-unfit');
  });
});

import { describe, expect, it } from 'vitest';
import { type ApiAnswer, wrongWith } from './api-answer.ts';
import type { Operation } from './api-document.ts';
import type { ApiRequest } from './api-request.ts';
import { markup } from './hostile-text.ts';

const problem = { type: 'object', required: ['code', 'title'], properties: { code: { type: 'string' } } };
const operations: readonly Operation[] = [
  {
    service: 'wallet',
    id: 'read',
    method: 'GET',
    path: '/things/{thing}',
    scheme: undefined,
    query: [],
    body: undefined,
    answers: {
      200: { content: { 'application/json': { schema: { type: 'object', required: ['thing'] } } } },
      default: { content: { 'application/problem+json': { schema: problem } } },
    },
  },
];
const asked: ApiRequest = {
  service: 'wallet',
  method: 'GET',
  path: '/things/1?x=y',
  headers: { 'accept-language': 'en' },
  body: undefined,
};
const quiet = { commands: [], isFaulty: false };

function answer(status: number, mediaType: string, body: unknown, language = 'en'): ApiAnswer {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return { status, headers: { 'content-type': mediaType, 'content-language': language }, body: Buffer.from(text) };
}

const refusal = answer(404, 'application/problem+json', { code: 'not-found', title: 'There is no such thing' });
const good = answer(200, 'application/json', { thing: '1' });

describe('what the fuzzer looks for in an answer', () => {
  it('is not there in an answer that is as the document says', () => {
    expect(wrongWith(operations, asked, good, quiet)).toBeUndefined();
  });

  it.each([
    ['a status that no document says', answer(201, 'application/json', {}), 'does not say that it answers 201'],
    ['a body that is not as the schema says', answer(200, 'application/json', {}), 'thing'],
    ['another media type', answer(200, 'text/html', '<p>'), 'text/html, not application/json'],
    ['an error in another form', answer(404, 'application/json', {}), 'not application/problem+json'],
    [
      'an error in another language',
      { ...refusal, headers: { ...refusal.headers, 'content-language': 'ja' } },
      'in ja',
    ],
    ['an error whose title is another', refusal, 'the title'],
    ['a failure', answer(500, 'text/html', 'oh'), 'answers 500'],
    ['a failure that no fault explains', answer(503, 'application/problem+json', {}), 'answers 503'],
    ['markup', answer(404, 'text/html', `<p>${markup}</p>`), 'markup'],
  ])('is found in %s', (_what, given, wrong) => {
    expect(wrongWith(operations, asked, given, quiet)).toContain(wrong);
  });

  it('is found in what a refusal or a reading leaves behind', () => {
    const doings = { commands: ['wallet.register'], isFaulty: false };
    expect(wrongWith(operations, asked, refusal, doings)).toBe('refused, it did wallet.register');
    expect(wrongWith(operations, asked, good, doings)).toBe('a GET did wallet.register');
    expect(wrongWith(operations, asked, good, { commands: ['wallet.seeDevice'], isFaulty: false })).toBeUndefined();
  });
});

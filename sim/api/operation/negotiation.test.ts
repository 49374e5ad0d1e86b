import { Type } from 'typebox';
import { describe, expect, it } from 'vitest';
import { ServiceError } from '../../errors/index.ts';
import { inProcessFetch } from '../in-process-fetch.ts';
import { bytes, createApplication, html, operationOf, pageReply, type Service } from './index.ts';

const operation = operationOf<undefined>();
const summary = { ja: '窓口を見る', en: 'See the desk' };
const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';

const show = operation({
  id: 'show',
  method: 'get',
  path: '/desks/{desk}',
  tag: 'Desks',
  summary,
  wire: 'page-or-problem',
  answers: {
    200: {
      description: 'The desk.',
      content: {
        'application/json': Type.Object({ desk: Type.String() }),
        'application/ld+json': Type.Object({ desk: Type.String() }),
        'text/html': Type.String(),
      },
    },
  },
  handle(_context, { params: { desk }, prefers, language }) {
    if (desk === 'none') throw new ServiceError('not-found');
    const mediaType = prefers('application/json', 'application/ld+json', 'text/html');
    if (mediaType !== 'text/html') return { status: 200, mediaType, body: { desk } };
    return pageReply({ language, title: desk, description: desk, url: desk, main: html`<h1>${desk}</h1>` });
  },
});

const count = operation({
  id: 'count',
  method: 'post',
  path: '/desks/{desk}/bytes',
  tag: 'Desks',
  summary,
  body: { content: { 'text/csv': bytes, '*/*': bytes }, bytesMax: 10, optional: true },
  answers: {
    200: { description: 'The same.', content: { 'application/octet-stream': bytes } },
    204: { description: 'None came.' },
  },
  handle: (_context, { body }) => (body === undefined ? { status: 204 } : { status: 200, body }),
});

const named = operation({
  id: 'named',
  method: 'post',
  path: '/desks/new',
  tag: 'Desks',
  summary,
  answers: { 204: { description: 'Made.' } },
  handle: () => ({ status: 204 }),
});

const service: Service<undefined> = { name: 'desk', operations: [show, count, named], wire: 'problem' };
const fetch = inProcessFetch({ 'https://desk.test': createApplication(service, undefined) });
const ask = (path: string, accept?: string, language = 'en') =>
  fetch(`https://desk.test${path}`, {
    headers: { 'accept-language': language, ...(accept !== undefined && { accept }) },
  });

describe('content negotiation', () => {
  it.each([
    [undefined, 'application/json; charset=utf-8'],
    ['*/*', 'application/json; charset=utf-8'],
    ['image/png', 'application/json; charset=utf-8'],
    ['application/ld+json', 'application/ld+json; charset=utf-8'],
    ['application/json;q=0.5, text/html', 'text/html; charset=utf-8'],
    ['application/json, text/html;q=0.5', 'application/json; charset=utf-8'],
    [browser, 'text/html; charset=utf-8'],
  ])('gives %s %s', async (accept, type) => {
    expect((await ask('/desks/a', accept)).headers['content-type']).toBe(type);
  });

  it.each([
    [undefined, 'application/problem+json; charset=utf-8'],
    ['application/ld+json', 'application/problem+json; charset=utf-8'],
    [browser, 'text/html; charset=utf-8'],
  ])('writes an error for %s as %s', async (accept, type) => {
    const answer = await ask('/desks/none', accept);
    expect([answer.status, answer.headers['content-type']]).toEqual([404, type]);
  });

  it('tells a person what was asked for, beside what happened', async () => {
    const page = (await ask('/desks/none', browser)).body.toString();
    expect(page).toContain('<p class="about">See the desk</p>');
    expect((await ask('/desks/none', browser, 'ja')).body.toString()).toContain('<p class="about">窓口を見る</p>');
  });

  it('says what chose a page', async () => {
    const { headers } = await ask('/desks/a', browser);
    expect(headers).toMatchObject({ vary: 'Accept, Accept-Language', 'content-language': 'en' });
  });
});

describe('a page', () => {
  it('escapes what is in it, in its text and in what a shared link shows', async () => {
    const page = (await ask(`/desks/${encodeURIComponent('"><script>&\'')}`, browser)).body.toString();
    const escaped = '&quot;&gt;&lt;script&gt;&amp;&#39;';
    for (const text of [
      `<h1>${escaped}</h1>`,
      `<title>${escaped} – todoku</title>`,
      `<meta name="description" content="${escaped}">`,
      `<meta property="og:url" content="${escaped}">`,
    ]) {
      expect(page).toContain(text);
    }
    expect(page).not.toContain('<script');
  });
});

describe('bytes', () => {
  const send = (type: string, body?: Uint8Array) =>
    fetch('https://desk.test/desks/a/bytes', {
      method: 'POST',
      ...(body !== undefined && { body, headers: { 'content-type': type } }),
    });

  it.each(['text/csv', 'text/csv; charset=shift_jis', 'application/json', 'image/png'])(
    'come and go as they are, as %s',
    async (type) => {
      const given = Uint8Array.from([0x82, 0xa0, 0x00, 0xff, 0x7b]);
      const answer = await send(type, given);
      expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/octet-stream']);
      expect(Uint8Array.from(answer.body)).toEqual(given);
    },
  );

  it('are none when none came, and refused when there are too many', async () => {
    expect((await send('text/csv')).status).toBe(204);
    expect((await send('text/csv', new Uint8Array(11))).json()).toMatchObject({ code: 'body-too-large' });
  });
});

describe('a concrete path', () => {
  it('is matched before a templated one, and says which methods it takes', async () => {
    const post = await fetch('https://desk.test/desks/new', { method: 'POST' });
    const put = await fetch('https://desk.test/desks/new', { method: 'PUT' });
    expect([post.status, put.status, put.headers.allow]).toEqual([204, 405, 'POST']);
  });
});

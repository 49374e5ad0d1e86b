import { Type } from 'typebox';
import { describe, expect, it } from 'vitest';
import { ServiceError } from '../../errors/index.ts';
import { inProcessFetch } from '../in-process-fetch.ts';
import { createApplication, openApiOf, operationOf, type SecurityScheme, type Service, type Wire } from './index.ts';

interface Shop {
  readonly password: string;
  readonly sold: string[];
}

const keeper: SecurityScheme<Shop, string> = {
  name: 'keeper',
  document: { type: 'http', scheme: 'bearer' },
  authenticate({ password }, { header }) {
    if (header('authorization') !== `Bearer ${password}`) throw new ServiceError('unauthorized');
    return 'Hanako';
  },
};

const shopOperation = operationOf<Shop>();
const summary = { ja: '見本', en: 'A sample' };

const sell = shopOperation({
  id: 'sell',
  method: 'post',
  path: '/shops/{shop}/sales',
  tag: 'Sales',
  summary,
  security: keeper,
  query: Type.Object({ dry: Type.Optional(Type.Enum(['yes'])) }, { additionalProperties: false }),
  body: {
    content: {
      'application/json': Type.Object({ what: Type.String({ maxLength: 5 }) }, { additionalProperties: false }),
      'text/plain': Type.String({ minLength: 1 }),
    },
    bytesMax: 100,
  },
  answers: {
    201: {
      description: 'Sold.',
      content: { 'application/json': Type.Object({ by: Type.String(), what: Type.String() }) },
    },
  },
  handle({ sold }, { params, body, query, principal, mediaType }) {
    const what = typeof body === 'string' ? body : body.what;
    if (query.dry === undefined) sold.push(`${params.shop}: ${what} (${mediaType})`);
    return { status: 201, body: { by: principal, what } };
  },
});

const show = shopOperation({
  id: 'show',
  method: 'get',
  path: '/shops/{shop}',
  tag: 'Shops',
  summary,
  answers: {
    200: {
      description: 'The shop.',
      content: { 'application/json': Type.Object({ shop: Type.String() }), 'text/html': Type.String() },
    },
  },
  handle(_shop, { params, accepts }) {
    if (accepts('application/json', 'text/html') === 'text/html') {
      return { status: 200, mediaType: 'text/html', body: `<p>${params.shop}</p>` };
    }
    return { status: 200, body: { shop: params.shop } };
  },
});

const clear = shopOperation({
  id: 'clear',
  method: 'delete',
  path: '/shops/{shop}',
  tag: 'Shops',
  summary,
  answers: { 204: { description: 'Gone.' } },
  handle: () => ({ status: 204 }),
});

const till = shopOperation({
  id: 'openTill',
  method: 'post',
  path: '/tills/{till}',
  tag: 'Shops',
  summary,
  wire: 'oauth',
  answers: { 204: { description: 'It is open.' } },
  handle: () => ({ status: 204 }),
});

const inUtf16 = { 'content-type': 'application/json; charset=utf-16' };

function open(wire: Wire = 'problem', before?: () => void) {
  const shop: Shop = { password: 'sesame', sold: [] };
  const service: Service<Shop> = { name: 'shop', operations: [sell, show, clear, till], wire };
  const fetch = inProcessFetch({ 'https://shop.test': createApplication(service, shop, before) });
  const ask = (method: string, path: string, headers = {}, body?: string) =>
    fetch(`https://shop.test${path}`, { method, headers, ...(body !== undefined && { body }) });
  const selling = { authorization: 'Bearer sesame', 'content-type': 'application/json' };
  return {
    shop,
    service,
    ask,
    sale: (body: string, more = {}) => ask('POST', '/shops/a/sales', { ...selling, ...more }, body),
  };
}

describe('an operation', () => {
  it('is given what its schemas say, and answers as it says', async () => {
    const { sale, shop } = open();
    const answer = await sale('{"what":"pen"}');
    expect([answer.status, answer.json()]).toEqual([201, { by: 'Hanako', what: 'pen' }]);
    expect(shop.sold).toEqual(['a: pen (application/json)']);
  });

  it('reads each of its media types', async () => {
    const { sale, shop } = open();
    await sale('book', { 'content-type': 'text/plain; charset=utf-8' });
    expect(shop.sold).toEqual(['a: book (text/plain)']);
  });

  it.each([
    ['a member of another type', '{"what":1}', {}, 400, 'request-invalid', '/what'],
    ['a member too many', '{"what":"pen","__proto__":{"polluted":true}}', {}, 400, 'request-invalid', '/__proto__'],
    ['no member', '{}', {}, 400, 'request-invalid', '/what'],
    ['no JSON', '{', {}, 400, 'request-invalid', '/'],
    ['too many bytes', `{"what":"${'x'.repeat(200)}"}`, {}, 413, 'body-too-large', undefined],
    [
      'another media type',
      '{"what":"pen"}',
      { 'content-type': 'application/xml' },
      415,
      'media-type-unsupported',
      undefined,
    ],
    ['JSON that is no UTF-8', '{"what":"pen"}', inUtf16, 415, 'media-type-unsupported', undefined],
    ['no media type', '{"what":"pen"}', { 'content-type': '' }, 415, 'media-type-unsupported', undefined],
  ])('refuses %s', async (_what, body, headers, status, code, pointer) => {
    const { sale, shop } = open();
    const answer = await sale(body, headers);
    expect(answer.status).toBe(status);
    expect(answer.json()).toMatchObject({ code, params: pointer === undefined ? {} : { pointer } });
    expect(shop.sold).toEqual([]);
  });

  it('says nothing about a body to who may not send one', async () => {
    const { ask } = open();
    const answer = await ask('POST', '/shops/a/sales', { 'content-type': 'application/json' }, '{');
    expect(answer.status).toBe(401);
    expect(answer.headers['www-authenticate']).toBe('Bearer realm="todoku"');
  });

  it('names the parameter of a query that is not right', async () => {
    const { ask } = open();
    const headers = { authorization: 'Bearer sesame', 'content-type': 'application/json' };
    const answer = await ask('POST', '/shops/a/sales?dry=no', headers, '{"what":"pen"}');
    expect(answer.json()).toMatchObject({ code: 'query-invalid', params: { name: 'dry' } });
    const twice = await ask('POST', '/shops/a/sales?dry=yes&dry=yes', headers, '{"what":"pen"}');
    expect(twice.status).toBe(400);
  });

  it('negotiates its form', async () => {
    const { ask } = open();
    const page = await ask('GET', '/shops/a', { accept: 'text/html,*/*;q=0.1' });
    expect([page.headers['content-type'], page.body.toString()]).toEqual(['text/html; charset=utf-8', '<p>a</p>']);
    expect((await ask('GET', '/shops/a')).json()).toEqual({ shop: 'a' });
    const none = await ask('GET', '/shops/a', { accept: 'image/png' });
    expect(none.json()).toMatchObject({ status: 406, code: 'not-acceptable' });
  });

  it('answers without a body when it has none', async () => {
    const answer = await open().ask('DELETE', '/shops/a');
    expect([answer.status, answer.body.length]).toEqual([204, 0]);
  });
});

describe('a service', () => {
  it('says which methods a path takes', async () => {
    const answer = await open().ask('PUT', '/shops/a');
    expect([answer.status, answer.headers.allow]).toEqual([405, 'DELETE, GET, HEAD']);
    expect(answer.json()).toMatchObject({ code: 'method-not-allowed' });
  });

  it('writes the error of an unknown path in its own form, in the language of the reader', async () => {
    const english = { 'accept-language': 'en' };
    const problem = await open().ask('GET', '/nowhere', english);
    expect([problem.status, problem.headers['content-type']]).toEqual([404, 'application/problem+json; charset=utf-8']);
    const imsx = (await open('imsx').ask('GET', '/nowhere', english)).json();
    expect(imsx).toMatchObject({
      imsx_codeMajor: 'failure',
      imsx_codeMinor: { imsx_codeMinorField: [{ imsx_codeMinorFieldValue: 'not_found' }] },
    });
    expect((await open('oauth').ask('GET', '/nowhere')).json()).toMatchObject({ error: 'invalid_request' });
    const page = await open('page').ask('GET', '/nowhere');
    expect(page.headers['content-language']).toBe('ja');
    expect(page.body.toString()).toContain('<h1>見つかりません</h1>');
  });

  it('writes every error of a path in the form of the operation that it means', async () => {
    const down = open('problem', () => {
      throw new ServiceError('service-unavailable');
    });
    const refused = await down.ask('POST', '/tills/a');
    expect([refused.status, refused.json()]).toMatchObject([503, { error: expect.any(String) }]);
    expect((await down.ask('POST', '/shops/a')).json()).toMatchObject({ code: 'service-unavailable' });
    const broken = await open().ask('POST', '/tills/%ff');
    expect([broken.status, broken.json()]).toMatchObject([400, { error: 'invalid_request' }]);
    const other = await open().ask('PUT', '/tills/a');
    expect([other.status, other.json()]).toMatchObject([405, { error: expect.any(String) }]);
  });

  it('keeps nothing in caches and tells no other site where it was', async () => {
    const { headers } = await open().ask('GET', '/shops/a');
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
  });

  it('is described by the schemas that it checks', () => {
    const document = openApiOf(open().service, {
      title: 'Shop',
      version: '1',
      description: 'A shop.',
      server: 'https://shop.test',
      language: 'en',
    });
    const operation = document.paths['/shops/{shop}/sales']?.post;
    expect(operation).toMatchObject({
      operationId: 'sell',
      summary: 'A sample',
      security: [{ keeper: [] }],
      parameters: [
        { name: 'shop', in: 'path', required: true },
        { name: 'dry', in: 'query', required: false, schema: { enum: ['yes'] } },
      ],
      requestBody: { content: { 'application/json': { schema: { required: ['what'], additionalProperties: false } } } },
    });
    expect(Object.keys(operation?.responses ?? {})).toEqual(['201', 'default']);
  });
});

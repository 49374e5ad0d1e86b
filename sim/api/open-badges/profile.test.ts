import { describe, expect, it } from 'vitest';
import { connected, createHostFixture } from './host-fixture.ts';

const json = { 'content-type': 'application/json' };

async function opened() {
  const host = await createHostFixture();
  const { bearer } = await connected(host);
  return {
    ...host,
    get: () => host.ask('GET', '/ims/ob/v3p0/profile', bearer),
    put: (body: string) => host.ask('PUT', '/ims/ob/v3p0/profile', { ...bearer, ...json }, body),
  };
}

describe('the profile', () => {
  it('is what the wallet knows of the student, until one is put', async () => {
    const { get, account } = await opened();
    expect((await get()).json()).toEqual({
      id: `https://wallet.openbadge.test/profiles/${account}`,
      type: ['Profile'],
      name: '見本 花子',
      email: 'hanako@docomo.ne.jp.test',
    });
  });

  it('that is put is given back whole, letter for letter', async () => {
    const { get, put } = await opened();
    const first = '{"id":"https://1edtech.org/issuers/cert","type":["Profile"],"name":"A","x-more":{"n":1.0}}';
    const second = '{ "id" : "urn:2", "type" : ["Profile", "Extra"] }';
    for (const profile of [first, second]) {
      const answer = await put(profile);
      expect([answer.status, answer.body.toString()]).toEqual([200, profile]);
      expect((await get()).body.toString()).toBe(profile);
    }
  });

  it('is kept without a byte order mark, which no JSON may have', async () => {
    const { get, put } = await opened();
    const profile = '{"id":"urn:1","type":["Profile"]}';
    expect((await put(`\ufeff${profile}`)).body.toString()).toBe(profile);
    expect((await get()).body.toString()).toBe(profile);
  });

  it.each([
    ['no id', '{"type":["Profile"]}'],
    ['another type', '{"id":"urn:1","type":["Person"]}'],
    ['a type that is no list', '{"id":"urn:1","type":"Profile"}'],
    ['a name that is no text', '{"id":"urn:1","type":["Profile"],"name":1}'],
    ['an image that is a text', '{"id":"urn:1","type":["Profile"],"image":"x"}'],
    ['no JSON', '{'],
  ])('with %s is refused', async (_what, profile) => {
    const { put, get } = await opened();
    const answer = await put(profile);
    expect([answer.status, answer.json()]).toMatchObject([400, { imsx_codeMajor: 'failure' }]);
    expect((await get()).json()).toHaveProperty('email');
  });
});

describe('the service description', () => {
  it('names everything that a client needs, to everyone', async () => {
    const wallet = 'http://localhost:8123';
    const { ask } = await createHostFixture({ isEmpty: true, parameters: { origins: { wallet } } });
    const document = (await ask('GET', '/ims/ob/v3p0/discovery')).json<{ paths: Record<string, object> }>();
    expect(document).toMatchObject({
      openapi: '3.0.1',
      info: {
        title: expect.any(String),
        version: expect.any(String),
        termsOfService: `${wallet}/terms-of-service`,
        'x-imssf-privacyPolicyUrl': `${wallet}/privacy-policy`,
      },
      components: {
        securitySchemes: {
          OAuth2ACG: {
            type: 'oauth2',
            'x-imssf-registrationUrl': `${wallet}/oauth/register`,
            flows: {
              authorizationCode: {
                authorizationUrl: `${wallet}/oauth/authorize`,
                tokenUrl: `${wallet}/oauth/token`,
                refreshUrl: `${wallet}/oauth/token`,
                scopes: { 'https://purl.imsglobal.org/spec/ob/v3p0/scope/profile.update': expect.any(String) },
              },
            },
          },
        },
      },
    });
    expect(Object.keys(document.paths)).toEqual(['/credentials', '/profile']);
    for (const page of ['/terms-of-service', '/privacy-policy']) {
      expect((await ask('GET', page)).body.toString()).toContain('シミュレーション');
    }
  });

  it('need not be sent twice', async () => {
    const { ask } = await createHostFixture({ isEmpty: true });
    const first = await ask('GET', '/ims/ob/v3p0/discovery');
    expect(first.headers['cache-control']).toBe('public, max-age=3600');
    const etag = first.headers.etag ?? '';
    const again = await ask('GET', '/ims/ob/v3p0/discovery', { 'if-none-match': `"x", W/${etag}` });
    expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, etag]);
    expect((await ask('GET', '/ims/ob/v3p0/discovery', { 'if-none-match': '"x"' })).status).toBe(200);
  });
});

import { describe, expect, it } from 'vitest';
import { createWorld, defaultLimits, type Fetch, type Response } from '../kernel/index.ts';
import { createKeyResolver, jwkSetOf, multikeyOf, publicJwkOf, thumbprintOf } from './index.ts';

const { keys } = createWorld({ seed: 3, startsAt: 0, limits: defaultLimits, parameters: {} }, []);
const { publicKey } = keys.ed25519('issuer');
const multikey = multikeyOf(publicKey);
const offline = createKeyResolver();

/** A web of documents; `asked` has the URLs in order. */
function web(documents: { readonly [url: string]: unknown }): { readonly fetch: Fetch; readonly asked: string[] } {
  const asked: string[] = [];
  const fetch: Fetch = async (url) => {
    asked.push(url);
    const body = Buffer.from(
      typeof documents[url] === 'string' ? documents[url] : JSON.stringify(documents[url] ?? null),
    );
    const response: Response = {
      status: documents[url] === undefined ? 404 : 200,
      headers: {},
      body,
      json: <Body>() => JSON.parse(body.toString('utf8')) as Body,
    };
    return response;
  };
  return { fetch, asked };
}

const refused = (id: string, reason: string, resolve = offline) =>
  expect(resolve(id), id).rejects.toMatchObject({
    code: 'key-unresolved',
    parameters: { method: id.slice(0, 200), reason },
  });

describe('a name that is its key', () => {
  // https://w3c-ccg.github.io/did-key-spec/#test-vectors
  const rsa =
    'z4MXj1wBzi9jUstyPMS4jQqB6KdJaiatPkAtVtGc6bQEQEEsKTic4G7Rou3iBf9vPmT5dbkm9qsZsuVNjq8HCuW1w24nhBFGkRE4cd2Uf2tfrB3N7h4mnyPp1BF3ZttHTYv3DLUPi1zMdkULiow3M1GfXkoC6DoxDUm1jmN6GBj22SjVsr6dxezRVQc7aj9TxE7JLbMH1wh5X3kA58H3DFW8rnYMakFGbca5CB2Jf6CnGQZmL7o5uJAdTwXfy2iiiyPxXEGerMhHwhjTA1mKYobyk2CpeEcmvynADfNZ5MBvcCS7m3XkFCMNUYBS9NQ3fze6vMSUPsNa6GVYmKx2x6JrdEjCk3qRMMmyjnjCMfR4pXbRMZa3i';
  it.each([
    ['z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp', 'ed25519'],
    ['zDnaerx9CtbPJ1q36T5Ln5wYt3MQYeGRG5ehnPAmxcf5mDZpv', 'ec'],
    ['z82LkvCwHNreneWpsgPEbV3gu1C6NFJEBg4srfJ5gdxEsMGRJUz2sG9FE42shbn2xkZJh54', 'ec'],
    [rsa, 'rsa'],
  ])('is found without asking anyone: did:key:%s', async (key, kind) => {
    const id = `did:key:${key}#${key}`;
    const method = await offline(id);
    expect(method).toMatchObject({ id, controller: `did:key:${key}` });
    expect(method.publicKey.asymmetricKeyType).toBe(kind);
  });

  it('did:key has the key twice, and no other fragment', async () => {
    for (const id of [
      `did:key:${multikey}`,
      `did:key:${multikey}#`,
      `did:key:${multikey}#z6LS`,
      `did:key:${multikey}#${multikey}#x`,
    ]) {
      await refused(id, 'malformed');
    }
    await refused('did:key:z6MkNONSENSE#z6MkNONSENSE', 'key-invalid');
    await refused(`did:key:1.1:${multikey}#1.1:${multikey}`, 'key-invalid');
  });

  // https://github.com/quartzjer/did-jwk/blob/main/spec.md#p-256
  const didJwk =
    'did:jwk:eyJjcnYiOiJQLTI1NiIsImt0eSI6IkVDIiwieCI6ImFjYklRaXVNczNpOF91c3pFakoydHBUdFJNNEVVM3l6OTFQSDZDZEgyVjAiLCJ5IjoiX0tjeUxqOXZXTXB0bm1LdG00NkdxRHo4d2Y3NEk1TEtncmwyR3pIM25TRSJ9';
  it('did:jwk is the JWK that it spells, under the fragment 0', async () => {
    const method = await offline(`${didJwk}#0`);
    expect(method).toMatchObject({ id: `${didJwk}#0`, controller: didJwk });
    expect(publicJwkOf(method.publicKey)).toEqual({
      kty: 'EC',
      crv: 'P-256',
      x: 'acbIQiuMs3i8_uszEjJ2tpTtRM4EU3yz91PH6CdH2V0',
      y: '_KcyLj9vWMptnmKtm46GqDz8wf74I5LKgrl2GzH3nSE',
    });
    await refused(didJwk, 'malformed');
    await refused(`${didJwk}#1`, 'malformed');
  });

  const jwkDid = (jwk: unknown): string => `did:jwk:${Buffer.from(JSON.stringify(jwk) ?? '').toString('base64url')}#0`;
  it.each([
    ['a private key', keys.ed25519('issuer').privateKey.export({ format: 'jwk' })],
    ['a key for encryption', { ...publicJwkOf(publicKey), use: 'enc' }],
    ['no key', [1]],
    ['no object', 'x'],
  ])('did:jwk of %s is refused', async (_, jwk) => {
    await refused(jwkDid(jwk), 'key-invalid');
  });
  it('did:jwk of no JSON is refused', () => refused('did:jwk:AAAA#0', 'key-invalid'));

  it('an issuer’s URL with the key as its fragment is that issuer’s (OB 3.0, "Key Management")', async () => {
    const id = `https://1edtech.edu/issuers/565049#${multikey}`;
    const { controller, publicKey: found } = await offline(id);
    expect(controller).toBe('https://1edtech.edu/issuers/565049');
    expect(found.equals(publicKey)).toBe(true);
  });
});

describe('a name that is no key', () => {
  it('is not looked up without a fetch', async () => {
    for (const id of ['did:web:example.com#1', 'https://example.edu/keys#key-1', 'https://example.edu/keys/1']) {
      await refused(id, 'key-resolution-offline');
    }
  });

  it.each([
    ['', 'malformed'],
    ['key-1', 'method-unsupported'],
    ['#key-1', 'method-unsupported'],
    ['http://example.edu/keys/1', 'method-unsupported'],
    ['did:example:123#key', 'method-unsupported'],
    ['did:ion:EiA#key', 'method-unsupported'],
    ['urn:uuid:6a5f1a94', 'method-unsupported'],
    ['javascript:1', 'method-unsupported'],
    ['https://user:secret@example.edu/keys/1', 'malformed'],
    ['https://', 'malformed'],
    ['https://example.edu/ keys', 'malformed'],
    ['https://example.edu/keys\n', 'malformed'],
    ['https://見本.jp/keys', 'malformed'],
    [`https://example.edu/${'k'.repeat(3_000)}`, 'malformed'],
  ])('%j is refused', async (id, reason) => {
    await refused(id, reason, createKeyResolver(web({})));
  });
});

describe('did:web', () => {
  // https://w3c-ccg.github.io/did-method-web/#example-creating-the-did and the two after it
  it.each([
    ['did:web:w3c-ccg.github.io', 'https://w3c-ccg.github.io/.well-known/did.json'],
    ['did:web:w3c-ccg.github.io:user:alice', 'https://w3c-ccg.github.io/user/alice/did.json'],
    ['did:web:example.com%3A3000:user:alice', 'https://example.com:3000/user/alice/did.json'],
  ])('%s lies at %s', async (did, url) => {
    const id = `${did}#key-1`;
    const { fetch, asked } = web({
      [url]: {
        '@context': 'https://www.w3.org/ns/did/v1',
        id: did,
        verificationMethod: [{ id: '#key-1', type: 'Multikey', controller: did, publicKeyMultibase: multikey }],
        assertionMethod: ['#key-1'],
      },
    });
    const method = await createKeyResolver({ fetch })(id);
    expect(method).toMatchObject({ id, controller: did });
    expect(method.publicKey.equals(publicKey)).toBe(true);
    expect(asked).toEqual([url]);
  });

  it('lies on a port of localhost by http where nobody speaks https, and nowhere else', async () => {
    const asked: string[] = [];
    const fetch: Fetch = async (url) => {
      asked.push(url);
      const id = `did:web:${new URL(url).host.replace(':', '%3A')}`;
      const document = {
        id,
        verificationMethod: [{ id: '#k', type: 'Multikey', controller: id, publicKeyMultibase: multikey }],
        assertionMethod: ['#k'],
      };
      if (url.startsWith('https:')) throw new TypeError('no TLS here');
      return { status: 200, headers: {}, body: Buffer.alloc(0), json: <Body>() => document as Body };
    };
    const resolve = createKeyResolver({ fetch });
    expect((await resolve('did:web:localhost%3A8083#k')).publicKey.equals(publicKey)).toBe(true);
    const document = '//localhost:8083/.well-known/did.json';
    expect(asked.splice(0)).toEqual([`https:${document}`, `http:${document}`]);
    for (const host of ['example.com%3A8083', 'localhost', 'localhost.example.com%3A80']) {
      await refused(`did:web:${host}#k`, 'unreachable', resolve);
    }
    expect(asked.filter((url) => url.startsWith('http:'))).toEqual([]);
  });

  it.each([
    'did:web:',
    'did:web:#k',
    'did:web:example.com:#k',
    'did:web:example.com::a#k',
    'did:web:example.com:..#k',
    'did:web:example.com:a:%2e%2E#k',
    'did:web:example.com:a:.#k',
    'did:web:example.com:a%2fb#k',
    'did:web:example.com:a%5Cb#k',
    'did:web:example.com:a%3Fb#k',
    'did:web:example.com:a%23b#k',
    'did:web:example.com:a%00#k',
    'did:web:example.com:a%2#k',
    'did:web:example.com/a#k',
    'did:web:example.com?a#k',
    'did:web:user%40example.com#k',
    'did:web:user@example.com#k',
    'did:web:example.com%2Fa#k',
    'did:web:example.com%3A#k',
    'did:web:example.com%3A99999#k',
    'did:web:example.com%3A80x#k',
    'did:web:%65xample.com#k',
    'did:web:example..com#k',
    'did:web:0x7f.1#k',
    'did:web:[::1]#k',
  ])('%s is refused, and nobody is asked', async (id) => {
    const { fetch, asked } = web({});
    await refused(id, 'malformed', createKeyResolver({ fetch }));
    expect(asked).toEqual([]);
  });
});

describe('a document', () => {
  const subject = 'https://example.edu/issuers/1';
  const id = `${subject}#key-1`;
  const method = { id, type: 'Multikey', controller: subject, publicKeyMultibase: multikey };
  const document = { id: subject, verificationMethod: [method], assertionMethod: [id] };
  const resolving = (answer: unknown) => createKeyResolver(web({ [subject]: answer }));

  it('gives the key by reference, by value, and as a JWK', async () => {
    const { publicKeyMultibase: _, ...bare } = method;
    for (const answer of [
      document,
      { ...document, assertionMethod: ['#key-1'] },
      { id: subject, assertionMethod: [method] },
      { ...document, verificationMethod: [{ ...bare, type: 'JsonWebKey', publicKeyJwk: publicJwkOf(publicKey) }] },
    ]) {
      expect((await resolving(answer)(id)).publicKey.equals(publicKey)).toBe(true);
    }
  });

  const other = 'https://example.edu/issuers/2';
  it.each([
    ['about someone else', 'document-id', { ...document, id: other }],
    ['without id', 'document-id', { ...document, id: undefined }],
    ['without the key', 'not-found', { ...document, verificationMethod: [] }],
    ['with the key twice', 'not-found', { ...document, verificationMethod: [method, method] }],
    [
      'whose key another controls',
      'controller',
      { ...document, verificationMethod: [{ ...method, controller: other }] },
    ],
    [
      'whose key nobody controls',
      'controller',
      { ...document, verificationMethod: [{ ...method, controller: undefined }] },
    ],
    ['with the key for other purposes', 'not-for-assertions', { ...document, assertionMethod: [`${subject}#key-2`] }],
    ['with the key for nothing', 'not-for-assertions', { ...document, assertionMethod: undefined }],
    [
      'that revoked the key',
      'not-for-assertions',
      { ...document, verificationMethod: [{ ...method, revoked: '2026-01-01T00:00:00Z' }] },
    ],
    [
      'with two keys in one',
      'key-invalid',
      { ...document, verificationMethod: [{ ...method, publicKeyJwk: publicJwkOf(publicKey) }] },
    ],
    [
      'with a broken key',
      'key-invalid',
      { ...document, verificationMethod: [{ ...method, publicKeyMultibase: 'zz' }] },
    ],
    [
      'with no key in it',
      'key-invalid',
      { ...document, verificationMethod: [{ ...method, publicKeyMultibase: undefined }] },
    ],
    ['whose list is none', 'document-invalid', { ...document, verificationMethod: method }],
    ['with a thousand keys', 'document-invalid', { ...document, verificationMethod: new Array(1_000).fill(method) }],
    ['too large', 'document-invalid', { ...document, padding: 'x'.repeat(300_000) }],
    ['that is a list', 'document-invalid', [document]],
    ['that is no JSON', 'document-invalid', '<html>'],
  ])('%s is refused: %s', async (_, reason, answer) => {
    await refused(id, reason, resolving(answer));
  });

  it('that is not there, or that nobody brings, is told apart', async () => {
    await refused(id, 'not-found', createKeyResolver(web({})));
    const broken: Fetch = async () => {
      throw new TypeError('fetch failed');
    };
    await refused(id, 'unreachable', createKeyResolver({ fetch: broken }));
    const busy: Fetch = async () => ({
      status: 503,
      headers: {},
      body: Buffer.alloc(0),
      json: <Body>() => ({}) as Body,
    });
    await refused(id, 'unreachable', createKeyResolver({ fetch: busy }));
  });
});

describe('a key by its URL', () => {
  const url = 'https://example.edu/keys';
  const jwk = publicJwkOf(publicKey);

  it('is one bare JWK, or the one of a set that the fragment names (OB 3.0 §8.2.2)', async () => {
    const bare = await createKeyResolver(web({ [`${url}/1`]: { ...jwk, kid: 'x' } }))(`${url}/1`);
    expect(bare).toMatchObject({ id: `${url}/1`, controller: `${url}/1` });
    const inSet = createKeyResolver(web({ [url]: jwkSetOf([keys.ecP256('x').publicKey, publicKey]) }));
    const method = await inSet(`${url}#${thumbprintOf(jwk)}`);
    expect(method.controller).toBe(url);
    expect(method.publicKey.equals(publicKey)).toBe(true);
    await refused(`${url}#other`, 'not-found', inSet);
    await refused(url, 'not-found', inSet);
  });

  it('never has a private part', async () => {
    const leak = keys.ed25519('issuer').privateKey.export({ format: 'jwk' });
    await refused(`${url}/1`, 'key-invalid', createKeyResolver(web({ [`${url}/1`]: leak })));
    await refused(`${url}#1`, 'key-invalid', createKeyResolver(web({ [url]: { keys: [{ ...leak, kid: '1' }] } })));
  });
});

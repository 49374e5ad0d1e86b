import { describe, expect, it } from 'vitest';
import { ServiceError } from '../errors/index.ts';
import { createWorld, defaultLimits, type Fetch, type Request } from '../kernel/index.ts';
import { createKeyResolver, multikeyOf, publicJwkOf, signCompactJws } from '../proof/index.ts';
import { namedQueries } from './presentation-query.ts';
import { receiveRequest, uriOfRequestUri } from './received-request.ts';

const now = Date.parse('2026-04-01T09:00:00+09:00');
const address = 'https://desk.example/requests/1';

const { keys } = createWorld({ seed: 1, startsAt: now, limits: defaultLimits, parameters: {} }, []);

function client(name = 'stranger') {
  const { privateKey, publicKey } = keys.ed25519(name);
  const multikey = multikeyOf(publicKey);
  const did = `did:key:${multikey}`;
  return { privateKey, did, kid: `${did}#${multikey}`, clientId: `decentralized_identifier:${did}` };
}

const desk = client('desk');

const parameters = (differing: object = {}) => ({
  response_type: 'vp_token',
  client_id: desk.clientId,
  response_mode: 'direct_post',
  response_uri: 'https://desk.example/responses/1',
  nonce: 'n-0S6_WzA2Mj',
  state: 's',
  dcql_query: namedQueries['student-id'],
  exp: now / 1_000 + 60,
  ...differing,
});

const signed = (differing: object = {}, header: object = {}, by = desk) =>
  signCompactJws({ typ: 'oauth-authz-req+jwt', kid: by.kid, ...header }, parameters(differing), by.privateKey);

const linkTo = (more: Record<string, string> = {}) =>
  `openid4vp://?${new URLSearchParams({ client_id: desk.clientId, request_uri: address, ...more })}`;

interface Met {
  readonly status?: number;
  readonly walletNonce?: string;
  /** Documents by their addresses; DIDs that are not there are found nowhere. */
  readonly published?: Readonly<Record<string, object>>;
}

/** What the wallet makes of a request; the code and the English reason when it refuses. */
async function outcome(object: string, uri = linkTo(), options: Met = {}) {
  const asked: Request[] = [];
  const fetch: Fetch = async (url, request = {}) => {
    asked.push(request);
    const isDocument = url.endsWith('/did.json');
    const document = options.published?.[url];
    if (isDocument && document === undefined) throw new TypeError('nobody there');
    const text = isDocument ? JSON.stringify(document) : object;
    const body = Buffer.from(text);
    return { status: options.status ?? 200, headers: {}, body, json: () => JSON.parse(text) };
  };
  const ports = { fetch, resolveKey: createKeyResolver({ fetch }), now, walletNonce: options.walletNonce };
  try {
    return { asked, request: await receiveRequest(uri, ports) };
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    return { asked, code: error.code, reason: String(error.parameters.reasonEn ?? error.parameters.reason) };
  }
}

describe('a request that a wallet receives', () => {
  it('is taken when its client signed it, whatever the link says beside', async () => {
    for (const uri of [linkTo(), linkTo({ nonce: 'other' }), uriOfRequestUri(address)]) {
      const { request } = await outcome(await signed(), uri);
      expect(request).toMatchObject({ clientId: desk.clientId, nonce: 'n-0S6_WzA2Mj', state: 's' });
    }
  });

  it('is fetched by POST with the nonce of the wallet, which must come back', async () => {
    const uri = linkTo({ request_uri_method: 'post' });
    const { asked, request } = await outcome(await signed({ wallet_nonce: 'w1' }), uri, { walletNonce: 'w1' });
    expect(asked).toMatchObject([{ method: 'POST', body: 'wallet_nonce=w1' }]);
    expect(request).toBeDefined();
    const replayed = await outcome(await signed({ wallet_nonce: 'w0' }), uri, { walletNonce: 'w1' });
    expect(replayed.reason).toContain('wallet_nonce');
    expect((await outcome(await signed(), uri, { walletNonce: 'w1' })).reason).toContain('wallet_nonce');
  });

  it.each([
    ['another client than the link names', { client_id: client().clientId }, 'not that of the link'],
    ['a client of another kind', { client_id: 'x509_san_dns:desk.example' }, 'kind'],
    ['the reserved prefix', { client_id: 'origin:https://desk.example' }, 'kind'],
    ['an answer that goes elsewhere', { response_uri: 'https://evil.example/1' }, 'response_uri'],
    ['an answer that runs in a browser', { response_uri: 'javascript:alert(1)' }, 'response_uri'],
    ['a redirect beside', { redirect_uri: 'https://desk.example/' }, 'redirect_uri'],
    ['an end that is over', { exp: now / 1_000 }, 'out of its time'],
    ['a beginning to come', { nbf: now / 1_000 + 1 }, 'out of its time'],
    ['no nonce', { nonce: undefined }, 'nonce'],
    ['a nonce with a line end', { nonce: 'a\nb' }, 'nonce'],
    ['another response type', { response_type: 'code' }, 'response_type'],
    ['another response mode', { response_mode: 'fragment' }, 'response_mode'],
    ['transaction data', { transaction_data: ['e30'] }, 'transaction_data'],
    ['a scope', { scope: 'student' }, 'scope'],
    ['no query', { dcql_query: undefined }, 'undefined'],
    ['a query that is none', { dcql_query: { credentials: [] } }, ''],
    [
      'a format that is not spoken',
      { dcql_query: { credentials: [{ id: 'a', format: 'mso_mdoc', meta: { doctype_value: 'x' } }] } },
      'mso_mdoc',
    ],
  ])('is refused with %s', async (_what, differing, reason) => {
    const refused = await outcome(await signed(differing));
    expect(refused.code).toMatch(/^presentation-(request-untrusted|query-unfit)$/);
    if (reason !== 'undefined') expect(refused.reason).toContain(reason);
  });

  it.each([
    ['another type of JWT', async () => signed({}, { typ: 'JWT' })],
    ['no kid', async () => signed({}, { kid: undefined })],
    ['the key of a stranger', async () => signed({}, {}, client())],
    ['the kid of the client and the key of a stranger', async () => signed({}, {}, { ...client(), kid: desk.kid })],
    [
      'alg none',
      async () =>
        (await signed()).replace(
          /^[^.]+/,
          Buffer.from(JSON.stringify({ alg: 'none', typ: 'oauth-authz-req+jwt', kid: desk.kid })).toString('base64url'),
        ),
    ],
    [
      'an altered payload',
      async () =>
        (await signed()).replace(
          /\.[^.]+\./,
          `.${Buffer.from(JSON.stringify(parameters({ nonce: 'x' }))).toString('base64url')}.`,
        ),
    ],
    ['no JWT', async () => '<html>'],
    ['too much', async () => 'x'.repeat(262_145)],
  ])('is refused with %s', async (_what, make) => {
    expect(await outcome(await make())).toMatchObject({ code: 'presentation-request-untrusted' });
  });

  it('is refused when it cannot be had, or in no way that the standard has', async () => {
    expect(await outcome(await signed(), linkTo(), { status: 302 })).toMatchObject({
      reason: expect.stringContaining('302'),
    });
    expect((await outcome('', linkTo({ request_uri_method: 'PUT' }))).reason).toContain('request_uri_method');
    for (const uri of ['nonsense', 'openid4vp://', 'openid4vp://?client_id=x']) {
      expect(await outcome('', uri)).toMatchObject({ code: 'presentation-request-untrusted' });
    }
  });

  it('goes without a signature only where its address is its name', async () => {
    const responseUri = 'https://desk.example/responses/1';
    const { exp, ...rest } = parameters({
      client_id: `redirect_uri:${responseUri}`,
      dcql_query: JSON.stringify(namedQueries['student-id']),
    });
    const uriOf = (more: object) =>
      `openid4vp://?${new URLSearchParams({ ...rest, ...more } as unknown as Record<string, string>)}`;
    expect((await outcome('', uriOf({}))).request).toMatchObject({ responseUri });
    expect((await outcome('', uriOf({ response_uri: 'https://evil.example/' }))).reason).toContain('response_uri');
    for (const response_uri of ['http://desk.example/1', 'ftp://desk.example/1', 'https://a:b@desk.example/1', 'x']) {
      const named = uriOf({ response_uri, client_id: `redirect_uri:${response_uri}` });
      expect((await outcome('', named)).reason).toContain('response_uri');
    }
    const here = 'http://127.0.0.1:8080/1';
    const local = uriOf({ response_uri: here, client_id: `redirect_uri:${here}` });
    expect((await outcome('', local)).request).toMatchObject({ responseUri: here });
    expect((await outcome('', uriOf({ client_id: desk.clientId }))).reason).toContain('not signed');
    expect((await outcome('', uriOf({ dcql_query: '{' }))).code).toBe('presentation-query-unfit');
  });

  it('of a did:web on this machine is answered at its port', async () => {
    const did = 'did:web:localhost%3A8080';
    const web = { ...desk, did, kid: `${did}#1` };
    const publicKeyJwk = publicJwkOf(keys.ed25519('desk').publicKey);
    const document = {
      id: did,
      verificationMethod: [{ id: web.kid, type: 'JsonWebKey', controller: did, publicKeyJwk }],
      assertionMethod: [web.kid],
    };
    const origin = 'http://localhost:8080';
    const at = { published: { [`${origin}/.well-known/did.json`]: document } };
    const client_id = `decentralized_identifier:${did}`;
    const own = await signed({ client_id, response_uri: `${origin}/responses/1` }, {}, web);
    expect((await outcome(own, uriOfRequestUri(`${origin}/requests/1`), at)).request).toMatchObject({
      responseUri: `${origin}/responses/1`,
    });
    const next = await signed({ client_id, response_uri: `${origin}1/responses/1` }, {}, web);
    expect((await outcome(next, uriOfRequestUri(`${origin}/requests/1`), at)).reason).toContain('response_uri');
  });

  it('of a did:web is answered at its host alone', async () => {
    const did = 'did:web:desk.example';
    const web = { ...desk, did, kid: `${did}#1` };
    const document = {
      id: did,
      verificationMethod: [
        { id: web.kid, type: 'JsonWebKey', controller: did, publicKeyJwk: publicJwkOf(keys.ed25519('desk').publicKey) },
      ],
      assertionMethod: [web.kid],
    };
    const clientId = `decentralized_identifier:${did}`;
    const ofWeb = (differing: object = {}) => signed({ client_id: clientId, ...differing }, {}, web);
    const published = { 'https://desk.example/.well-known/did.json': document };
    // Even where the request is fetched from the same host as the answer would go to.
    const elsewhere = uriOfRequestUri('https://evil.example/requests/1');
    const at = { published };
    expect((await outcome(await ofWeb(), uriOfRequestUri(address), at)).request).toMatchObject({ clientId });
    expect((await outcome(await ofWeb(), elsewhere, at)).request).toMatchObject({ clientId });
    for (const response_uri of ['https://evil.example/1', 'https://desk.example:8443/1', 'http://desk.example/1']) {
      const refused = await outcome(await ofWeb({ response_uri }), elsewhere, at);
      expect(refused).toMatchObject({
        code: 'presentation-request-untrusted',
        reason: expect.stringContaining('response_uri'),
      });
    }
    // The port is part of whose it is.
    const other = await signed({ client_id: `decentralized_identifier:${did}%3A8443` }, {}, web);
    expect((await outcome(other, elsewhere, at)).reason).toContain('another one');
    const stranger = await signed({ client_id: clientId }, {}, { ...client(), kid: web.kid });
    expect((await outcome(stranger, uriOfRequestUri(address), at)).reason).toContain('signature');
    expect((await outcome(await ofWeb(), uriOfRequestUri(address))).reason).toContain('signature');
  });
});

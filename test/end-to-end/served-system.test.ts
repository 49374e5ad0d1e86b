import { generateKeyPairSync, hash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clientAuthenticationAnonymous, setGlobalConfig } from '@openid4vc/oauth2';
import { Openid4vciClient } from '@openid4vc/openid4vci';
import { exportJWK, SignJWT } from 'jose';
import * as oauth from 'openid-client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ended, type ServedProcess, startServing } from '../crash/served-process.ts';
import { allowInBrowser, ask, ServedPlace, type Student, type WorldAddress } from './served-system-fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'todoku-system-'));
const options = ['--reach', 'localhost', '--world', 'main', '--world', 'partner'];
const scope = (name: string): string => `https://purl.imsglobal.org/spec/ob/v3p0/scope/${name}`;

let served: ServedProcess;
let place: ServedPlace;
/** Another world: a host of badges that belongs to somebody else. */
let partner: ServedPlace;
let hanako: Student;
let jiro: Student;

async function start(): Promise<void> {
  served = await startServing(folder, ...options);
  const { token, worlds } = served.address as unknown as { token: string; worlds: readonly WorldAddress[] };
  const named = (name: string) => worlds.find(({ world }) => world === name) as WorldAddress;
  place = new ServedPlace(named('main'), token);
  partner = new ServedPlace(named('partner'), token);
}

beforeAll(async () => {
  // Loopback has no certificate.
  setGlobalConfig({ allowInsecureUrls: true });
  await start();
  await place.issueTo(['A1', 'A2', 'A3']);
  await partner.issueTo(['B1']);
  hanako = await place.join('A1');
  jiro = await partner.join('B1');
}, 120_000);

afterAll(async () => {
  setGlobalConfig({ allowInsecureUrls: false });
  await ended(served.child, 'SIGTERM');
  rmSync(folder, { recursive: true, force: true });
});

describe.skipIf(process.platform === 'win32')('a served system, over its sockets alone', { timeout: 60_000 }, () => {
  test('a school sees what became of its mails, whose links lead to the wallet', async () => {
    const { body } = await place.school('GET', '/mail');
    const toA2 = body.messages.filter(({ address }) => address === place.addressOf('A2'));
    expect(toA2).toMatchObject([{ kind: 'issue-notice', state: 'accepted', lastReply: { replyCode: 250 } }]);
    const link = await place.linkTo(place.addressOf('A2'));
    expect([link.origin, link.search]).toEqual([place.address.wallet, '?iuv=1']);
    const page = await ask('GET', link.href, { headers: { accept: 'text/html', 'accept-language': 'ja' } });
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(String(page.bytes)).toContain('見本大学');
    const { body: asWallet } = await ask('GET', link.href, { headers: { accept: 'application/json' } });
    const offer = new URL(asWallet.protocols.OID4VCI).searchParams.get('credential_offer_uri') ?? '';
    expect(new URL(offer).origin).toBe(place.address.issuer);
    expect((await ask('GET', offer)).body.credential_issuer).toBe(place.address.schools[0]?.url);
    // The policy lets the page have its one style.
    const [, style = ''] = /<style>([\s\S]*)<\/style>/.exec(String(page.bytes)) ?? [];
    expect(page.headers.get('content-security-policy')).toContain(`'sha256-${hash('sha256', style, 'base64')}'`);
  });

  test('a student holds a student ID, and the verifier accepts its picture', async () => {
    const { session: bearer, credential } = hanako;
    const { body } = await place.wallet('GET', '/credentials', { bearer });
    expect(body).toMatchObject({ received: [{ credential, status: 'active' }], issuerReached: true });
    const { bytes, headers } = await place.wallet('GET', `/credentials/${credential}/badge.png`, { bearer });
    expect(headers.get('content-type')).toBe('image/png');
    expect(await place.verify(bytes, 'image/png')).toEqual({ verdict: 'accepted', failed: [] });
    const gate = place.address.gateToken;
    const presented = await place.wallet('GET', `/presentations/${credential}`, { bearer: gate });
    expect(presented.body).toMatchObject({ credential, devices: [{ publicKey: { kty: 'OKP' } }] });
  });

  test('a wallet of other people receives by OpenID4VCI', async () => {
    const held = await receivedByOthers(place, 'A3');
    expect(await place.verify(held, 'application/vc+jwt')).toEqual({ verdict: 'accepted', failed: [] });
    expect((await place.school('GET', '/credentials?studentNumber=A3')).body.credentials).toMatchObject([
      { state: 'claimed' },
    ]);
  });

  test.each([
    ['decentralized_identifier', 'direct_post.jwt'],
    ['redirect_uri', 'direct_post'],
  ])('the wallet presents by OpenID4VP to %s, %s', async (clientIdPrefix, responseMode) => {
    const requests = `${place.address.verifier}/presentation-requests`;
    const bearer = place.address.verifierToken;
    const asked = { preset: 'student-id', clientIdPrefix, responseMode };
    const made = await ask('POST', requests, { bearer, body: asked });
    expect([made.status, made.body]).toMatchObject([201, {}]);
    const { uri, request } = made.body;
    const answer = (body: object) =>
      place.wallet('POST', '/presentations/answers', { bearer: hanako.session, body: { uri, ...body } });
    const shown = await answer({});
    expect(shown.body).toMatchObject({ step: 'asked', canBeSatisfied: true });
    const { digest, asked: parts } = shown.body;
    const [part] = parts.filter(({ credentials }) => credentials.length > 0);
    const consent = { digest, credentials: { [part?.id ?? '']: hanako.credential } };
    expect((await answer({ consent })).body).toMatchObject({ step: 'sent' });
    expect((await ask('GET', `${requests}/${request}`, { bearer })).body).toMatchObject({ state: 'accepted' });
  });

  test('the VC-API issues what it verifies', async () => {
    const [school] = place.address.schools;
    const credential = {
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      id: 'urn:uuid:5a7b7f36-9f5e-4c62-8c3c-21f1f0a6d003',
      type: ['VerifiableCredential'],
      issuer: school?.url,
      validFrom: '2026-04-01T08:00:00+09:00',
      credentialSubject: { id: 'urn:uuid:5a7b7f36-9f5e-4c62-8c3c-21f1f0a6d004' },
    };
    const issued = await place.school('POST', '/credentials/issue', { body: { credential } });
    expect([issued.status, issued.body]).toMatchObject([201, {}]);
    const { verifiableCredential } = issued.body;
    const verify = (body: object) => ask('POST', `${place.address.verifier}/credentials/verify`, { body });
    const verified = await verify({ verifiableCredential });
    expect([verified.status, verified.body]).toMatchObject([200, { verified: true }]);
  });

  test('badges go to a host of somebody else, and programs read them there', async () => {
    const { session: bearer, credential } = hanako;
    const begun = await place.wallet('POST', '/connections', { bearer, body: { host: partner.address.wallet } });
    expect([begun.status, begun.body]).toMatchObject([201, {}]);
    const back = await allowInBrowser(begun.body.authorizationUrl, jiro.address);
    const page = await ask('GET', back, { headers: { accept: 'text/html' } });
    expect(page.status, String(page.bytes)).toBe(200);
    const answer = Object.fromEntries(new URL(back).searchParams);
    const connected = await place.wallet('POST', '/connections/answers', { bearer, body: answer });
    expect([connected.status, connected.body]).toMatchObject([200, { state: 'connected' }]);
    const { connection } = begun.body.connection;
    const pushed = await place.wallet('POST', `/connections/${connection}/credentials`, {
      bearer,
      body: { credential },
    });
    expect([pushed.status, pushed.body]).toEqual([200, { replaced: false }]);
    const { api } = await programAt(partner, jiro);
    const list = await api('/credentials');
    expect(list.headers.get('x-total-count')).toBe('2');
    const { compactJwsString } = (await list.json()) as { compactJwsString: string[] };
    const issuers = compactJwsString.map((jws) =>
      JSON.parse(String(Buffer.from(jws.split('.')[1] ?? '', 'base64url'))),
    );
    expect(issuers.map(({ issuer }) => new URL(issuer.id).origin).sort()).toEqual(
      [place.address.issuer, partner.address.issuer].sort(),
    );
  });

  test('a badge file of another issuer is verified when it is added', async () => {
    const { bytes } = await place.wallet('GET', `/credentials/${hanako.credential}/badge.png`, {
      bearer: hanako.session,
    });
    const asked = { bearer: jiro.session, body: bytes, headers: { 'content-type': 'image/png' } };
    const added = await partner.wallet('POST', '/badges', asked);
    expect([added.status, added.body]).toMatchObject([200, { outcome: expect.stringMatching('created|replaced') }]);
    expect(await partner.verify(bytes, 'image/png')).toEqual({ verdict: 'accepted', failed: [] });
    const [head, ...rest] = String(
      (await place.wallet('GET', '/badges', { bearer: hanako.session })).body.badges[0]?.secured,
    ).split('.');
    const forged = { ...asked, body: [head, rest[0], rest[1]?.replace(/^..../, 'AAAA')].join('.') };
    const refused = await partner.wallet('POST', '/badges', { ...forged, headers: { 'content-type': 'text/plain' } });
    expect([refused.status, refused.body.code]).toEqual([400, 'badge-refused']);
  });

  test('what our own services tell other hosts of themselves is there', async () => {
    const byAddress = place.address.issuer.replace('localhost', '127.0.0.1');
    const reference = await ask('GET', `${byAddress}/docs`);
    expect([reference.status, reference.headers.get('location')]).toEqual([302, `${place.address.issuer}/docs`]);
    for (const origin of [place.address.issuer, place.address.wallet]) {
      for (const [path, type] of [
        ['/', 'text/html'],
        ['/logo.png', 'image/png'],
        ['/terms-of-service', 'text/html'],
        ['/privacy-policy', 'text/html'],
      ] as const) {
        const { status, headers } = await ask('GET', origin + path);
        expect([status, headers.get('content-type')], origin + path).toEqual([200, expect.stringContaining(type)]);
      }
    }
  });

  test('sample files are listed and downloaded, without a token', async () => {
    const { body } = await ask('GET', place.address.samples);
    const [first, ...others] = body.samples;
    expect([first?.name, others.length]).toEqual(['rosters/good-utf-8.csv', expect.any(Number)]);
    const { bytes, headers } = await ask('GET', new URL(first?.url ?? '', place.address.samples).href);
    expect([bytes.length, headers.get('content-disposition')]).toEqual([
      first?.size,
      'attachment; filename="good-utf-8.csv"',
    ]);
    const jwt = others.find(({ name }) => name === 'credentials/expired.jwt');
    const badge = await ask('GET', new URL(jwt?.url ?? '', place.address.samples).href);
    expect((await place.verify(badge.bytes, 'application/vc+jwt')).verdict).toBe('refused');
    expect((await ask('GET', `${place.address.samples}/rosters/none.csv`)).body.code).toBe('not-found');
    expect((await ask('GET', `${place.address.samples}?seed=4294967296`)).body.code).toBe('query-invalid');
  });

  test('who tests it reads the events after one, and what became of the mails to one address', async () => {
    const all = String((await place.harness('GET', '/events')).bytes)
      .trim()
      .split('\n');
    const { seq } = JSON.parse(all.at(-3) ?? '');
    expect(
      String((await place.harness('GET', `/events?after=${seq}`)).bytes)
        .trim()
        .split('\n'),
    ).toEqual(all.slice(-2));
    const to = async (address: string) => (await place.harness('GET', `/outcomes?address=${address}`)).body.outcomes;
    expect(await to('nobody@main.todoku.test')).toEqual([]);
    expect(await to(hanako.address)).toMatchObject([
      { mail: { kind: 'issue-notice' } },
      { mail: { kind: 'activation' } },
    ]);
  });

  test('things go wrong in the words of each standard, and are healed', async () => {
    const { status } = await ask('POST', `${place.address.api}/faults`, { body: { fault: 'service-down' } });
    expect(status).toBe(401);
    const down = async (service: string) => {
      await place.harness('POST', '/faults', { fault: 'service-down', value: { service } });
    };
    await down('issuer');
    const token = await place.school('POST', '/openid4vci/token', { body: new URLSearchParams() });
    expect([token.status, token.body]).toMatchObject([503, { error: expect.any(String) }]);
    await place.harness('DELETE', '/faults/service-down');
    await down('wallet');
    const api = await place.wallet('GET', '/ims/ob/v3p0/credentials');
    expect([api.status, api.body]).toMatchObject([503, { imsx_codeMajor: 'failure' }]);
    const page = await ask('GET', (await place.linkTo(place.addressOf('A2'))).href, {
      headers: { accept: 'text/html' },
    });
    expect([page.status, page.headers.get('content-type')]).toEqual([503, 'text/html; charset=utf-8']);
    await place.harness('DELETE', '/faults/service-down');
    expect((await place.wallet('GET', '/credentials', { bearer: hanako.session })).status).toBe(200);
  });

  test('is the same after a restart, and a revoked student ID is refused', async () => {
    const { api, credentials: before } = await programAt(partner, jiro);
    const link = await place.linkTo(place.addressOf('A2'));
    const { bytes } = await place.wallet('GET', `/credentials/${hanako.credential}/badge.png`, {
      bearer: hanako.session,
    });
    expect(await ended(served.child, 'SIGTERM')).toBe('0');
    const { address } = place;
    await start();
    expect(place.address).toMatchObject({ issuer: address.issuer, wallet: address.wallet, schools: address.schools });
    expect(await (await api('/credentials')).text()).toBe(before);
    expect((await ask('GET', link.href, { headers: { accept: 'application/json' } })).body.screen).toBe('terms');
    expect(await place.verify(bytes, 'image/png')).toEqual({ verdict: 'accepted', failed: [] });
    const reason = { body: { reason: 'withdrew' } };
    expect((await place.school('POST', `/credentials/${hanako.credential}/revoke`, reason)).status).toBe(200);
    expect(await place.verify(bytes, 'image/png')).toEqual({ verdict: 'refused', failed: ['status: revoked'] });
    const held = await place.wallet('GET', '/credentials', { bearer: hanako.session });
    expect(held.body.received).toMatchObject([{ status: 'revoked' }]);
    expect((await place.join('A2')).session).toMatch(/^[\w-]{43}$/);
  });
});

/** By the client of `@openid4vc`, with a P-256 key of its own: the credential as it came. */
async function receivedByOthers(at: ServedPlace, studentNumber: string): Promise<string> {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const publicJwk = (await exportJWK(publicKey)) as { kty: string };
  const client = new Openid4vciClient({
    callbacks: {
      fetch,
      hash: (data, alg) => hash(alg.replace('-', ''), data, 'buffer'),
      generateRandom: (length) => randomBytes(length),
      clientAuthentication: clientAuthenticationAnonymous(),
      async signJwt(_signer, { header, payload }) {
        const jwt = await new SignJWT(payload as never).setProtectedHeader(header as never).sign(privateKey);
        return { jwt, signerJwk: publicJwk as never };
      },
    },
  });
  const { body } = await at.school('POST', `/credentials/${await at.credentialOf(studentNumber)}/offers`);
  const credentialOffer = await client.resolveCredentialOffer(body.credentialOffer);
  const issuerMetadata = await client.resolveIssuerMetadata(credentialOffer.credential_issuer);
  const { accessTokenResponse } = await client.retrievePreAuthorizedCodeAccessTokenFromOffer({
    credentialOffer,
    issuerMetadata,
    txCode: body.txCode,
  });
  const { c_nonce: nonce } = await client.requestNonce({ issuerMetadata });
  const [credentialConfigurationId = ''] = credentialOffer.credential_configuration_ids;
  const { jwt } = await client.createCredentialRequestJwtProof({
    signer: { method: 'jwk', alg: 'ES256', publicJwk } as never,
    nonce,
    issuedAt: new Date((await at.harness('GET', '/clock')).body.now),
    issuerMetadata,
    credentialConfigurationId,
  });
  const accessToken = accessTokenResponse.access_token;
  const { credentialResponse } = await client.retrieveCredentials({
    issuerMetadata,
    accessToken,
    credentialConfigurationId,
    proofs: { jwt: [jwt] },
  });
  await client.sendNotification({
    issuerMetadata,
    accessToken,
    notification: { notificationId: credentialResponse.notification_id ?? '', event: 'credential_accepted' },
  });
  return (credentialResponse.credentials as { credential: string }[])[0]?.credential ?? '';
}

/** A partner's program that a student has let in, by `openid-client`. */
async function programAt({ address: { wallet } }: ServedPlace, { address }: Student) {
  const home = 'http://localhost:8123';
  const metadata = {
    client_name: '見本パートナー',
    client_uri: `${home}/`,
    logo_uri: `${home}/logo.png`,
    tos_uri: `${home}/terms`,
    policy_uri: `${home}/privacy`,
    software_id: 'mihon-partner',
    software_version: '1.0.0',
    redirect_uris: [`${home}/callback`],
    scope: scope('credential.readonly'),
    token_endpoint_auth_method: 'client_secret_basic',
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
  };
  const config = await oauth.dynamicClientRegistration(new URL(wallet), metadata as never, oauth.ClientSecretBasic(), {
    algorithm: 'oauth2',
    execute: [oauth.allowInsecureRequests],
  });
  const pkceCodeVerifier = oauth.randomPKCECodeVerifier();
  const expectedState = oauth.randomState();
  const page = oauth.buildAuthorizationUrl(config, {
    redirect_uri: `${home}/callback`,
    scope: metadata.scope,
    state: expectedState,
    code_challenge: await oauth.calculatePKCECodeChallenge(pkceCodeVerifier),
    code_challenge_method: 'S256',
  });
  const back = new URL(await allowInBrowser(page.href, address));
  const tokens = await oauth.authorizationCodeGrant(config, back, { pkceCodeVerifier, expectedState });
  const api = (path: string): Promise<Response> =>
    oauth.fetchProtectedResource(config, tokens.access_token, new URL(`${wallet}/ims/ob/v3p0${path}`), 'GET');
  return { api, credentials: await (await api('/credentials')).text() };
}

import { createHash, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setGlobalConfig } from '@openid4vc/oauth2';
import { Openid4vpClient } from '@openid4vc/openid4vp';
import { CompactEncrypt, CompactSign, compactVerify, importJWK, type JWK } from 'jose';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createServices, type WorldServices } from '#sim/api';
import { faultModule } from '#sim/faults';
import { addSchool, issuerModule } from '#sim/issuer';
import { createWorld, defaultLimits, type RunningWorld } from '#sim/kernel';
import { mailModule } from '#sim/mail';
import { openid4vpModule } from '#sim/openid4vp';
import { createKeyResolver, multikeyOf } from '#sim/proof';
import { walletModule } from '#sim/wallet';

const startsAt = Date.parse('2026-04-01T09:00:00+09:00');
const slug = 'mihon-university';

let server: Server;
let world: RunningWorld;
let services: WorldServices;

/** The verifier behind a port of loopback; who keeps the clock of this file keeps that of the world. */
beforeAll(async () => {
  // Loopback has no certificate.
  setGlobalConfig({ allowInsecureUrls: true });
  vi.useFakeTimers({ toFake: ['Date'], now: startsAt });
  let listener: RequestListener = () => undefined;
  server = createServer((request, response) => listener(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const verifier = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const deliver = () => ({ replyCode: 250, text: 'OK' });
  const origins = { verifier };
  world = createWorld({ seed: 11, startsAt, limits: defaultLimits, parameters: { origins } }, [
    mailModule({ deliver }),
    faultModule,
    issuerModule,
    walletModule,
    openid4vpModule,
  ]);
  await world.perform(addSchool, { slug, name: { ja: '見本大学', en: 'Mihon University' }, mechanism: 'VC-JWT ES256' });
  services = createServices(world);
  listener = services.applications.verifier;
});

afterAll(() => {
  setGlobalConfig({ allowInsecureUrls: false });
  vi.useRealTimers();
  server.close();
});

/** A person with a key of their own. */
function person() {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const multikey = multikeyOf(publicKey);
  return { privateKey, did: `did:key:${multikey}`, kid: `did:key:${multikey}#${multikey}` };
}

const hanako = person();

/** A badge that the school issues to a person, as VC-JWT. */
async function badgeOf(holder: string): Promise<string> {
  const issuer = `${world.origins.issuer}/schools/${slug}`;
  const credential = {
    '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
    id: 'urn:uuid:5a7b7f36-9f5e-4c62-8c3c-21f1f0a6d003',
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer: { id: issuer, type: ['Profile'], name: '見本大学' },
    validFrom: '2026-04-01T08:00:00+09:00',
    credentialSubject: {
      type: ['AchievementSubject'],
      id: holder,
      achievement: {
        id: `${issuer}/achievements/member`,
        type: ['Achievement'],
        achievementType: 'Membership',
        name: '学生証',
        description: '学生であること。',
        criteria: { narrative: '在籍していること。' },
      },
    },
  };
  const answer = await services.fetch(`${issuer}/credentials/issue`, {
    method: 'POST',
    headers: { authorization: `Bearer ${world.keys.secret(`school/${slug}`)}`, 'content-type': 'application/json' },
    body: JSON.stringify({ credential }),
  });
  return answer.json<{ verifiableCredential: { id: string } }>().verifiableCredential.id.split(',')[1] ?? '';
}

const bearer = () => ({ authorization: `Bearer ${world.keys.secret('verifier')}`, 'content-type': 'application/json' });

const memberQuery = (bound: boolean) => ({
  credentials: [
    {
      id: 'member',
      format: 'jwt_vc_json',
      meta: { type_values: [['https://purl.imsglobal.org/spec/vc/ob/vocab.html#OpenBadgeCredential']] },
      require_cryptographic_holder_binding: bound,
      claims: [{ path: ['credentialSubject', 'achievement', 'achievementType'], values: ['Membership'] }],
    },
  ],
});

interface Created {
  readonly request: string;
  readonly uri: string;
}

async function askFor(more: object = {}, bound = true): Promise<Created> {
  const body = JSON.stringify({ dcql_query: memberQuery(bound), ...more });
  const answer = await fetch(`${world.origins.verifier}/presentation-requests`, {
    method: 'POST',
    headers: bearer(),
    body,
  });
  return (await answer.json()) as Created;
}

interface Status {
  readonly state: string;
  readonly presentations?: readonly { readonly checks: readonly { readonly code?: string }[] }[];
}

async function statusOf({ request }: Created): Promise<Status> {
  const answer = await fetch(`${world.origins.verifier}/presentation-requests/${request}`, { headers: bearer() });
  return (await answer.json()) as Status;
}

const codesOf = ({ presentations = [] }: Status) =>
  presentations.flatMap(({ checks }) => checks.flatMap(({ code }) => code ?? []));

/** The library of other people as a wallet; keys are resolved and signatures verified here. */
function otherWallet(): Openid4vpClient {
  const resolveKey = createKeyResolver();
  const never = () => {
    throw new Error('not needed');
  };
  return new Openid4vpClient({
    callbacks: {
      hash: (data, algorithm) => createHash(String(algorithm).replace('-', '')).update(data).digest(),
      signJwt: never,
      decryptJwe: never,
      async encryptJwe({ publicJwk, enc, alg }, data) {
        const { kid } = publicJwk;
        const jwe = await new CompactEncrypt(Buffer.from(data))
          .setProtectedHeader({ alg, enc, ...(kid !== undefined && { kid }) })
          .encrypt(await importJWK(publicJwk as JWK, alg));
        return { jwe, encryptionJwk: publicJwk };
      },
      async verifyJwt(signer, { compact }) {
        if (signer.method !== 'did') return { verified: false };
        const { publicKey } = await resolveKey(signer.didUrl);
        await compactVerify(compact, publicKey);
        return { verified: true, signerJwk: publicKey.export({ format: 'jwk' }) as never };
      },
    },
  });
}

interface Bound {
  readonly nonce: string;
  readonly audience: string;
  readonly by?: { readonly privateKey: KeyObject; readonly did: string; readonly kid: string };
  readonly alg?: string;
}

/** A presentation in the name of the holder: OpenID4VP, Appendix B.1.3.1.5. */
async function presentationOf(credential: string, { nonce, audience, by = hanako }: Bound): Promise<string> {
  const seconds = world.clock.now() / 1_000;
  const payload = {
    iss: by.did,
    aud: audience,
    nonce,
    nbf: seconds,
    exp: seconds + 60,
    vp: {
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      type: ['VerifiablePresentation'],
      verifiableCredential: [credential],
    },
  };
  return new CompactSign(Buffer.from(JSON.stringify(payload)))
    .setProtectedHeader({ alg: 'EdDSA', typ: 'JWT', kid: by.kid })
    .sign(by.privateKey);
}

const encryption = {
  encryption: { nonce: 'bm9uY2U' },
  serverMetadata: {
    authorization_signing_alg_values_supported: [],
    authorization_encryption_alg_values_supported: ['ECDH-ES'],
    authorization_encryption_enc_values_supported: ['A128GCM'],
  },
};

interface Resolved {
  readonly nonce: string;
  readonly client_id: string;
  readonly response_uri: string;
  readonly response_mode: string;
  readonly state: string;
}

/** Resolves the request with the library, and lets the caller say what is presented. */
async function received({ uri }: Created) {
  const wallet = otherWallet();
  const parsed = wallet.parseOpenid4vpAuthorizationRequest({ authorizationRequest: uri });
  const resolved = await wallet.resolveOpenId4vpAuthorizationRequest({
    authorizationRequestPayload: parsed.params as never,
    wallet: { metadata: { vp_formats_supported: { jwt_vc_json: { alg_values: ['ES256'] } } } as never },
  });
  const request = resolved.authorizationRequestPayload as unknown as Resolved;
  const send = async (presentation: string) => {
    const created = await wallet.createOpenid4vpAuthorizationResponse({
      authorizationRequestPayload: request as never,
      authorizationResponsePayload: { vp_token: { member: [presentation] } },
      ...(request.response_mode === 'direct_post.jwt' && { jarm: encryption }),
    });
    const { response } = await wallet.submitOpenid4vpAuthorizationResponse({
      authorizationRequestPayload: request,
      authorizationResponsePayload: created.authorizationResponsePayload,
      ...(created.jarm !== undefined && { jarm: created.jarm }),
    });
    return { status: response.status, body: (await response.json()) as { redirect_uri?: string; error?: string } };
  };
  return { resolved, request, send };
}

describe('a wallet of other people', () => {
  it.each([
    ['direct_post', 'decentralized_identifier', true],
    ['direct_post.jwt', 'decentralized_identifier', true],
    ['direct_post', 'redirect_uri', true],
    ['direct_post.jwt', 'redirect_uri', true],
    ['direct_post', 'decentralized_identifier', false],
  ])('presents a badge by %s to %s, holder bound %s', async (responseMode, clientIdPrefix, bound) => {
    const created = await askFor({ responseMode, clientIdPrefix, redirectUri: 'https://desk.example/done' }, bound);
    const { resolved, request, send } = await received(created);
    expect(resolved.version).toBe(100);
    expect(resolved.client.prefix).toBe(clientIdPrefix);
    const badge = await badgeOf(hanako.did);
    const binding = { nonce: request.nonce, audience: request.client_id };
    const { status, body } = await send(bound ? await presentationOf(badge, binding) : badge);
    expect([status, body]).toMatchObject([200, { redirect_uri: expect.stringContaining('response_code=') }]);
    const found = await statusOf(created);
    expect(found, JSON.stringify(found)).toMatchObject({ state: 'accepted' });
    const code = new URL(body.redirect_uri ?? '').searchParams.get('response_code');
    const shown = `${world.origins.verifier}/presentation-requests/${created.request}?response_code=`;
    expect((await fetch(shown + code, { headers: bearer() })).status).toBe(200);
    const wrong = await fetch(`${shown}other`, { headers: bearer() });
    expect(await wrong.json()).toMatchObject({ code: 'presentation-code-wrong' });
  });

  it.each([
    ['another nonce', 'nonce-differs', { nonce: 'bm9uY2U' }],
    ['another audience', 'audience-differs', { audience: 'decentralized_identifier:did:web:elsewhere.example' }],
    ['another person', 'holder-differs', { by: person() }],
    ['the key of another', 'holder-proof', { by: { ...person(), did: hanako.did, kid: hanako.kid } }],
  ])('is refused with %s', async (_what, code, differing) => {
    const created = await askFor();
    const { request, send } = await received(created);
    const badge = await badgeOf(hanako.did);
    await send(await presentationOf(badge, { nonce: request.nonce, audience: request.client_id, ...differing }));
    const found = await statusOf(created);
    expect([found.state, codesOf(found)]).toEqual(['refused', [code]]);
  });

  it('is refused with a presentation of another request, without any proof, and with alg none', async () => {
    const badge = await badgeOf(hanako.did);
    const first = await received(await askFor());
    const used = await presentationOf(badge, { nonce: first.request.nonce, audience: first.request.client_id });
    const [, payload] = used.split('.');
    const none = `${Buffer.from(JSON.stringify({ alg: 'none', kid: hanako.kid })).toString('base64url')}.${payload}.AAAA`;
    for (const [presentation, code] of [
      [used, 'nonce-differs'],
      [badge, 'holder-proof'],
      [none, 'holder-proof'],
    ] as const) {
      const created = await askFor();
      await (await received(created)).send(presentation);
      const found = await statusOf(created);
      expect([found.state, codesOf(found)]).toEqual(['refused', [code]]);
    }
  });

  it('answers once', async () => {
    const created = await askFor({}, false);
    const { send } = await received(created);
    const badge = await badgeOf(hanako.did);
    const answers = await Promise.all([send(badge), send(badge)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await send(badge)).status).toBe(409);
    await expect(received(created)).rejects.toThrow();
  });

  it('cannot be made to answer a request that was altered', async () => {
    const created = await askFor();
    const [, tokenUri = ''] = /request_uri=([^&]+)/.exec(created.uri) ?? [];
    const object = await (await fetch(decodeURIComponent(tokenUri))).text();
    const [header, payload = '', signature] = object.split('.');
    const request = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>;
    const altered = Buffer.from(JSON.stringify({ ...request, response_uri: 'https://evil.example/' })).toString(
      'base64url',
    );
    const wallet = otherWallet();
    const clientId = String(request.client_id);
    const resolving = wallet.resolveOpenId4vpAuthorizationRequest({
      authorizationRequestPayload: { client_id: clientId, request: `${header}.${altered}.${signature}` },
    });
    await expect(resolving).rejects.toThrow();
  });
});

describe('what is posted to the verifier', () => {
  const post = async (url: string, parameters: Record<string, string>) => {
    const answer = await fetch(url, { method: 'POST', body: new URLSearchParams(parameters) });
    return [answer.status, await answer.json()];
  };

  it('is bounded, and belongs to the request', async () => {
    const one = await received(await askFor({}, false));
    const other = await received(await askFor({}, false));
    const vp_token = JSON.stringify({ member: [await badgeOf(hanako.did)] });
    expect(await post(one.request.response_uri, { vp_token, state: other.request.state })).toMatchObject([400, {}]);
    expect(await post(one.request.response_uri, { vp_token })).toMatchObject([400, { error: 'invalid_request' }]);
    const huge = { vp_token: 'x'.repeat(2_097_153), state: one.request.state };
    expect((await post(one.request.response_uri, huge))[0]).toBe(413);
    const many = { vp_token: JSON.stringify({ member: ['a', 'b'] }), state: one.request.state };
    expect((await post(one.request.response_uri, many))[0]).toBe(400);
    const unknown = one.request.response_uri.replace(/[^/]+$/, 'nothing');
    expect((await post(unknown, { vp_token, state: one.request.state }))[0]).toBe(404);
    expect(await post(one.request.response_uri, { vp_token, state: one.request.state })).toEqual([200, {}]);
  });

  it('comes too late after the time of the request', async () => {
    const created = await askFor({}, false);
    const { request } = await received(created);
    await world.advance(600_000);
    vi.setSystemTime(world.clock.now());
    const vp_token = JSON.stringify({ member: [await badgeOf(hanako.did)] });
    expect(await post(request.response_uri, { vp_token, state: request.state })).toMatchObject([410, {}]);
    expect((await statusOf(created)).state).toBe('expired');
  });

  it('may say that the student declined', async () => {
    const created = await askFor({}, false);
    const { request } = await received(created);
    expect(await post(request.response_uri, { error: 'access_denied', state: request.state })).toEqual([200, {}]);
    expect(await statusOf(created)).toMatchObject({ state: 'declined', error: 'access_denied' });
  });
});

import { createHmac, createPublicKey } from 'node:crypto';
import { exportJWK } from 'jose';
import { describe, expect, it } from 'vitest';
import {
  at,
  didKeyOf,
  nonceOf,
  type Openid4vciWorld,
  openid4vciWorld,
  otherSchool,
  type ProofMade,
  proofOf,
  refusalIn,
  request,
  requestWith,
  school,
  tokenOf,
  walletKey,
} from './openid4vci-fixture.ts';

/** Signs nothing, or with what everyone knows. */
function forged(header: object, payload: object, sign: (input: string) => string): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const input = `${part(header)}.${part(payload)}`;
  return `${input}.${sign(input)}`;
}

async function claimsOf({ world }: Openid4vciWorld, nonce: string) {
  return { aud: `${world.origins.issuer}/schools/${school}`, iat: Math.floor(world.clock.now() / 1_000), nonce };
}

/** The world as it was, but for the nonces. */
async function refusalOf(fixture: Openid4vciWorld, bearer: string, jwt: string) {
  const { status, body } = await requestWith(fixture, bearer, jwt);
  expect(status).toBe(400);
  expect(fixture.events('credential.claimed')).toEqual([]);
  return body.error;
}

describe('a proof', () => {
  it('without signature, or signed with the public key as a shared secret, is refused', async () => {
    const fixture = await openid4vciWorld();
    const bearer = await tokenOf(fixture);
    const publicKey = createPublicKey(walletKey());
    const jwk = await exportJWK(publicKey);
    const claims = await claimsOf(fixture, await nonceOf(fixture));
    const header = { typ: 'openid4vci-proof+jwt', jwk };
    for (const alg of ['none', 'None', 'NONE', undefined]) {
      const none = forged({ ...header, alg }, claims, () => '');
      expect(await refusalOf(fixture, bearer, none)).toBe('invalid_proof');
    }
    const pem = publicKey.export({ type: 'spki', format: 'pem' });
    const hmac = forged({ ...header, alg: 'HS256' }, claims, (input) =>
      createHmac('sha256', pem).update(input).digest('base64url'),
    );
    expect(await refusalOf(fixture, bearer, hmac)).toBe('invalid_proof');
    const shared = { kty: 'oct', k: 'c2VjcmV0' };
    const oct = forged({ ...header, jwk: shared, alg: 'HS256' }, claims, (input) =>
      createHmac('sha256', 'secret').update(input).digest('base64url'),
    );
    expect(await refusalOf(fixture, bearer, oct)).toBe('invalid_proof');
  });

  const aud = (host: string): ProofMade => ({ payload: { aud: host } });
  const second = 1_000;
  const cases: readonly [string, (fixture: Openid4vciWorld) => ProofMade][] = [
    ['for another school', ({ world }) => aud(`${world.origins.issuer}/schools/${otherSchool}`)],
    ['for another host', () => aud(`https://evil.test/schools/${school}`)],
    ['for several', ({ world }) => ({ payload: { aud: [`${world.origins.issuer}/schools/${school}`, 'x'] } })],
    ['for nobody', () => ({ payload: { aud: undefined } })],
    ['of long ago', ({ world }) => ({ payload: { iat: world.clock.now() / second - 301 } })],
    ['of the future', ({ world }) => ({ payload: { iat: world.clock.now() / second + 61 } })],
    ['without time', () => ({ payload: { iat: undefined } })],
    ['that has expired', ({ world }) => ({ payload: { exp: world.clock.now() / second - 10 } })],
    ['not valid yet', ({ world }) => ({ payload: { nbf: world.clock.now() / second + 100 } })],
    ['without nonce', () => ({ payload: { nonce: undefined } })],
    ['with a number as nonce', () => ({ payload: { nonce: 7 } })],
    ['with the name of a client nobody named', () => ({ payload: { iss: 'client' } })],
    ['of another type', () => ({ header: { typ: 'JWT' } })],
    ['without type', () => ({ header: { typ: undefined } })],
    ['without key', () => ({ header: { jwk: undefined } })],
    ['with two keys', () => ({ header: { kid: didKeyOf(walletKey('other')) } })],
    ['with certificates', () => ({ header: { x5c: ['AAAA'] } })],
    ['with a trust chain', () => ({ header: { trust_chain: ['AAAA'] } })],
    ['with a key of the web', () => ({ header: { jwk: undefined, kid: 'https://evil.test/keys/1' } })],
    ['with did:web', () => ({ header: { jwk: undefined, kid: 'did:web:evil.test#1' } })],
    ['with a broken DID', () => ({ header: { jwk: undefined, kid: 'did:key:zzz#zzz' } })],
    ['with a key that is too long', () => ({ header: { jwk: undefined, kid: `did:jwk:${'A'.repeat(9_000)}#0` } })],
    ['that is too long', () => ({ payload: { x: 'x'.repeat(20_000) } })],
  ];
  it.each(cases)('%s is refused', async (_, made) => {
    const fixture = await openid4vciWorld();
    const bearer = await tokenOf(fixture);
    const jwt = await proofOf(fixture, await nonceOf(fixture), made(fixture));
    expect(await refusalOf(fixture, bearer, jwt)).toBe('invalid_proof');
  });

  it('with the key of someone else in its header is refused', async () => {
    const fixture = await openid4vciWorld();
    const bearer = await tokenOf(fixture);
    const jwk = await exportJWK(createPublicKey(walletKey('victim')));
    const jwt = await proofOf(fixture, await nonceOf(fixture), { header: { jwk } });
    expect(await refusalOf(fixture, bearer, jwt)).toBe('invalid_proof');
  });

  it('with a private key in its header is refused', async () => {
    const fixture = await openid4vciWorld();
    const bearer = await tokenOf(fixture);
    const jwk = await exportJWK(walletKey());
    expect(await refusalOf(fixture, bearer, await proofOf(fixture, await nonceOf(fixture), { header: { jwk } }))).toBe(
      'invalid_proof',
    );
  });
});

describe('a nonce', () => {
  it('counts once: a proof that was seen is worth nothing to who kept it', async () => {
    const fixture = await openid4vciWorld();
    const bearer = await tokenOf(fixture);
    const jwt = await proofOf(fixture, await nonceOf(fixture));
    expect((await requestWith(fixture, bearer, jwt)).status).toBe(200);
    const replayed = await requestWith(fixture, bearer, jwt);
    expect([replayed.body.error, refusalIn(replayed)]).toEqual(['invalid_nonce', 'openid4vci-nonce-invalid']);
  });

  it('is refused when it is too old, of another school, or made up', async () => {
    const fixture = await openid4vciWorld();
    const bearer = await tokenOf(fixture);
    const old = await nonceOf(fixture);
    await fixture.world.advance(6 * 60_000);
    expect(await refusalOf(fixture, bearer, await proofOf(fixture, old))).toBe('invalid_nonce');
    const foreign = String((await fixture.ask('POST', at('nonce', otherSchool))).body.c_nonce);
    expect(await refusalOf(fixture, bearer, await proofOf(fixture, foreign))).toBe('invalid_nonce');
    expect(await refusalOf(fixture, bearer, await proofOf(fixture, 'made-up'))).toBe('invalid_nonce');
    expect((await request(fixture, bearer)).status).toBe(200);
  });
});

describe('two wallets at once', () => {
  it('one has it, the other is denied', async () => {
    const fixture = await openid4vciWorld();
    const bearer = await tokenOf(fixture);
    const answers = await Promise.all([
      request(fixture, bearer, { key: walletKey('one') }),
      request(fixture, bearer, { key: walletKey('two') }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
    expect(fixture.events('credential.claimed')).toHaveLength(1);
  });
});

describe('hostile requests', () => {
  it.each([
    ['nothing', ''],
    ['no JSON', '{'],
    ['a list', '[]'],
    ['a text', '"x"'],
    ['null', 'null'],
    [
      'prototypes',
      '{"__proto__":{"credential_configuration_id":"StudentID_jwt_vc_json"},"constructor":{"prototype":{}}}',
    ],
  ])('%s: an error of the catalogue', async (_, body) => {
    const fixture = await openid4vciWorld();
    const bearer = await tokenOf(fixture);
    const response = await fixture.services.fetch(fixture.world.origins.issuer + at('credential'), {
      method: 'POST',
      headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
      body,
    });
    expect(response.status).toBe(400);
    expect(response.json<{ error: string }>().error).toMatch(/^invalid_/);
  });
});

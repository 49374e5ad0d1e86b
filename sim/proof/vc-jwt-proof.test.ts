import { createPrivateKey, createPublicKey, hash, type KeyObject, sign, verify } from 'node:crypto';
import { compactVerify } from 'jose';
import { describe, expect, it } from 'vitest';
import { createWorld, defaultLimits, type KeyPair } from '../kernel/index.ts';
import {
  createKeyResolver,
  issueVcJwt,
  multikeyOf,
  publicJwkOf,
  type ResolveKey,
  signingKeyOf,
  verifyVcJwtProof,
} from './index.ts';
import { jwsAlgorithmOf } from './jws-algorithm.ts';
import { studentIdOfTests as credential } from './student-id-fixture.ts';

const { keys } = createWorld({ seed: 7, startsAt: 0, limits: defaultLimits, parameters: {} }, [
  { name: 'proof-test', tables: '', commands: [], begin: (world) => void world.keys.allocateRsa('school') },
]);
const rsa = keys.rsa('school');
const p256 = keys.ecP256('school');
const ed25519 = keys.ed25519('school');
const offline = createKeyResolver();
const issuer = credential.issuer.id;

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const decoded = (jwt: string, index: number): { [name: string]: unknown } =>
  JSON.parse(Buffer.from(jwt.split('.')[index] ?? '', 'base64url').toString());

/** A JWS of whatever header and payload, by Ed25519. */
function signed(payload: object, header: object = {}, pair: KeyPair = ed25519): string {
  const input = `${part({ alg: 'EdDSA', kid: kidOf(pair), ...header })}.${part(payload)}`;
  return `${input}.${sign(null, Buffer.from(input), pair.privateKey).toString('base64url')}`;
}
const kidOf = ({ publicKey }: KeyPair): string => `${issuer}#${multikeyOf(publicKey)}`;

describe.each([
  ['RS256', rsa],
  ['ES256', p256],
  ['EdDSA', ed25519],
] as const)('a VC-JWT by %s', (alg, pair) => {
  it('is the same text every time, holds for jose, and says how it was made', async () => {
    const jwt = await issueVcJwt(credential, signingKeyOf(pair));
    expect(await issueVcJwt(credential, signingKeyOf(pair))).toBe(jwt);
    const { payload } = await compactVerify(
      jwt,
      createPublicKey({ key: { ...publicJwkOf(pair.publicKey) }, format: 'jwk' }),
    );
    expect(JSON.parse(Buffer.from(payload).toString())).toMatchObject(credential);
    expect(await verifyVcJwtProof(jwt, offline)).toEqual({
      proof: {
        mechanism: `VC-JWT ${alg}`,
        hashes: { signingInputHash: hash('sha256', jwt.slice(0, jwt.lastIndexOf('.'))) },
      },
      credential,
      profile: 'vcdm2',
      payload: decoded(jwt, 1),
    });
  });

  it('does not hold with one bit of it changed', async () => {
    const jwt = await issueVcJwt(credential, signingKeyOf(pair));
    const [header = '', payload = '', signature = ''] = jwt.split('.');
    const flipped = Buffer.from(signature, 'base64url');
    flipped[9] = (flipped[9] ?? 0) ^ 1;
    const forged = part({ ...decoded(jwt, 1), name: '偽' });
    for (const text of [`${header}.${payload}.${flipped.toString('base64url')}`, `${header}.${forged}.${signature}`]) {
      await expect(verifyVcJwtProof(text, offline)).rejects.toMatchObject({ code: 'proof-signature' });
    }
  });
});

describe('ES256', () => {
  it('signs as https://www.rfc-editor.org/rfc/rfc6979#appendix-A.2.5 says', async () => {
    const text = (hex: string): string => Buffer.from(hex, 'hex').toString('base64url');
    const jwk = {
      kty: 'EC',
      crv: 'P-256',
      d: text('C9AFA9D845BA75166B5C215767B1D6934E50C3DB36E89B127B8A622B120F6721'),
      x: text('60FED4BA255A9D31C961EB74C6356D68C049B8923B61FA6CE669622E60F29FB6'),
      y: text('7903FE1008B8BC99A41AE9E95628BC64F2F1B20C2D7E9F5177A3C294D4462299'),
    };
    const privateKey = createPrivateKey({ key: jwk, format: 'jwk' });
    const signature = await jwsAlgorithmOf(privateKey)?.sign?.(Buffer.from('sample'), privateKey);
    expect(
      Buffer.from(signature ?? [])
        .toString('hex')
        .toUpperCase(),
    ).toBe(
      'EFD48B2AACB6A8FD1140DD9CD45E81D69D2C877B56AAF991C34D0EA84EAF3716' +
        'F7CB1C942D657C41D436C7A1B6E29F65F3E900DBB9AFF4064DC4AB2F843ACDA8',
    );
    const at = { key: createPublicKey(privateKey), dsaEncoding: 'ieee-p1363' } as const;
    expect(verify('sha256', Buffer.from('sample'), at, signature ?? Buffer.alloc(0))).toBe(true);
  });
});

describe('the header of a VC-JWT', () => {
  const payload = {
    ...credential,
    iss: issuer,
    jti: credential.id,
    sub: credential.credentialSubject.id,
    nbf: 1775001600,
    exp: 1806505199,
  };

  it('may name the key, and then the proof says whose it is', async () => {
    const { proof } = await verifyVcJwtProof(signed(payload), offline);
    expect(proof).toMatchObject({ mechanism: 'VC-JWT EdDSA', verificationMethod: kidOf(ed25519), controller: issuer });
    expect((await verifyVcJwtProof(signed(payload, { alg: 'Ed25519', typ: 'JWT' }), offline)).proof.mechanism).toBe(
      'VC-JWT EdDSA',
    );
  });

  it('has one key, also when it names it twice', async () => {
    const jwk = publicJwkOf(ed25519.publicKey);
    await expect(verifyVcJwtProof(signed(payload, { jwk }), offline)).resolves.toMatchObject({ profile: 'vcdm2' });
    const stranger = publicJwkOf(keys.ed25519('stranger').publicKey);
    await expect(verifyVcJwtProof(signed(payload, { jwk: stranger }), offline)).rejects.toMatchObject({
      code: 'proof-header',
      parameters: { member: 'jwk' },
    });
  });

  const jwk = publicJwkOf(ed25519.publicKey);
  it.each([
    [{ crit: ['b64'] }, 'crit'],
    [{ b64: false }, 'b64'],
    [{ cty: 'vc' }, 'cty'],
    [{ typ: 'vc+jwt' }, 'typ'],
    [{ kid: 7 }, 'kid'],
    [{ kid: undefined }, 'jwk'],
    [{ kid: undefined, jwk: { ...jwk, d: 'AAAA' } }, 'jwk'],
    [{ kid: undefined, jwk: { kty: 'oct', k: 'AAAA' } }, 'jwk'],
    [{ kid: undefined, jwk: 'x' }, 'jwk'],
    [{ kid: undefined, jwk: { ...jwk, use: 'enc' } }, 'jwk'],
  ])('%o is refused for its %s', async (header, member) => {
    await expect(verifyVcJwtProof(signed(payload, header), offline)).rejects.toMatchObject({
      code: 'proof-header',
      parameters: { member },
    });
  });

  it.each(['none', 'None', 'HS256', 'RS256', 'ES256', 'PS256', '', undefined, null, ['EdDSA']])(
    '%o is not its algorithm',
    async (alg) => {
      await expect(verifyVcJwtProof(signed(payload, { alg }), offline)).rejects.toMatchObject({
        code: 'proof-algorithm',
      });
    },
  );

  it('names a key that can be found, or the proof does not hold', async () => {
    const jwt = signed(payload, { kid: `${issuer}/keys/1` });
    await expect(verifyVcJwtProof(jwt, offline)).rejects.toMatchObject({ code: 'key-unresolved' });
    const resolveKey: ResolveKey = async (id) => ({ id, controller: issuer, publicKey: ed25519.publicKey });
    await expect(verifyVcJwtProof(jwt, resolveKey)).resolves.toMatchObject({ credential });
    const another: ResolveKey = async (id) => ({ id, controller: issuer, publicKey: keys.ed25519('other').publicKey });
    await expect(verifyVcJwtProof(jwt, another)).rejects.toMatchObject({ code: 'proof-signature' });
    const rsaKey: KeyObject = rsa.publicKey;
    const ofAnotherKind: ResolveKey = async (id) => ({ id, controller: issuer, publicKey: rsaKey });
    await expect(verifyVcJwtProof(jwt, ofAnotherKind)).rejects.toMatchObject({ code: 'proof-algorithm' });
  });
});

describe('the text of a VC-JWT', () => {
  it('has one spelling', async () => {
    const jwt = await issueVcJwt(credential, signingKeyOf(ed25519));
    // The 86th character of a signature of 64 bytes carries two bits; the other four must be 0.
    const loose = jwt.slice(0, -1) + String.fromCharCode(jwt.charCodeAt(jwt.length - 1) + 1);
    const [header, payload, signature] = jwt.split('.');
    const noText = Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]).toString('base64url');
    for (const text of [
      loose,
      `${jwt}=`,
      ` ${jwt}`,
      `${jwt}\n`,
      `${jwt}.`,
      `${header}.${payload}`,
      `${header}..${signature}`,
      `${header}.${noText}.${signature}`,
      `${part([1])}.${payload}.${signature}`,
      '',
      '..',
    ]) {
      await expect(verifyVcJwtProof(text, offline), text).rejects.toMatchObject({ code: 'proof-malformed' });
    }
  });
});

describe('the claims of a VC-JWT', () => {
  const claims = {
    iss: issuer,
    jti: credential.id,
    sub: credential.credentialSubject.id,
    nbf: 1775001600,
    exp: 1806505199,
  };
  const held = (payload: object) => verifyVcJwtProof(signed(payload), offline);
  const refused = (payload: object, claim: string) =>
    expect(held(payload), claim).rejects.toMatchObject({ code: 'proof-claim', parameters: { claim } });

  it('mirror the credential, and others of RFC 7519 are no part of it', async () => {
    const { credential: found } = await held({ ...credential, ...claims, iat: 1, aud: 'x' });
    expect(found).toEqual(credential);
  });

  it('need no sub for a subject without id, and then have none', async () => {
    const { id: _, ...subject } = credential.credentialSubject;
    const { sub, ...others } = claims;
    await expect(held({ ...credential, ...others, credentialSubject: subject })).resolves.toMatchObject({
      profile: 'vcdm2',
    });
    await refused({ ...credential, ...others, sub, credentialSubject: subject }, 'sub');
    await refused({ ...credential, ...others }, 'sub');
  });

  it('set an end that the credential does not say', async () => {
    const { validUntil: _, ...endless } = credential;
    expect((await held({ ...endless, ...claims })).credential.validUntil).toBe('2027-03-31T14:59:59.000Z');
    await refused({ ...endless, ...claims, exp: 'soon' }, 'exp');
    const { exp: __, ...without } = claims;
    await refused({ ...credential, ...without }, 'exp');
    expect((await held({ ...endless, ...without })).credential).not.toHaveProperty('validUntil');
  });

  it('may cut off fractions of a second, and may keep them', async () => {
    for (const [validFrom, nbf] of [
      ['2026-04-01T00:00:00.750Z', 1775001600],
      ['2026-04-01T00:00:00.750Z', 1775001600.75],
      ['2026-04-01T00:00:00.123456Z', 1775001600],
    ]) {
      await expect(held({ ...credential, ...claims, validFrom, nbf })).resolves.toMatchObject({
        credential: { validFrom },
      });
    }
    await refused({ ...credential, ...claims, validFrom: '2026-04-01', nbf: 1775001600 }, 'nbf');
  });

  describe('around a credential of VCDM 1.1', () => {
    const { validFrom, validUntil, ...common } = credential;
    const vc = { ...common, issuanceDate: validFrom, expirationDate: validUntil };

    it('mirror it inside `vc`', async () => {
      const { credential: found, profile } = await held({ ...claims, vc });
      expect(profile).toBe('vcdm1');
      expect(found).toEqual(vc);
    });

    it('stand for what it leaves out', async () => {
      const { id: _, issuer: __, issuanceDate: ___, expirationDate: ____, credentialSubject, ...bare } = vc;
      const { id: _____, ...subject } = credentialSubject;
      expect((await held({ ...claims, vc: { ...bare, credentialSubject: subject } })).credential).toMatchObject({
        id: credential.id,
        issuer,
        issuanceDate: '2026-04-01T00:00:00.000Z',
        expirationDate: '2027-03-31T14:59:59.000Z',
        credentialSubject: { id: claims.sub, type: ['AchievementSubject'] },
      });
    });

    it.each([
      ['iss', { issuer: 'https://other.test/' }],
      ['jti', { id: 'urn:uuid:other' }],
      ['sub', { credentialSubject: { id: 'urn:uuid:other' } }],
      ['nbf', { issuanceDate: '2026-04-02T00:00:00Z' }],
      ['exp', { expirationDate: '2026-04-02T00:00:00Z' }],
    ])('are refused when %s differs', async (claim, change) => {
      await refused({ ...claims, vc: { ...vc, ...change } }, claim);
    });

    it('are refused when neither they nor it say who issued it and when', async () => {
      const { iss: _, ...nobody } = claims;
      const { nbf: __, ...never } = claims;
      await refused({ ...nobody, vc: { ...vc, issuer: undefined } }, 'iss');
      await refused({ ...nobody, vc }, 'iss');
      await refused({ ...never, vc: { ...vc, issuanceDate: undefined } }, 'nbf');
      await refused({ ...claims, vc: [vc] }, 'vc');
      await refused({ ...credential, ...claims, vc: null }, 'vc');
    });
  });
});

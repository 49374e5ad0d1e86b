import { createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { createWorld, defaultLimits, parseInstant, type World } from '../kernel/index.ts';
import {
  type AchievementCredential,
  achievementCredentialSchema,
  checkCredential,
  hashedAddress,
  isIdentityOf,
  issueVcJwt,
  publicJwkOf,
  signingKeyOf,
  studentIdOf,
  verifyVcJwt,
} from './index.ts';
import { addressOfTests as address, studentIdOfTests as credential } from './student-id-fixture.ts';

function worldOf(seed: number): World {
  return createWorld({ seed, startsAt: 0, limits: defaultLimits, parameters: {} }, [
    { name: 'proof-test', tables: '', commands: [], begin: (world) => void world.keys.allocateRsa('school') },
  ]);
}
const pair = worldOf(7).keys.rsa('school');
const key = signingKeyOf(pair);
const part = (jwt: string, index: number) =>
  JSON.parse(Buffer.from(jwt.split('.')[index] ?? '', 'base64url').toString());
const resign = (payload: object, header: object = {}, privateKey = pair.privateKey) =>
  new SignJWT(payload as never)
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', jwk: key.jwk, ...header } as never)
    .sign(privateKey);

describe('a VC-JWT', () => {
  it('holds for node:crypto alone, with the key in its own header', async () => {
    const jwt = await issueVcJwt(credential, key);
    const [header = '', payload = '', signature = ''] = jwt.split('.');
    const embedded = createPublicKey({ key: part(jwt, 0).jwk, format: 'jwk' });
    const signed = Buffer.from(`${header}.${payload}`);
    expect(verify('RSA-SHA256', signed, embedded, Buffer.from(signature, 'base64url'))).toBe(true);
    signed[20] = (signed[20] ?? 0) ^ 1;
    expect(verify('RSA-SHA256', signed, embedded, Buffer.from(signature, 'base64url'))).toBe(false);
  });

  it('carries the credential at the top level, the claims that mirror it, and only the three headers', async () => {
    const jwt = await issueVcJwt(credential, key);
    expect(part(jwt, 0)).toEqual({ alg: 'RS256', typ: 'JWT', jwk: publicJwkOf(pair.publicKey) });
    expect(part(jwt, 1)).toEqual({
      ...credential,
      iss: credential.issuer.id,
      jti: credential.id,
      sub: credential.credentialSubject.id,
      nbf: Date.parse(credential.validFrom) / 1_000,
      exp: Date.parse(credential.validUntil) / 1_000,
    });
  });

  it('is the same text for the same seed, another for another', async () => {
    const again = signingKeyOf(worldOf(7).keys.rsa('school'));
    const other = signingKeyOf(worldOf(8).keys.rsa('school'));
    const jwt = await issueVcJwt(credential, key);
    expect(await issueVcJwt(credential, again)).toBe(jwt);
    expect(await issueVcJwt(credential, other)).not.toBe(jwt);
  });

  it('opens to the credential that went in, and shows what a card shows', async () => {
    const opened = await verifyVcJwt(await issueVcJwt(credential, key), pair.publicKey);
    expect(opened).toMatchObject(credential);
    expect(studentIdOf(opened)).toEqual({
      credential: credential.id,
      name: '髙﨑 𠮷子',
      nameKana: 'タカサキ ヨシコ',
      studentNumber: 'A0012',
      school: { id: credential.issuer.id, name: '見本大学' },
      faculty: '工学部',
      period: '2026',
      validFrom: credential.validFrom,
      validUntil: credential.validUntil,
    });
  });

  it('is refused when a claim does not equal its property', async () => {
    const payload = part(await issueVcJwt(credential, key), 1);
    for (const claim of ['iss', 'jti', 'sub', 'nbf', 'exp']) {
      const wrong = await resign({
        ...payload,
        [claim]: claim === 'nbf' || claim === 'exp' ? payload[claim] + 1 : 'x',
      });
      await expect(verifyVcJwt(wrong, pair.publicKey), claim).rejects.toMatchObject({
        code: 'proof-claim',
        parameters: { claim },
      });
      const { [claim]: _, ...rest } = payload;
      await expect(verifyVcJwt(await resign(rest), pair.publicKey), claim).rejects.toMatchObject({
        code: 'proof-claim',
      });
    }
  });

  it('is refused when altered, signed by another key, or no JWS', async () => {
    const jwt = await issueVcJwt(credential, key);
    const [header, , signature] = jwt.split('.');
    const forged = Buffer.from(JSON.stringify({ ...part(jwt, 1), name: '偽' })).toString('base64url');
    await expect(verifyVcJwt(`${header}.${forged}.${signature}`, pair.publicKey)).rejects.toMatchObject({
      code: 'proof-signature',
    });
    const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const strange = await resign(part(jwt, 1), {}, stranger.privateKey);
    await expect(verifyVcJwt(strange, pair.publicKey)).rejects.toMatchObject({ code: 'proof-signature' });
    await expect(verifyVcJwt(jwt, stranger.publicKey)).rejects.toMatchObject({ code: 'proof-header' });
    for (const text of ['', 'a.b', 'a.b.c', `${header}.${header}`, `${header}.e30.`, `${jwt}.x`]) {
      await expect(verifyVcJwt(text, pair.publicKey), text).rejects.toMatchObject({ code: 'proof-malformed' });
    }
  });

  it('is refused for a key that RS256 does not allow', async () => {
    const small = generateKeyPairSync('rsa', { modulusLength: 1024 });
    const jwk = publicJwkOf(small.publicKey);
    const weak = { ...small, jwk, kid: 'small' };
    await expect(issueVcJwt(credential, weak)).rejects.toThrow(TypeError);
    const [header, payload] = [{ alg: 'RS256', typ: 'JWT', jwk }, part(await issueVcJwt(credential, key), 1)];
    const signed = [header, payload].map((one) => Buffer.from(JSON.stringify(one)).toString('base64url')).join('.');
    const jwt = `${signed}.${sign('sha256', Buffer.from(signed), small.privateKey).toString('base64url')}`;
    await expect(verifyVcJwt(jwt, small.publicKey)).rejects.toMatchObject({ code: 'proof-algorithm' });
  });

  it('is refused for another algorithm or any header beyond the allowed ones', async () => {
    const payload = part(await issueVcJwt(credential, key), 1);
    const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.e30.AA`;
    await expect(verifyVcJwt(none, pair.publicKey)).rejects.toMatchObject({ code: 'proof-algorithm' });
    const headers: [object, string][] = [
      [{ cty: 'x' }, 'cty'],
      [{ typ: 'vc+jwt' }, 'typ'],
      [{ jwk: { ...key.jwk, d: 'AQAB' } }, 'jwk'],
      [{ jwk: undefined }, 'jwk'],
    ];
    for (const [header, member] of headers) {
      await expect(verifyVcJwt(await resign(payload, header), pair.publicKey)).rejects.toMatchObject({
        code: 'proof-header',
        parameters: { member },
      });
    }
  });

  it('is held against the clock only when one is given: from nbf on, before exp', async () => {
    const jwt = await issueVcJwt(credential, key);
    const at = (text: string) => verifyVcJwt(jwt, pair.publicKey, { now: parseInstant(text) ?? 0 });
    await expect(at('2026-04-01T08:59:59+09:00')).rejects.toMatchObject({ code: 'credential-not-yet-valid' });
    await expect(at('2026-04-01T09:00:00+09:00')).resolves.toMatchObject({ jti: credential.id });
    await expect(at('2027-03-31T23:59:58+09:00')).resolves.toMatchObject({ jti: credential.id });
    await expect(at('2027-03-31T23:59:59+09:00')).rejects.toMatchObject({ code: 'credential-expired' });
  });
});

describe('the check before a credential leaves', () => {
  const change = (path: string, value: unknown): unknown => {
    const copy = structuredClone(credential) as never;
    const names = path.split('/').slice(1);
    const last = names.pop() ?? '';
    const holder = names.reduce<Record<string, unknown>>((at, name) => at[name] as never, copy);
    if (value === undefined) delete holder[last];
    else holder[last] = value;
    return copy;
  };

  it('is made of a valid JSON Schema', () => {
    expect(new Ajv2020().validateSchema(achievementCredentialSchema)).toBe(true);
  });

  it('passes what we issue', () => {
    expect(() => checkCredential(credential)).not.toThrow();
  });

  it('names the pointer of what is wrong, also where the official schema has holes', () => {
    const wrong: [string, unknown][] = [
      ['/id', 'https://example.test/1'],
      ['/credentialSubject/identifier', []],
      ['/credentialSubject/identifier/3/identityHash', 'sha256$zz'],
      ['/credentialSubject/achievement/achievementType', 'StudentID'],
      ['/extra', 1],
      ['/name', undefined],
      ['/issuer/name', ''],
      ['/validFrom', '2026-04-01'],
      ['/validFrom', '2026-99-01T09:00:00+09:00'],
      ['/validUntil', credential.validFrom],
      ['/type', 'OpenBadgeCredential'],
      ['/@context', [...credential['@context']].reverse()],
    ];
    for (const [path, value] of wrong) {
      let pointer = '';
      try {
        checkCredential(change(path, value));
      } catch (error) {
        pointer = String((error as { parameters: { pointer: string } }).parameters.pointer);
      }
      expect(pointer.startsWith(path), `${path}: ${pointer}`).toBe(true);
    }
  });

  it('refuses to sign what fails it', async () => {
    await expect(issueVcJwt(change('/name', '') as AchievementCredential, key)).rejects.toMatchObject({
      code: 'credential-invalid',
    });
  });
});

describe('a hashed address', () => {
  it('is the vector of the specification, and is found by the same spelling only', () => {
    expect(hashedAddress('a@example.com', 'Kosher').identityHash).toBe(
      'sha256$b5809d8a92f8858436d7e6b87c12ebc0ae1eac4baecc2c0b913aee2c922ef399',
    );
    const identity = hashedAddress(address, 'salt-of-16-bytes');
    expect(isIdentityOf(identity, address)).toBe(true);
    expect(isIdentityOf(identity, address.toUpperCase())).toBe(false);
  });
});

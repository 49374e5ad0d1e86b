import { createHash, type KeyObject } from 'node:crypto';
import { Openid4vpVerifier } from '@openid4vc/openid4vp';
import { CompactSign, compactDecrypt } from 'jose';
import { describe, expect, it } from 'vitest';
import type { Fetch, KeyPair, Request } from '../../kernel/index.ts';
import { createKeyResolver, publicJwkOf, thumbprintOf } from '../../proof/index.ts';
import { verifyOpenBadge } from '../../verify/open-badge/index.ts';
import { nameOf } from '../presentation-fixture.ts';
import { type StudentFixture, studentFixture } from '../student-fixture.ts';

const desk = 'https://desk.example';
const query = {
  credentials: [
    {
      id: 'student',
      format: 'jwt_vc_json',
      meta: { type_values: [['https://purl.imsglobal.org/spec/vc/ob/vocab.html#OpenBadgeCredential']] },
      require_cryptographic_holder_binding: false,
      claims: [{ path: ['credentialSubject', 'achievement', 'achievementType'], values: ['Membership'] }],
    },
  ],
};

/** The host of a verifier of other people: what stands there, and what is posted to it. */
function host() {
  const pages = new Map<string, string>();
  const posted: Record<string, string>[] = [];
  const outward: Fetch = async (url: string, request: Request = {}) => {
    const isAnswer = url === `${desk}/responses/1`;
    if (isAnswer) posted.push(Object.fromEntries(new URLSearchParams(String(request.body))));
    const text = isAnswer ? JSON.stringify({ redirect_uri: `${desk}/done` }) : pages.get(url);
    const body = Buffer.from(text ?? '');
    return { status: text === undefined ? 404 : 200, headers: {}, body, json: () => JSON.parse(body.toString()) };
  };
  return { pages, posted, outward };
}

const never = () => {
  throw new Error('not needed');
};

/** What the library of other people needs: it signs and decrypts with these keys. */
function callbacksWith(signing: KeyPair, decryption: KeyObject) {
  return {
    hash: (data: Uint8Array, algorithm: string) => createHash(algorithm.replace('-', '')).update(data).digest(),
    fetch: never,
    encryptJwe: never,
    verifyJwt: never,
    getX509CertificateMetadata: never,
    async signJwt(_signer: unknown, { header, payload }: { readonly header: object; readonly payload: object }) {
      const jws = new CompactSign(Buffer.from(JSON.stringify(payload))).setProtectedHeader(header as never);
      return { jwt: await jws.sign(signing.privateKey), signerJwk: publicJwkOf(signing.publicKey) };
    },
    async decryptJwe(jwe: string) {
      const { plaintext } = await compactDecrypt(jwe, decryption);
      return {
        decrypted: true,
        payload: Buffer.from(plaintext).toString(),
        decryptionJwk: publicJwkOf(signing.publicKey),
      };
    },
  } as never;
}

async function asked(student: StudentFixture, pages: Map<string, string>, responseMode: string) {
  const { keys } = student.world;
  const signing = keys.ed25519('test/desk');
  const encryption = keys.ecP256('test/desk/encryption');
  const { did, kid } = nameOf(signing.publicKey);
  const callbacks = callbacksWith(signing, encryption.privateKey);
  const verifier = new Openid4vpVerifier({ callbacks });
  const jwk = publicJwkOf(encryption.publicKey);
  const isEncrypted = responseMode === 'direct_post.jwt';
  const request = {
    response_type: 'vp_token',
    client_id: `decentralized_identifier:${did}`,
    response_mode: responseMode,
    response_uri: `${desk}/responses/1`,
    nonce: 'bm9uY2Utb2Ytb3RoZXJz',
    state: 'state-of-others',
    dcql_query: query,
    client_metadata: {
      vp_formats_supported: { jwt_vc_json: { alg_values: ['RS256', 'ES256', 'EdDSA'] } },
      ...(isEncrypted && {
        jwks: { keys: [{ ...jwk, use: 'enc', alg: 'ECDH-ES', kid: thumbprintOf(jwk) }] },
        encrypted_response_enc_values_supported: ['A256GCM'],
      }),
    },
  } as never;
  const created = await verifier.createOpenId4vpAuthorizationRequest({
    authorizationRequestPayload: request,
    jar: {
      requestUri: `${desk}/requests/1`,
      jwtSigner: { method: 'did', didUrl: kid, alg: 'EdDSA' },
      expiresInSeconds: 300,
    } as never,
    now: new Date(student.world.clock.now()),
  });
  pages.set(`${desk}/requests/1`, created.jar?.authorizationRequestJwt ?? '');
  const read = (answer: Record<string, string>) =>
    verifier.parseOpenid4vpAuthorizationResponse({
      authorizationResponse: answer,
      authorizationRequestPayload: request,
      callbacks,
    });
  return { uri: created.authorizationRequest, read };
}

describe('a verifier of other people', () => {
  it.each(['direct_post', 'direct_post.jwt'])(
    'is presented a student ID by our wallet, by %s',
    async (responseMode) => {
      const { pages, posted, outward } = host();
      const student = await studentFixture({ outward, mechanism: 'VC-JWT ES256' });
      const { bearer, credential, secured } = await student.held();
      const { uri, read } = await asked(student, pages, responseMode);
      const answers = async (body: object) =>
        (await student.ask('wallet', 'POST', '/presentations/answers', { bearer, body })).json<
          Record<string, unknown>
        >();
      const shown = await answers({ uri });
      expect(shown, JSON.stringify(shown)).toMatchObject({
        step: 'asked',
        canBeSatisfied: true,
        verifier: { host: 'desk.example' },
        asked: [{ id: 'student', credentials: [credential] }],
      });
      const consent = { digest: shown.digest, credentials: { student: credential } };
      expect(await answers({ uri, consent })).toMatchObject({ step: 'sent', redirectUri: `${desk}/done` });

      const parsed = await read(posted[0] ?? {});
      expect(parsed).toMatchObject({ type: 'dcql', authorizationResponsePayload: { state: 'state-of-others' } });
      expect(parsed).toMatchObject({ dcql: { presentations: { student: [secured] } } });
      const now = student.world.clock.now();
      const ports = { fetch: student.fetch, resolveKey: createKeyResolver({ fetch: student.fetch }) };
      expect(await verifyOpenBadge(Buffer.from(secured), ports, { now })).toMatchObject({ verdict: 'accepted' });
    },
  );
});

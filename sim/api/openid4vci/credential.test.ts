import { describe, expect, it } from 'vitest';
import { claimCredential } from '../../issuer/index.ts';
import { keyOfJwk, multikeyOf, unverifiedCredential } from '../../proof/index.ts';
import {
  address,
  at,
  didKeyOf,
  nonceOf,
  openid4vciWorld,
  otherSchool,
  proofOf,
  refusalIn,
  request,
  requestWith,
  tokenOf,
  walletKey,
} from './openid4vci-fixture.ts';

const hourMs = 3_600_000;

/** The error of the standard → the code of the catalogue that says it. */
const codes: Readonly<Record<string, string>> = {
  invalid_credential_request: 'openid4vci-request-invalid',
  unknown_credential_configuration: 'openid4vci-configuration-unknown',
  invalid_encryption_parameters: 'openid4vci-encryption',
  invalid_proof: 'openid4vci-proof-invalid',
};

describe('the credential endpoint', () => {
  it('gives the student ID bound to the key that was proved, once and for all', async () => {
    const fixture = await openid4vciWorld();
    const [before] = fixture.credentials();
    const bearer = await tokenOf(fixture);
    const { status, headers, body } = await request(fixture, bearer);
    expect([status, headers['cache-control']]).toEqual([200, 'no-store']);
    const [{ credential: jwt }] = body.credentials as [{ credential: string }];
    const credential = unverifiedCredential(jwt) as { sub: string; credentialSubject: { id: string } };
    expect(credential.sub).toBe(credential.credentialSubject.id);
    const encoded = credential.sub.slice('did:jwk:'.length);
    const named = keyOfJwk(JSON.parse(Buffer.from(encoded, 'base64url').toString('utf8')));
    expect(named && multikeyOf(named)).toBe(didKeyOf(walletKey()).slice('did:key:'.length));
    const after = fixture.credentials();
    expect(after).toHaveLength(1);
    expect(after[0]).toMatchObject({ credential: before?.credential, state: 'claimed' });
    expect(fixture.events('credential.bound')).toHaveLength(1);
    expect(fixture.events('credential.claimed')).toHaveLength(1);

    // The same key has it again, another one never.
    const again = await request(fixture, bearer);
    expect((again.body.credentials as [{ credential: string }])[0].credential).toBe(jwt);
    const other = await request(fixture, bearer, { key: walletKey('another') });
    expect([other.body.error, refusalIn(other)]).toEqual(['credential_request_denied', 'openid4vci-denied']);
    // And no account of our wallet's either.
    const claim = { credential: before?.credential ?? '', account: 'acct_1', addresses: [address] };
    await expect(fixture.world.perform(claimCredential, claim)).rejects.toMatchObject({ code: 'already-claimed' });
    expect(fixture.events('credential.claimed')).toHaveLength(1);
  });

  it('keeps the DID that a wallet names, for both kinds', async () => {
    const fixture = await openid4vciWorld();
    const key = walletKey();
    const did = didKeyOf(key);
    const { body } = await request(fixture, await tokenOf(fixture), {
      header: { jwk: undefined, kid: `${did}#${did.slice('did:key:'.length)}` },
    });
    const [{ credential }] = body.credentials as [{ credential: string }];
    expect(unverifiedCredential(credential)).toMatchObject({ sub: did });
    expect(fixture.events('credential.bound')).toMatchObject([{ method: 'did:key' }]);
  });

  it('gives a credential with a Data Integrity proof as an object', async () => {
    const fixture = await openid4vciWorld({ mechanism: 'eddsa-rdfc-2022' });
    const bearer = await tokenOf(fixture);
    const proofs = { jwt: [await proofOf(fixture, await nonceOf(fixture))] };
    const json = { credential_configuration_id: 'StudentID_ldp_vc', proofs };
    const { body } = await fixture.ask('POST', at('credential'), { bearer, json });
    expect(body.credentials).toMatchObject([{ credential: { type: ['VerifiableCredential', 'OpenBadgeCredential'] } }]);
  });

  it('denies what was revoked, expired or received elsewhere meanwhile, and the nonce is used up', async () => {
    const fixture = await openid4vciWorld();
    const bearer = await tokenOf(fixture);
    const [listed] = fixture.credentials();
    const credential = listed?.credential ?? '';
    await fixture.world.perform(claimCredential, { credential, account: 'acct_1', addresses: [address] });
    const jwt = await proofOf(fixture, await nonceOf(fixture));
    const denied = await requestWith(fixture, bearer, jwt);
    expect([denied.status, denied.body.error]).toEqual([400, 'credential_request_denied']);
    expect((await requestWith(fixture, bearer, jwt)).body.error).toBe('invalid_nonce');
  });

  it.each([
    [{ proofs: { jwt: ['x'] } }, 'invalid_credential_request'],
    [{ credential_configuration_id: 'a', credential_identifier: 'b' }, 'invalid_credential_request'],
    [{ credential_identifier: 'cred_0001' }, 'invalid_credential_request'],
    [{ credential_configuration_id: 7 }, 'invalid_credential_request'],
    [{ credential_configuration_id: 'StudentID_ldp_vc' }, 'unknown_credential_configuration'],
    [
      { credential_configuration_id: 'StudentID_jwt_vc_json', credential_response_encryption: {} },
      'invalid_encryption_parameters',
    ],
    [{ credential_configuration_id: 'StudentID_jwt_vc_json' }, 'invalid_proof'],
    [{ credential_configuration_id: 'StudentID_jwt_vc_json', proofs: { jwt: [] } }, 'invalid_proof'],
    [{ credential_configuration_id: 'StudentID_jwt_vc_json', proofs: { jwt: ['x', 'y'] } }, 'invalid_proof'],
    [{ credential_configuration_id: 'StudentID_jwt_vc_json', proofs: { jwt: 'x' } }, 'invalid_proof'],
    [{ credential_configuration_id: 'StudentID_jwt_vc_json', proofs: { di_vp: [{}] } }, 'invalid_proof'],
    [{ credential_configuration_id: 'StudentID_jwt_vc_json', proofs: { jwt: ['x.y.z'] } }, 'invalid_proof'],
  ])('refuses %j: %s', async (json, error) => {
    const fixture = await openid4vciWorld();
    const answer = await fixture.ask('POST', at('credential'), { bearer: await tokenOf(fixture), json });
    expect([answer.body.error, refusalIn(answer)]).toEqual([error, codes[error]]);
  });

  it('wants a token of this school, still in its time', async () => {
    const fixture = await openid4vciWorld();
    const bearer = await tokenOf(fixture);
    expect((await fixture.ask('POST', at('credential'), { json: {} })).headers['www-authenticate']).toBe(
      'Bearer realm="todoku"',
    );
    const elsewhere = await fixture.ask('POST', at('credential', otherSchool), { bearer, json: {} });
    expect([elsewhere.body.error, refusalIn(elsewhere)]).toEqual(['invalid_token', 'openid4vci-token-invalid']);
    expect(elsewhere.headers['www-authenticate']).toBe('Bearer realm="todoku", error="invalid_token"');
    await fixture.world.advance(2 * hourMs);
    expect((await request(fixture, bearer)).status).toBe(401);
  });
});

import { describe, expect, it } from 'vitest';
import { claimCredential, revokeCredential } from '../../issuer/index.ts';
import { loadWorld, saveWorld } from '../../kernel/index.ts';
import { keyOfJwk, multikeyOf, unverifiedCredential } from '../../proof/index.ts';
import {
  address,
  at,
  didKeyOf,
  nonceOf,
  openid4vciWorld,
  otherSchool,
  preAuthorized,
  proofOf,
  request,
  requestWith,
  school,
  tokenOf,
  walletKey,
} from './openid4vci-fixture.ts';

const hourMs = 3_600_000;

type Grants = { readonly [grant: string]: { readonly tx_code: { readonly description: string } } };

describe('metadata', () => {
  it('stands where the identifier is inserted after the well-known path, one document a school', async () => {
    const fixture = await openid4vciWorld();
    const { status, body } = await fixture.ask('GET', `/.well-known/openid-credential-issuer/schools/${school}`);
    const issuer = `${fixture.world.origins.issuer}/schools/${school}`;
    expect(status).toBe(200);
    expect(body).toMatchObject({
      credential_issuer: issuer,
      credential_endpoint: `${issuer}/openid4vci/credential`,
      credential_configurations_supported: {
        StudentID_jwt_vc_json: {
          format: 'jwt_vc_json',
          credential_signing_alg_values_supported: ['RS256'],
          proof_types_supported: { jwt: { proof_signing_alg_values_supported: expect.arrayContaining(['ES256']) } },
        },
      },
    });
    const server = await fixture.ask('GET', `/.well-known/oauth-authorization-server/schools/${school}`);
    expect(server.body).toMatchObject({ issuer, token_endpoint: `${issuer}/openid4vci/token` });
    const unknown = await fixture.ask('GET', '/.well-known/openid-credential-issuer/schools/nobody');
    expect([unknown.status, unknown.body.code]).toEqual([404, 'school-unknown']);
  });

  it('names the format that the school signs in', async () => {
    const fixture = await openid4vciWorld({ mechanism: 'eddsa-rdfc-2022' });
    const { body } = await fixture.ask('GET', `/.well-known/openid-credential-issuer/schools/${school}`);
    expect(Object.keys(body.credential_configurations_supported as object)).toEqual(['StudentID_ldp_vc']);
  });
});

describe('an offer', () => {
  it('is the mail link by another name: reading it changes nothing, however often', async () => {
    const fixture = await openid4vciWorld();
    const code = fixture.link();
    const before = fixture.world.serialize();
    const { body } = await fixture.ask('GET', `/openid4vci/offers/${code}`);
    const page = await fixture.ask('GET', `/openid4vci/offers/${code}`, { headers: { accept: 'text/html' } });
    expect(Buffer.compare(fixture.world.serialize(), before)).toBe(0);
    expect(body).toMatchObject({
      credential_issuer: `${fixture.world.origins.issuer}/schools/${school}`,
      credential_configuration_ids: ['StudentID_jwt_vc_json'],
      grants: { [preAuthorized]: { 'pre-authorized_code': code, tx_code: { input_mode: 'numeric', length: 6 } } },
    });
    const { description } = ((body.grants as Grants)[preAuthorized] ?? { tx_code: { description: '' } }).tx_code;
    expect(description.length).toBeLessThanOrEqual(300);
    expect(page.text).toContain(`action="/openid4vci/offers/${code}/number"`);
    expect(page.text).toContain('href="openid-credential-offer://?credential_offer_uri=');
  });

  it.each(['x', 'x'.repeat(201), '__proto__', '%00'])('%s is none', async (code) => {
    const { status, body } = await (await openid4vciWorld()).ask('GET', `/openid4vci/offers/${code}`);
    expect([status, body.code]).toEqual([404, 'openid4vci-offer-unknown']);
  });

  it('ends when the credential is received elsewhere or revoked', async () => {
    const fixture = await openid4vciWorld();
    const code = fixture.link();
    const [listed] = fixture.credentials();
    await fixture.world.perform(revokeCredential, { school, credential: listed?.credential ?? '', reason: 'x' });
    const { status, body } = await fixture.ask('GET', `/openid4vci/offers/${code}`);
    expect([status, body.code]).toEqual([410, 'openid4vci-offer-ended']);
    const number = await fixture.ask('POST', `/openid4vci/offers/${code}/number`);
    expect(number.body.code).toBe('openid4vci-offer-ended');
  });

  it('is made by a school with a number of its own, and by no other', async () => {
    const fixture = await openid4vciWorld();
    const [listed] = fixture.credentials();
    const path = `/schools/${school}/credentials/${listed?.credential}/offers`;
    const { keys } = fixture.world;
    expect((await fixture.ask('POST', path)).status).toBe(401);
    expect((await fixture.ask('POST', path, { bearer: keys.secret(`school/${otherSchool}`) })).status).toBe(401);
    const elsewhere = `/schools/${otherSchool}/credentials/${listed?.credential}/offers`;
    const foreign = await fixture.ask('POST', elsewhere, { bearer: keys.secret(`school/${otherSchool}`) });
    expect(foreign.body.code).toBe('credential-unknown');
    const bearer = keys.secret(`school/${school}`);
    const first = await fixture.ask('POST', path, { bearer });
    const second = await fixture.ask('POST', path, { bearer });
    const codeOf = (answer: typeof first) => String(answer.body.credentialOfferUri).split('/').at(-1) ?? '';
    expect((await fixture.ask('GET', `/openid4vci/offers/${codeOf(first)}`)).body.code).toBe('openid4vci-offer-ended');
    expect((await fixture.ask('GET', `/openid4vci/offers/${codeOf(second)}`)).status).toBe(200);
    const asked = await fixture.ask('POST', `/openid4vci/offers/${codeOf(second)}/number`);
    expect(asked.body.code).toBe('openid4vci-number-told');
    const form = {
      grant_type: preAuthorized,
      'pre-authorized_code': codeOf(second),
      tx_code: String(second.body.txCode),
    };
    await fixture.world.advance(2 * hourMs);
    expect((await fixture.ask('POST', at('token'), { form })).body.error).toBe('invalid_grant');
    const third = await fixture.ask('POST', path, { bearer });
    const now = { ...form, 'pre-authorized_code': codeOf(third), tx_code: String(third.body.txCode) };
    expect((await fixture.ask('POST', at('token'), { form: now })).status).toBe(200);
  });
});

describe('a number', () => {
  it('goes to the address of the student ID, at most three times, and no event shows it', async () => {
    const fixture = await openid4vciWorld();
    const code = fixture.link();
    const numbers = [];
    for (let n = 0; n < 3; n += 1) numbers.push(await fixture.mailedNumber(code));
    expect(new Set(numbers).size).toBe(3);
    const { status, body } = await fixture.ask('POST', `/openid4vci/offers/${code}/number`);
    expect([status, body.code]).toEqual([429, 'mail-limit']);
    const log = JSON.stringify(fixture.world.log.after(0));
    for (const number of numbers) {
      expect(number).toMatch(/^\d{6}$/);
      expect(log).not.toContain(number);
    }
    expect(log).not.toContain(code);
    expect(fixture.events('mail.queued').at(-1)).toMatchObject({ forwardPath: address, kind: 'receipt-number' });
    expect(JSON.stringify(fixture.world.journal.entries())).not.toContain(code);
    const page = await fixture.ask('POST', `/openid4vci/offers/${code}/number`, { headers: { accept: 'text/html' } });
    expect(page.status).toBe(429);
  });
});

describe('the token endpoint', () => {
  it('takes code and number once', async () => {
    const fixture = await openid4vciWorld();
    const code = fixture.link();
    const form = {
      grant_type: preAuthorized,
      'pre-authorized_code': code,
      tx_code: await fixture.mailedNumber(code),
    };
    const { status, headers, body } = await fixture.ask('POST', at('token'), { form });
    expect([status, headers['cache-control'], body.token_type, body.expires_in]).toEqual([
      200,
      'no-store',
      'Bearer',
      3_600,
    ]);
    const again = await fixture.ask('POST', at('token'), { form });
    expect([again.status, again.body.error]).toEqual([400, 'invalid_grant']);
    expect(again.body.error_description).toContain('It was used');
    expect((await fixture.ask('GET', `/openid4vci/offers/${code}`)).body.code).toBe('openid4vci-offer-ended');
  });

  it.each([
    [{ grant_type: 'authorization_code' }, 'unsupported_grant_type', 'openid4vci-grant-unsupported'],
    [{ 'pre-authorized_code': 'x'.repeat(300) }, 'invalid_grant', 'openid4vci-code-invalid'],
    [{ tx_code: '000000' }, 'invalid_grant', 'openid4vci-number-wrong'],
    [{ tx_code: '' }, 'invalid_grant', 'openid4vci-number-wrong'],
    [{ authorization_details: '[{]' }, 'invalid_authorization_details', 'openid4vci-details-invalid'],
    [{ authorization_details: '[null]' }, 'invalid_authorization_details', 'openid4vci-details-invalid'],
  ])('refuses %j: %s', async (differing, error, _code) => {
    const fixture = await openid4vciWorld();
    const code = fixture.link();
    const form = { grant_type: preAuthorized, 'pre-authorized_code': code, tx_code: await fixture.mailedNumber(code) };
    const { status, body } = await fixture.ask('POST', at('token'), { form: { ...form, ...differing } });
    expect([status, body.error]).toEqual([400, error]);
  });

  it.each(['grant_type', 'pre-authorized_code', 'tx_code'])('misses %s: invalid_request', async (missing) => {
    const fixture = await openid4vciWorld();
    const all = { grant_type: preAuthorized, 'pre-authorized_code': fixture.link(), tx_code: '123456' };
    const form = Object.fromEntries(Object.entries(all).filter(([name]) => name !== missing));
    const { status, body } = await fixture.ask('POST', at('token'), { form });
    expect([status, body.error]).toEqual([400, 'invalid_request']);
    // What an error code of the catalogue is called: openid4vci-number-missing.
  });

  it('lets no one guess: the fifth wrong number ends the code, and the right one comes too late', async () => {
    const fixture = await openid4vciWorld();
    const code = fixture.link();
    const number = await fixture.mailedNumber(code);
    const wrong = String((Number(number) + 1) % 1_000_000).padStart(6, '0');
    const form = { grant_type: preAuthorized, 'pre-authorized_code': code, tx_code: wrong };
    for (const left of [4, 3, 2, 1, 0]) {
      const { body } = await fixture.ask('POST', at('token'), { form });
      expect(body.error_description).toContain(`tries left: ${left}`);
    }
    const right = await fixture.ask('POST', at('token'), { form: { ...form, tx_code: number } });
    expect(right.body.error).toBe('invalid_grant');
    expect(fixture.events('openid4vci.number-refused').map(({ triesLeft }) => triesLeft)).toEqual([4, 3, 2, 1, 0]);
    // A new number would not help who guesses.
    expect((await fixture.ask('POST', `/openid4vci/offers/${code}/number`)).body.code).toBe('openid4vci-offer-ended');
  });

  it('takes no number whose time is over, none before it was asked for, and no older one', async () => {
    const fixture = await openid4vciWorld();
    const code = fixture.link();
    const form = { grant_type: preAuthorized, 'pre-authorized_code': code };
    const outcome = async (number: string, of = school) =>
      (await fixture.ask('POST', at('token', of), { form: { ...form, tx_code: number } })).body.error;
    expect(await outcome('123456')).toBe('invalid_grant');
    const older = await fixture.mailedNumber(code);
    const newer = await fixture.mailedNumber(code);
    expect(await outcome(older)).toBe('invalid_grant');
    expect(await outcome(newer, otherSchool)).toBe('invalid_grant');
    await fixture.world.advance(hourMs);
    expect(await outcome(newer)).toBe('invalid_grant');
    expect(await outcome(await fixture.mailedNumber(code))).toBeUndefined();
  });

  it('names the credential when asked for authorization details, and then it is asked for by that name', async () => {
    const fixture = await openid4vciWorld();
    const code = fixture.link();
    const details = [{ type: 'openid_credential', credential_configuration_id: 'StudentID_jwt_vc_json' }];
    const form = {
      grant_type: preAuthorized,
      'pre-authorized_code': code,
      tx_code: await fixture.mailedNumber(code),
      authorization_details: JSON.stringify(details),
    };
    const { body } = await fixture.ask('POST', at('token'), { form });
    const bearer = String(body.access_token);
    const [{ credential_identifiers: [identifier] = [] } = {}] = body.authorization_details as [
      { credential_identifiers?: string[] },
    ];
    const byConfiguration = await request(fixture, bearer);
    expect(byConfiguration.body.error).toBe('invalid_credential_request');
    const by = async (name: string) => {
      const proofs = { jwt: [await proofOf(fixture, await nonceOf(fixture))] };
      return fixture.ask('POST', at('credential'), { bearer, json: { credential_identifier: name, proofs } });
    };
    // openid4vci-identifier-unknown
    expect((await by('cred_9999')).body.error).toBe('unknown_credential_identifier');
    expect((await by(identifier ?? '')).status).toBe(200);
  });
});

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
    const { body: other } = await request(fixture, bearer, { key: walletKey('another') });
    expect(other.error).toBe('credential_request_denied');
    // openid4vci-denied: and no account of the wallet's either.
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
    // openid4vci-configuration-unknown
    [{ credential_configuration_id: 'StudentID_ldp_vc' }, 'unknown_credential_configuration'],
    // openid4vci-encryption
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
    const { status, body } = await fixture.ask('POST', at('credential'), { bearer: await tokenOf(fixture), json });
    // openid4vci-request-invalid, openid4vci-proof-invalid
    expect([status, body.error]).toEqual([400, error]);
  });

  it('wants a token of this school, still in its time', async () => {
    const fixture = await openid4vciWorld();
    const bearer = await tokenOf(fixture);
    expect((await fixture.ask('POST', at('credential'), { json: {} })).headers['www-authenticate']).toBe(
      'Bearer realm="todoku"',
    );
    const elsewhere = await fixture.ask('POST', at('credential', otherSchool), { bearer, json: {} });
    // openid4vci-token-invalid
    expect([elsewhere.status, elsewhere.body.error]).toEqual([401, 'invalid_token']);
    expect(elsewhere.headers['www-authenticate']).toBe('Bearer realm="todoku", error="invalid_token"');
    await fixture.world.advance(2 * hourMs);
    expect((await request(fixture, bearer)).status).toBe(401);
  });
});

describe('a deferred credential', () => {
  it('is handed over when it is time, once, and only for its token', async () => {
    const fixture = await openid4vciWorld({ parameters: { deferredMs: hourMs } });
    const bearer = await tokenOf(fixture);
    const { status, body } = await request(fixture, bearer);
    expect([status, body.interval]).toEqual([202, 5]);
    const json = { transaction_id: body.transaction_id };
    const ask = (of = bearer) => fixture.ask('POST', at('deferred'), { bearer: of, json });
    expect((await ask()).status).toBe(202);
    expect(fixture.credentials()).toMatchObject([{ state: 'notified' }]);
    await fixture.world.advance(hourMs);
    const issued = await ask();
    expect(issued.status).toBe(200);
    expect(fixture.credentials()).toMatchObject([{ state: 'claimed' }]);
    // openid4vci-transaction-unknown
    expect((await ask()).body.error).toBe('invalid_transaction_id');
    const odd = await fixture.ask('POST', at('deferred'), { bearer, json: {} });
    expect(odd.body.error).toBe('invalid_credential_request');
  });

  it('is denied when it was received elsewhere while it waited', async () => {
    const fixture = await openid4vciWorld({ parameters: { deferredMs: hourMs } });
    const bearer = await tokenOf(fixture);
    const { body } = await request(fixture, bearer);
    const [listed] = fixture.credentials();
    const claim = { credential: listed?.credential ?? '', account: 'acct_1', addresses: [address] };
    await fixture.world.perform(claimCredential, claim);
    await fixture.world.advance(hourMs);
    const answer = await fixture.ask('POST', at('deferred'), { bearer, json: { transaction_id: body.transaction_id } });
    expect(answer.body.error).toBe('credential_request_denied');
  });
});

describe('the journal', () => {
  it('brings the same events back, and holds no secret in clear', async () => {
    const fixture = await openid4vciWorld({ parameters: { deferredMs: 1_000 } });
    const { world } = fixture;
    const bearer = await tokenOf(fixture);
    const { body } = await request(fixture, bearer);
    await world.advance(1_000);
    const transaction = String(body.transaction_id);
    await fixture.ask('POST', at('deferred'), { bearer, json: { transaction_id: transaction } });
    const saved = saveWorld(world);
    for (const secret of [bearer, transaction, fixture.link()]) expect(JSON.stringify(saved)).not.toContain(secret);
    using again = await loadWorld(saved, world.modules);
    expect(again.log.after(0)).toEqual(world.log.after(0));
    expect(fixture.events('credential.bound')).toHaveLength(1);
  });
});

describe('a notification', () => {
  it('is noted once, for the token that it belongs to', async () => {
    const fixture = await openid4vciWorld();
    const bearer = await tokenOf(fixture);
    const { body } = await request(fixture, bearer);
    const tell = (json: unknown) => fixture.ask('POST', at('notification'), { bearer, json });
    const accepted = { notification_id: body.notification_id, event: 'credential_accepted' };
    expect([(await tell(accepted)).status, (await tell(accepted)).status]).toEqual([204, 204]);
    expect(fixture.events('openid4vci.notified')).toMatchObject([{ event: 'credential_accepted' }]);
    // openid4vci-notification-unknown, openid4vci-notification-invalid
    expect((await tell({ ...accepted, notification_id: 'x' })).body.error).toBe('invalid_notification_id');
    expect((await tell({ ...accepted, event: 'lost' })).body.error).toBe('invalid_notification_request');
  });
});

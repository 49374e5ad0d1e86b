import { describe, expect, it } from 'vitest';
import { revokeCredential } from '../../issuer/index.ts';
import { address, at, openid4vciWorld, otherSchool, preAuthorized, school } from './openid4vci-fixture.ts';

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

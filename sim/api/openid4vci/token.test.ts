import { describe, expect, it } from 'vitest';
import {
  at,
  nonceOf,
  openid4vciWorld,
  otherSchool,
  preAuthorized,
  proofOf,
  refusalIn,
  request,
  school,
} from './openid4vci-fixture.ts';

const hourMs = 3_600_000;

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
  ])('refuses %j: %s', async (differing, error, code) => {
    const fixture = await openid4vciWorld();
    const link = fixture.link();
    const form = { grant_type: preAuthorized, 'pre-authorized_code': link, tx_code: await fixture.mailedNumber(link) };
    const answer = await fixture.ask('POST', at('token'), { form: { ...form, ...differing } });
    expect([answer.status, answer.body.error, refusalIn(answer)]).toEqual([400, error, code]);
  });

  it.each([
    ['grant_type', 'request-invalid'],
    ['pre-authorized_code', 'request-invalid'],
    ['tx_code', 'openid4vci-number-missing'],
  ])('misses %s: invalid_request', async (missing, code) => {
    const fixture = await openid4vciWorld();
    const all = { grant_type: preAuthorized, 'pre-authorized_code': fixture.link(), tx_code: '123456' };
    const form = Object.fromEntries(Object.entries(all).filter(([name]) => name !== missing));
    const answer = await fixture.ask('POST', at('token'), { form });
    expect([answer.body.error, refusalIn(answer)]).toEqual(['invalid_request', code]);
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
    const unknown = await by('cred_9999');
    expect([unknown.body.error, refusalIn(unknown)]).toEqual([
      'unknown_credential_identifier',
      'openid4vci-identifier-unknown',
    ]);
    expect((await by(identifier ?? '')).status).toBe(200);
  });
});

import { describe, expect, it } from 'vitest';
import { asSchool, issuedApi, post, school } from '../issuer-fixture.ts';

describe('who may ask', () => {
  it('schools only for themselves, the wallet only for offers, and strangers for neither', async () => {
    const issuer = await issuedApi();
    const forSchools: [string, string][] = [
      ['POST', '/rosters'],
      ['POST', '/issuances'],
      ['GET', '/issuances/issue_0001'],
      ['POST', '/issuances/issue_0001/resume'],
      ['GET', '/credentials'],
      ['GET', '/mail'],
      ['POST', '/credentials/cred_0001/reissue'],
      ['POST', '/credentials/cred_0001/revoke'],
    ];
    const before = issuer.world.journal.entries().length;
    for (const [method, path] of forSchools) {
      for (const as of [undefined, 'wallet', 'gate', 'school/other']) {
        const answer = await issuer.call(method, school + path, as === undefined ? {} : { as });
        expect(answer, `${path} ${as}`).toMatchObject({ status: 401, body: { code: 'unauthorized' } });
        expect(answer.headers['www-authenticate']).toBe('Bearer realm="todoku"');
      }
    }
    for (const path of ['/offers/find', '/offers/consume', '/offers/list', '/offers/cred_0001/claim']) {
      expect((await issuer.call('POST', path, asSchool)).status, path).toBe(401);
    }
    expect(issuer.world.journal.entries()).toHaveLength(before);
    expect(await issuer.call('GET', '/schools/other/credentials', { as: 'school/other' })).toMatchObject({
      status: 404,
      body: { code: 'school-unknown' },
    });
  });

  it('anyone for the profile, the keys and the status', async () => {
    const issuer = await issuedApi();
    expect((await issuer.call('GET', school)).body).toMatchObject({
      id: 'https://issuer.openbadge.test/schools/mihon-university',
      type: ['Profile'],
      name: '見本大学',
    });
    const keys = await issuer.call('GET', `${school}/jwks`);
    expect(keys.type).toContain('application/jwk-set+json');
    expect(keys.body.keys).toEqual([
      expect.objectContaining({ kty: 'RSA', alg: 'RS256', use: 'sig' }),
      // That of the status lists.
      expect.objectContaining({ kty: 'OKP', alg: 'EdDSA', use: 'sig' }),
    ]);
    const status = () => issuer.call('GET', '/credentials/cred_0001/status');
    expect((await status()).body).toEqual({ credential: 'cred_0001', status: 'active' });
    await post(issuer, `${school}/credentials/cred_0001/revoke`, { reason: 'x' }, asSchool);
    expect((await status()).body).toEqual({
      credential: 'cred_0001',
      status: 'revoked',
      since: '2026-04-01T09:01:00.000+09:00',
    });
    expect((await status()).headers['cache-control']).toBe('no-store');
    expect((await issuer.call('GET', '/credentials/cred_0009/status')).body.code).toBe('credential-unknown');
    expect((await issuer.call('GET', '/schools/none')).body.code).toBe('school-unknown');
  });
});

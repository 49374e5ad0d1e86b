import { describe, expect, it } from 'vitest';
import { address, asSchool, issuedApi, issuerApi, post, roster, school } from '../issuer-fixture.ts';

describe('the issuer API for schools', () => {
  it('imports a roster, issues, and reports both', async () => {
    const issuer = await issuerApi();
    const options = { ...asSchool, body: roster, type: 'text/csv' };
    const imported = await issuer.call('POST', `${school}/rosters?period=2026`, options);
    expect(imported.status).toBe(201);
    expect(imported.body).toEqual({
      roster: 'roster_0001',
      period: '2026',
      accepted: 1,
      rejected: [
        {
          line: 3,
          column: '氏名',
          code: 'roster-cell-empty',
          reason: { ja: '必要な値が空です。', en: 'The value is needed and is empty.' },
        },
      ],
      warnings: [],
      mapped: [{ from: 'docomo.ne.jp', to: 'docomo.ne.jp.test', addresses: 1 }],
      encoding: 'utf-8',
    });
    const at = '2026-04-02T09:00:00+09:00';
    const scheduled = await post(
      issuer,
      `${school}/issuances`,
      { period: '2026', at, studentNumbers: ['A1'] },
      asSchool,
    );
    expect(scheduled).toMatchObject({ status: 202, body: { issuance: 'issue_0001' } });
    const progress = () => issuer.call('GET', `${school}/issuances/issue_0001`, asSchool);
    expect((await progress()).body).toMatchObject({ state: 'scheduled', issued: 0, skipped: 0, remaining: 1 });
    await issuer.world.advance(2 * 86_400_000);
    expect((await progress()).body).toMatchObject({ state: 'finished', issued: 1, skipped: 0, remaining: 0 });
    expect((await post(issuer, `${school}/issuances/issue_0001/resume`, {}, asSchool)).status).toBe(202);
    const listed = await issuer.call('GET', `${school}/credentials?studentNumber=A1`, asSchool);
    expect(listed.body.credentials).toEqual([
      expect.objectContaining({
        credential: 'cred_0001',
        studentNumber: 'A1',
        period: '2026',
        state: 'notified',
        issuedAt: '2026-04-02T09:00:00.000+09:00',
        address,
        mails: [
          expect.objectContaining({ message: 'msg_0001', kind: 'issue-notice', state: 'accepted', replyCode: 250 }),
        ],
      }),
    ]);
    expect((await issuer.call('GET', `${school}/credentials?studentNumber=A9`, asSchool)).body).toEqual({
      credentials: [],
    });
  });

  it('takes no body of another type for an empty one, which would issue to everyone at once', async () => {
    const issuer = await issuerApi();
    await issuer.call('POST', `${school}/rosters?period=2026`, { ...asSchool, body: roster, type: 'text/csv' });
    const body = '{"at":"2026-05-01T09:00:00+09:00"}';
    for (const type of ['application/x-www-form-urlencoded', 'text/plain']) {
      const answer = await issuer.call('POST', `${school}/issuances`, { ...asSchool, body, type });
      expect(answer).toMatchObject({ status: 415, body: { code: 'media-type-unsupported' } });
    }
    expect((await issuer.call('POST', `${school}/issuances`, asSchool)).status).toBe(202);
  });

  it('answers a roster that is no table as a problem with its place', async () => {
    const issuer = await issuerApi();
    const options = { ...asSchool, body: '学籍番号,氏名\n', type: 'text/csv' };
    const refused = await issuer.call('POST', `${school}/rosters`, options);
    expect(refused).toMatchObject({
      status: 422,
      type: 'application/problem+json; charset=utf-8',
      body: { code: 'roster-column-missing', params: { line: 1, column: 3, missing: 'メールアドレス' } },
    });
    expect(await issuer.call('POST', `${school}/rosters`, asSchool)).toMatchObject({
      status: 422,
      body: { code: 'roster-empty' },
    });
  });

  it('reissues and revokes', async () => {
    const issuer = await issuedApi();
    const one = `${school}/credentials/cred_0001`;
    expect(await post(issuer, `${one}/reissue`, { mode: 'resend' }, asSchool)).toMatchObject({
      status: 201,
      body: { credential: 'cred_0001' },
    });
    expect(
      await post(issuer, `${one}/reissue`, { mode: 'new-address', address: 'h@gmail.com' }, asSchool),
    ).toMatchObject({
      status: 201,
      body: { credential: 'cred_0002' },
    });
    expect(await post(issuer, `${one}/reissue`, { mode: 'resend' }, asSchool)).toMatchObject({
      status: 410,
      body: { code: 'credential-superseded' },
    });
    expect(await post(issuer, `${school}/credentials/cred_0002/revoke`, { reason: '退学' }, asSchool)).toMatchObject({
      status: 200,
      body: { credential: 'cred_0002', state: 'revoked' },
    });
  });

  it('refuses bodies that are not as they must be, with the pointer', async () => {
    const issuer = await issuedApi();
    const bodies: [string, unknown, string][] = [
      ['/issuances', { at: '2026-04-02' }, '/at'],
      ['/issuances', { studentNumbers: 'A1' }, '/studentNumbers'],
      ['/issuances', { when: 1 }, '/when'],
      ['/credentials/cred_0001/reissue', { mode: 'again' }, '/mode'],
      ['/credentials/cred_0001/revoke', {}, '/reason'],
    ];
    for (const [path, body, pointer] of bodies) {
      expect(await post(issuer, school + path, body, asSchool), path).toMatchObject({
        status: 400,
        body: { code: 'request-invalid', params: { pointer } },
      });
    }
    expect((await post(issuer, `${school}/issuances`, '{"broken', asSchool)).status).toBe(400);
    expect((await issuer.call('POST', `${school}/rosters?period=1&period=2`, { ...asSchool, body: 'x' })).status).toBe(
      400,
    );
    const large = { reason: 'x'.repeat(70_000) };
    expect(await post(issuer, `${school}/credentials/cred_0001/revoke`, large, asSchool)).toMatchObject({
      status: 413,
      body: { code: 'body-too-large' },
    });
  });
});

describe('the issuer API for the wallet', () => {
  it('finds an offer without using it, uses it once, lists and hands over', async () => {
    const issuer = await issuedApi();
    const [token = ''] = issuer.tokens;
    const offer = {
      credential: 'cred_0001',
      address,
      school: { slug: 'mihon-university', name: { ja: '見本大学', en: 'Mihon University' } },
      achievement: { name: { ja: 'スマート学生証', en: 'Smart student ID' } },
    };
    for (let n = 0; n < 2; n += 1) {
      expect(await post(issuer, '/offers/find', { token })).toMatchObject({
        status: 200,
        body: { ...offer, state: 'live' },
      });
    }
    expect(await post(issuer, '/offers/consume', { token })).toMatchObject({
      status: 200,
      body: { credential: 'cred_0001', address },
    });
    expect(await post(issuer, '/offers/consume', { token })).toMatchObject({
      status: 409,
      body: { code: 'link-used' },
    });
    expect((await post(issuer, '/offers/list', { addresses: [address] })).body).toEqual({
      offers: [
        {
          ...offer,
          state: 'notified',
          issuedAt: '2026-04-01T09:00:00.000+09:00',
          validUntil: '2027-03-31T23:59:59.000+09:00',
        },
      ],
    });
    const claim = { account: 'acct_0001', addresses: [address] };
    const first = await post(issuer, '/offers/cred_0001/claim', claim);
    expect(first).toMatchObject({
      status: 200,
      body: {
        credential: 'cred_0001',
        secured: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
        mediaType: 'text/plain',
      },
    });
    expect((await post(issuer, '/offers/cred_0001/claim', claim)).body).toEqual(first.body);
    expect(await post(issuer, '/offers/cred_0001/claim', { ...claim, account: 'acct_0002' })).toMatchObject({
      status: 409,
      body: { code: 'already-claimed' },
    });
  });

  it('names every way in which an offer is closed', async () => {
    const issuer = await issuedApi();
    const [token = ''] = issuer.tokens;
    const claim = { account: 'acct_0001', addresses: ['other@x.test'] };
    expect(await post(issuer, '/offers/find', { token: 'x' })).toMatchObject({
      status: 404,
      body: { code: 'link-unknown' },
    });
    expect(await post(issuer, '/offers/cred_0001/claim', claim)).toMatchObject({
      status: 403,
      body: { code: 'offer-of-another-address' },
    });
    await post(issuer, `${school}/credentials/cred_0001/reissue`, { mode: 'resend' }, asSchool);
    expect(await post(issuer, '/offers/consume', { token })).toMatchObject({
      status: 410,
      body: { code: 'link-superseded' },
    });
    await issuer.world.advance(181 * 86_400_000);
    expect((await post(issuer, '/offers/find', { token: issuer.tokens.at(-1) })).body.state).toBe('expired');
    expect(await post(issuer, '/offers/consume', { token: issuer.tokens.at(-1) })).toMatchObject({
      status: 410,
      body: { code: 'link-expired' },
    });
  });
});

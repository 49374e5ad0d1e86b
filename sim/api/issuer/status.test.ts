import { describe, expect, it } from 'vitest';
import { address, asSchool, type IssuerApi, issuedApi, post, school } from '../issuer-fixture.ts';

const one = `${school}/credentials/cred_0001`;
const path = '/credentials/cred_0001/status';

const ways: Readonly<Record<string, (issuer: IssuerApi) => Promise<unknown>>> = {
  active: async () => undefined,
  suspended: (issuer) => post(issuer, `${one}/suspend`, { reason: '紛失' }, asSchool),
  revoked: (issuer) => post(issuer, `${one}/revoke`, { reason: '退学' }, asSchool),
  superseded: (issuer) => post(issuer, `${one}/reissue`, { mode: 'new-address', address }, asSchool),
  expired: (issuer) => issuer.world.advance(200 * 86_400_000),
};

/** The word of each state on its page. */
const words: Readonly<Record<string, readonly [string, string]>> = {
  active: ['有効', 'Valid'],
  suspended: ['一時停止中', 'Suspended'],
  revoked: ['失効', 'Revoked'],
  superseded: ['再発行済み', 'Replaced'],
  expired: ['期限切れ', 'Expired'],
};

describe.each(Object.keys(ways))('the status of a credential that is %s', (state) => {
  it('is told to anyone, without a name', async () => {
    const issuer = await issuedApi();
    await ways[state]?.(issuer);
    const answer = await issuer.call('GET', path);
    expect([answer.status, answer.type]).toEqual([200, 'application/json; charset=utf-8']);
    const since = state === 'active' ? {} : { since: expect.stringMatching(/^2026-.*\+09:00$/) };
    expect(answer.body).toEqual({ credential: 'cred_0001', status: state, ...since });
  });

  it.each(['ja', 'en'] as const)('is a page for people (%s)', async (language) => {
    const issuer = await issuedApi();
    await ways[state]?.(issuer);
    const before = Buffer.from(issuer.world.serialize());
    const headers = { accept: 'text/html', 'accept-language': language };
    const page = await issuer.call('GET', path, { headers });
    expect([page.status, page.headers['content-language']]).toEqual([200, language]);
    const [ja, en] = words[state] ?? ['', ''];
    expect(page.text).toMatch(new RegExp(`<span class="state \\w+">${language === 'ja' ? ja : en}</span>`));
    expect(page.text.includes('class="state good"')).toBe(state === 'active');
    for (const name of ['花子', 'hanako', 'A1', '紛失', '退学']) expect(page.text).not.toContain(name);
    expect(before.equals(issuer.world.serialize())).toBe(true);
  });
});

describe('the status of a credential', () => {
  it('is active again once it is reinstated', async () => {
    const issuer = await issuedApi();
    await ways.suspended?.(issuer);
    expect((await issuer.call('POST', `${one}/reinstate`, asSchool)).body).toEqual({
      credential: 'cred_0001',
      isSuspended: false,
    });
    expect((await issuer.call('GET', path)).body).toEqual({ credential: 'cred_0001', status: 'active' });
  });

  it('is unknown where nothing was issued: the error is a page for a browser', async () => {
    const issuer = await issuedApi();
    const ask = (headers = {}) => issuer.call('GET', '/credentials/%3Cscript%3E/status', { headers });
    expect(await ask()).toMatchObject({ status: 404, body: { code: 'credential-unknown' } });
    const page = await ask({ accept: 'text/html', 'accept-language': 'en' });
    expect([page.status, page.type]).toEqual([404, 'text/html; charset=utf-8']);
    expect(page.text).not.toContain('<script>');
  });
});

import { createPublicKey, type JsonWebKey } from 'node:crypto';
import { compactVerify } from 'jose';
import { HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createMocks, mocks, sampleSchool } from './index.ts';

const { issuer, wallet, verifier } = mocks.origins;
const other = createMocks({
  seed: 2,
  origins: {
    issuer: 'https://issuer.other.test',
    wallet: 'https://wallet.other.test',
    verifier: 'https://verifier.other.test',
  },
  schools: [
    {
      slug: 'kasumi-college',
      name: { ja: 'かすみ短期大学', en: 'Kasumi Junior College' },
      mechanism: 'eddsa-rdfc-2022',
    },
  ],
});
const server = setupServer(...mocks.handlers, ...other.handlers);
const school = `${issuer}/schools/${sampleSchool.slug}`;

const phone = {
  'user-agent':
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1',
};

async function post(url: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: { ...phone, 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
}

async function asSchool(): Promise<Record<string, string>> {
  return { authorization: `Bearer ${await mocks.token(sampleSchool.slug)}` };
}

/** The token in the link of the newest mail of a kind to an address. */
async function mailedToken(kind: string, to: string): Promise<string> {
  await mocks.advance('1m');
  const mail = (await mocks.mails()).findLast((one) => one.kind === kind && one.to === to);
  const link = mail?.links.find((one) => one.startsWith(wallet)) ?? wallet;
  return new URL(link).pathname.split('/').at(-1) ?? '';
}

beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
beforeEach(() => {
  mocks.reset();
  other.reset();
});
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

describe('mocks in Node', () => {
  it('take a student from the roster to an ID that verifies, by the fetch of any client', async () => {
    const taken = await fetch(`${school}/rosters?period=2026`, {
      method: 'POST',
      headers: { ...(await asSchool()), 'content-type': 'text/csv' },
      body: '学籍番号,氏名,メールアドレス\n0099999,見本 次郎,jiro@mihon-u.ac.jp.test\n',
    });
    expect([taken.status, await taken.json()]).toEqual([
      201,
      expect.objectContaining({ accepted: 1, encoding: 'utf-8' }),
    ]);
    expect((await post(`${school}/issuances`, { studentNumbers: ['0099999'] }, await asSchool())).status).toBe(202);
    const token = await mailedToken('issue-notice', 'jiro@mihon-u.ac.jp.test');

    const page = await fetch(`${wallet}/receive/${token}`, { headers: { ...phone, accept: 'application/json' } });
    expect(await page.json()).toMatchObject({ screen: 'terms' });
    const password = 'Mihon2026!';
    const consent = { terms: '2026-04-01', privacyPolicy: '2026-04-01' };
    const registered = await post(`${wallet}/registrations`, { token, ...consent, name: '見本 次郎', password });
    expect(await registered.json()).toMatchObject({ state: 'pending' });
    await post(`${wallet}/activations`, { token: await mailedToken('activation', 'jiro@mihon-u.ac.jp.test') });

    // https://www.rfc-editor.org/rfc/rfc8037#appendix-A.2
    const publicKey = { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' };
    const device = { name: 'iPhone', publicKey };
    const login = await post(`${wallet}/sessions`, { address: 'jiro@mihon-u.ac.jp.test', password, device });
    const { session } = (await login.json()) as { session: string };
    const signedIn = { authorization: `Bearer ${session}` };
    const list = await fetch(`${wallet}/credentials`, {
      headers: { ...phone, ...signedIn, accept: 'application/json' },
    });
    const { receivable } = (await list.json()) as { receivable: { credential: string }[] };
    const received = await post(`${wallet}/credentials/${receivable[0]?.credential}/receive`, {}, signedIn);
    const { secured } = (await received.json()) as { secured: string };

    const { keys } = (await (await fetch(`${school}/jwks`)).json()) as { keys: JsonWebKey[] };
    const { payload } = await compactVerify(secured, createPublicKey({ key: keys[0] ?? {}, format: 'jwk' }));
    expect(JSON.parse(Buffer.from(payload).toString())).toMatchObject({
      issuer: { id: school, name: '見本大学' },
      type: expect.arrayContaining(['OpenBadgeCredential']),
    });
  });

  it('begin with a school whose students have their mail', async () => {
    const mails = await mocks.mails();
    const addresses = sampleSchool.students?.map(({ address }) => address) ?? [];
    expect(mails.map(({ kind, to }) => `${kind} ${to}`).sort()).toEqual(
      addresses.map((address) => `issue-notice ${address}`).sort(),
    );
    expect(mails[0]?.subject).toBe('【見本大学】からオープンバッジ発行のお知らせ');
    expect(await mocks.now()).toBe('2026-04-01T09:10:00.000+09:00');
  });

  it('carry bytes both ways', async () => {
    // 学籍番号,氏名,メールアドレス / 0088888,花子,… in Shift_JIS.
    const header = Buffer.from('8a7790d094d48d862c8e8196bc2c8381815b838b83418368838c83580a', 'hex');
    const row = [Buffer.from('0088888,'), Buffer.from('89d48e71', 'hex'), Buffer.from(',x@mihon-u.ac.jp.test\n')];
    const taken = await fetch(`${school}/rosters`, {
      method: 'POST',
      headers: await asSchool(),
      body: Buffer.concat([header, ...row]),
    });
    expect(await taken.json()).toMatchObject({ encoding: 'shift_jis', accepted: 1, rejected: [] });
  });

  it('answer what nobody knows as the services do', async () => {
    for (const origin of [issuer, wallet, verifier]) {
      const answer = await fetch(`${origin}/nowhere/at/all`, { headers: { 'accept-language': 'en' } });
      expect([answer.status, await answer.json()]).toEqual([404, expect.objectContaining({ code: 'not-found' })]);
    }
    const head = await fetch(`${school}`, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
  });

  it('let a test answer one request otherwise', async () => {
    server.use(mocks.override('issuer', 'getKeys', () => HttpResponse.json({ keys: [] })));
    expect(await (await fetch(`${school}/jwks`)).json()).toEqual({ keys: [] });
    expect((await fetch(school)).status).toBe(200);
  });

  it('stand side by side, each with its own world', async () => {
    const theirs = 'https://issuer.other.test/schools/kasumi-college';
    expect(await (await fetch(theirs)).json()).toMatchObject({ id: theirs, name: 'かすみ短期大学' });
    expect((await fetch(`${issuer}/schools/kasumi-college`)).status).toBe(404);
    expect(await other.mails()).toEqual([]);
  });

  it('break and heal', async () => {
    await mocks.fault('service-down', { service: 'issuer' });
    expect((await fetch(school)).status).toBe(503);
    expect((await fetch(`${wallet}/nowhere`)).status).toBe(404);
    await mocks.heal('service-down');
    expect((await fetch(school)).status).toBe(200);
  });

  it('are as before after a reset, and the same again', async () => {
    const before = await mocks.mails();
    await mocks.advance('40d');
    expect((await mocks.mails()).length).toBeGreaterThan(before.length);
    mocks.reset();
    expect(await mocks.mails()).toEqual(before);
  });

  it('say what is wrong with their options', async () => {
    await expect(createMocks({ startsAt: 'yesterday' }).now()).rejects.toThrow('startsAt is no RFC 3339 time');
    const students = [{ studentNumber: '1', name: '見本', address: 'nowhere' }];
    const schools = [{ slug: 'a', name: { ja: '甲', en: 'A' }, students }];
    await expect(createMocks({ schools }).mails()).rejects.toThrow('the roster of a is not good');
    await expect(mocks.advance('soon')).rejects.toThrow('no duration such as 10m');
  });
});

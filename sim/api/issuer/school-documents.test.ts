import { describe, expect, it } from 'vitest';
import { rotateKey } from '../../issuer/index.ts';
import { unverifiedCredential } from '../../proof/index.ts';
import { address, asSchool, type IssuerApi, issuedApi, issuerApi, post, school } from '../issuer-fixture.ts';

const base = 'https://issuer.openbadge.test/schools/mihon-university';
const achievement = `${school}/achievements/student-id`;
const hostile = '<script>alert(1)</script>"学部';

/** As a browser asks. */
const browser = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' };

async function pageOf(issuer: IssuerApi, path: string, language: 'ja' | 'en' = 'ja'): Promise<string> {
  const answer = await issuer.call('GET', path, { headers: { ...browser, 'accept-language': language } });
  expect(answer.type).toBe('text/html; charset=utf-8');
  expect(answer.headers).toMatchObject({ 'content-language': language, 'cache-control': 'no-store' });
  expect(answer.text).toContain(`<html lang="${language}">`);
  return answer.text;
}

/** A school whose students are of these faculties, with an ID each. */
async function withFaculties(...faculties: string[]): Promise<IssuerApi> {
  const issuer = await issuerApi();
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const rows = faculties.map((faculty, n) => `A${n},見本 花子,h${n}@gmail.com,${quoted(faculty)}\n`);
  const body = `学籍番号,氏名,メールアドレス,学部\n${rows.join('')}`;
  await issuer.call('POST', `${school}/rosters?period=2026`, { ...asSchool, body, type: 'text/csv' });
  await post(issuer, `${school}/issuances`, {}, asSchool);
  await issuer.world.advance(60_000);
  return issuer;
}

describe('the documents of a school', () => {
  it('are its keys as did:web, which names the URL and the same keys', async () => {
    const issuer = await issuedApi();
    const did = await issuer.call('GET', `${school}/did.json`);
    expect([did.status, did.type]).toEqual([200, 'application/did+json; charset=utf-8']);
    const id = 'did:web:issuer.openbadge.test:schools:mihon-university';
    expect(did.body).toMatchObject({ id, alsoKnownAs: [base] });
    const profile = (await issuer.call('GET', school)).body as { assertionMethod: string[] };
    const fragments = (methods: unknown) => (methods as string[]).map((method) => method.split('#')[1]);
    expect(fragments(did.body.assertionMethod)).toEqual(fragments(profile.assertionMethod));
    expect((await issuer.call('GET', '/schools/none/did.json')).body.code).toBe('school-unknown');
  });

  it('are each key by its id, also one that it signs with no more', async () => {
    const issuer = await issuedApi();
    const keys = async () => (await issuer.call('GET', `${school}/jwks`)).body.keys as { kid: string }[];
    const [first] = await keys();
    await issuer.world.perform(rotateKey, { school: 'mihon-university' });
    const all = await keys();
    expect(all).toHaveLength(3);
    expect(all.map(({ kid }) => kid)).toContain(first?.kid);
    for (const key of all) {
      const answer = await issuer.call('GET', `${school}/keys/${key.kid}`);
      expect([answer.type, answer.body]).toEqual(['application/jwk+json; charset=utf-8', key]);
    }
    expect(await issuer.call('GET', `${school}/keys/none`)).toMatchObject({ status: 404, body: { code: 'not-found' } });
    expect((await issuer.call('GET', '/schools/none/jwks')).body.code).toBe('school-unknown');
  });

  it('are its Profile for programs, under either name of JSON', async () => {
    const issuer = await issuedApi();
    const ask = (accept?: string) => issuer.call('GET', school, accept === undefined ? {} : { headers: { accept } });
    const profile = await ask();
    expect([profile.status, profile.type]).toEqual([200, 'application/json; charset=utf-8']);
    expect((await ask('application/ld+json')).type).toBe('application/ld+json; charset=utf-8');
    for (const accept of ['*/*', 'application/json, text/plain, */*', 'application/ld+json', 'image/png']) {
      expect((await ask(accept)).body, accept).toEqual(profile.body);
    }
  });
});

describe('the page of a school', () => {
  it.each([
    ['ja', '見本大学', 'シミュレーションの中だけにあります', 'スマート学生証'],
    ['en', 'Mihon University', 'exists only in a simulation', 'Smart student ID'],
  ] as const)('says who it is, that it is none, its keys and what it issues (%s)', async (language, ...said) => {
    const issuer = await issuedApi();
    const page = await pageOf(issuer, school, language);
    const { keys } = (await issuer.call('GET', `${school}/jwks`)).body as { keys: { kid: string }[] };
    for (const text of [
      ...said,
      ...keys.map(({ kid }) => `${base}/keys/${kid}`),
      `href="${base}/achievements/student-id"`,
    ]) {
      expect(page).toContain(text);
    }
    expect(page).toContain(`<h1>${said[0]}</h1>`);
    expect(page).not.toContain('花子');
  });

  it('is not there for no school: the error is a page too', async () => {
    const issuer = await issuerApi();
    const answer = await issuer.call('GET', '/schools/none', { headers: { ...browser, 'accept-language': 'en' } });
    expect(answer).toMatchObject({ status: 404, type: 'text/html; charset=utf-8' });
    expect(answer.text).toContain('<h1>There is no such school</h1>');
  });

  it('names the faculties that it issued for, whatever they are called', async () => {
    const issuer = await withFaculties('理学部', hostile, '理学部');
    const page = await pageOf(issuer, school);
    expect(page).toContain(`<a href="${base}/achievements/student-id?faculty=${encodeURIComponent('理学部')}">`);
    expect(page.match(/理学部/g)).toHaveLength(1);
    expect(page).not.toContain('<script>');
    expect(page).toContain('スマート学生証（&lt;script&gt;alert(1)&lt;/script&gt;&quot;学部）');
  });
});

describe('an achievement', () => {
  it('answers at the address that every credential names, with what the credential says', async () => {
    const issuer = await withFaculties('理学部', hostile, '');
    for (const credential of ['cred_0001', 'cred_0002', 'cred_0003']) {
      const { addresses } = { addresses: ['h0@gmail.com.test', 'h1@gmail.com.test', 'h2@gmail.com.test'] };
      const claimed = await post(issuer, `/offers/${credential}/claim`, { account: 'acct_0001', addresses });
      const vc = unverifiedCredential(claimed.body.secured as string) as unknown as {
        credentialSubject: { achievement: { id: string } };
      };
      const { achievement: named } = vc.credentialSubject;
      const answer = await issuer.call('GET', named.id.slice('https://issuer.openbadge.test'.length));
      expect([answer.status, answer.type]).toEqual([200, 'application/ld+json; charset=utf-8']);
      expect(answer.body).toMatchObject(named);
      expect(answer.body.creator).toMatchObject({ id: base, type: ['Profile'] });
    }
  });

  it.each([
    ['ja', 'スマート学生証 – 見本大学', '見本大学に在籍する学生であることを証明する'],
    ['en', 'Smart student ID – Mihon University', 'attests being a student of Mihon University'],
  ] as const)('is a page for people, with what a shared link shows (%s)', async (language, title, description) => {
    const issuer = await issuedApi();
    const page = await pageOf(issuer, achievement, language);
    expect(page).toContain(`<title>${title} – todoku</title>`);
    expect(page).toContain(`<meta property="og:title" content="${title}">`);
    expect(page).toMatch(new RegExp(`<meta property="og:description" content="[^"]*${description}`));
    expect(page).toContain(`<meta property="og:url" content="${base}/achievements/student-id">`);
    expect(page).toContain(`<a href="${base}">`);
  });

  it('escapes the name of a faculty, and stays at its own address', async () => {
    const issuer = await withFaculties(hostile);
    const page = await pageOf(issuer, `${achievement}?faculty=${encodeURIComponent(hostile)}`);
    expect(page).not.toContain('<script>');
    expect(page).toContain('<dd>&lt;script&gt;alert(1)&lt;/script&gt;&quot;学部</dd>');
  });

  it('is of no faculty that nothing was issued for: nobody else’s words stand at the school', async () => {
    const issuer = await issuedApi();
    const foreign = `${achievement}?faculty=${encodeURIComponent('当選おめでとうございます')}`;
    expect(await issuer.call('GET', foreign)).toMatchObject({ status: 404, body: { code: 'achievement-unknown' } });
    const page = await issuer.call('GET', foreign, { headers: browser });
    expect([page.status, page.text.includes('当選')]).toEqual([404, false]);
    expect((await issuer.call('GET', `${achievement}?faculty=a&faculty=b`)).body.code).toBe('query-invalid');
  });

  it('is read without a trace in the world, and outlives the roster', async () => {
    const issuer = await withFaculties('理学部');
    const body = `学籍番号,氏名,メールアドレス,学部\nA0,見本 花子,${address},文学部\n`;
    await issuer.call('POST', `${school}/rosters?period=2026`, { ...asSchool, body, type: 'text/csv' });
    const before = Buffer.from(issuer.world.serialize());
    for (const headers of [{}, browser]) {
      const found = await issuer.call('GET', `${achievement}?faculty=${encodeURIComponent('理学部')}`, { headers });
      expect(found.status).toBe(200);
      await issuer.call('GET', school, { headers });
    }
    expect(before.equals(issuer.world.serialize())).toBe(true);
  });
});

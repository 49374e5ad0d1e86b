import { describe, expect, it } from 'vitest';
import { bake } from '../../baking/index.ts';
import { injectFault } from '../../faults/index.ts';
import { type StudentFixture, slug, studentFixture } from '../student-fixture.ts';

interface Answer {
  readonly verdict: string;
  readonly checks: readonly { readonly id: string; readonly valid?: boolean; readonly code?: string }[];
  readonly container?: string;
  readonly code?: string;
}

interface Sent {
  readonly type?: string;
  readonly accept?: string;
  readonly language?: string;
}

const sending = (student: StudentFixture, body: string | Uint8Array, { type, accept, language }: Sent = {}) =>
  student.ask('verifier', 'POST', '/verifications', {
    body,
    type: type ?? 'text/plain',
    headers: { accept: accept ?? '*/*', 'accept-language': language ?? 'ja' },
  });

const verified = async (student: StudentFixture, body: string | Uint8Array, type?: string): Promise<Answer> =>
  (await sending(student, body, type === undefined ? {} : { type })).json<Answer>();

const codesOf = ({ checks }: Answer) => checks.flatMap(({ code }) => (code === undefined ? [] : [code]));

const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"></svg>');

/** As a browser sends a form with a file in it. */
const multipart = (parts: Record<string, string | Uint8Array>, boundary = 'x-1') => ({
  type: `multipart/form-data; boundary=${boundary}`,
  body: Buffer.concat([
    ...Object.entries(parts).flatMap(([name, content]) => [
      Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"; filename="a.png"\r\n\r\n`),
      Buffer.from(content as string),
      Buffer.from('\r\n'),
    ]),
    Buffer.from(`--${boundary}--\r\n`),
  ]),
});

describe('the verifier', () => {
  it.each(['VC-JWT RS256', 'eddsa-rdfc-2022'] as const)(
    'accepts a student ID of %s in every form that it comes in',
    async (mechanism) => {
      const student = await studentFixture({ mechanism });
      const { secured } = await student.held();
      const picture = bake(svg, secured, 'ob3');
      for (const type of ['application/json', 'application/vc+jwt', 'text/plain', 'application/octet-stream']) {
        expect(await verified(student, secured, type)).toMatchObject({ verdict: 'accepted' });
      }
      expect(await verified(student, picture, 'image/svg+xml')).toMatchObject({
        verdict: 'accepted',
        container: 'svg',
      });
      const pasted = new URLSearchParams({ badge: secured }).toString();
      expect(await verified(student, pasted, 'application/x-www-form-urlencoded')).toMatchObject({
        verdict: 'accepted',
      });
      for (const parts of [
        { file: picture, badge: '' },
        { file: '', badge: secured },
      ]) {
        const { body, type } = multipart(parts);
        expect(await verified(student, body, type)).toMatchObject({ verdict: 'accepted' });
      }
    },
  );

  it('sees that it was suspended, reinstated, revoked, and that it has expired', async () => {
    const student = await studentFixture();
    const { secured } = await student.held();
    const statusAfter = async (step: string) => {
      await student.asSchool('POST', `/schools/${slug}/credentials/cred_0001/${step}`, { reason: '紛失' });
      await student.world.advance(600_000);
      const answer = await verified(student, secured);
      return [answer.verdict, ...codesOf(answer)];
    };
    expect(await statusAfter('suspend')).toEqual(['refused', 'suspended']);
    expect(await statusAfter('reinstate')).toEqual(['accepted']);
    expect(await statusAfter('revoke')).toEqual(['refused', 'revoked']);
    await student.world.advance(400 * 86_400_000);
    expect(codesOf(await verified(student, secured))).toContain('expired');
  });

  it('does not confirm what it cannot ask about, and says so', async () => {
    const student = await studentFixture();
    const { secured } = await student.held();
    await student.world.perform(injectFault, { fault: 'service-down', value: { service: 'issuer' } });
    const answer = await verified(student, secured);
    expect(answer.verdict).toBe('unconfirmed');
    expect(codesOf(answer)).toEqual(['issuer-unreachable', 'status-unreachable']);
  });

  it('asks hosts of others only through the way outward', async () => {
    const asked: string[] = [];
    const student = await studentFixture({
      outward: async (url) => {
        asked.push(url);
        throw new TypeError('fetch failed');
      },
    });
    const { secured } = await student.held();
    const [header, payload = ''] = secured.split('.');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { issuer: object };
    const foreign = { ...claims, issuer: { ...claims.issuer, id: 'https://elsewhere.example/1' } };
    const forged = `${header}.${Buffer.from(JSON.stringify(foreign)).toString('base64url')}.AAAA`;
    expect((await verified(student, forged)).verdict).toBe('refused');
    expect(asked).toEqual([]);
    expect(await verified(student, secured)).toMatchObject({ verdict: 'accepted' });
    expect(asked).toEqual([]);
  });

  it.each([
    ['nothing', '', 'empty'],
    ['no badge', 'hello', 'not-a-badge'],
    ['a page', '<!doctype html><p>', 'web-page'],
    ['a name that stands twice', '{"type":["OpenBadgeCredential"],"a":1,"a":2}', 'json-repeated-name'],
    ['JSON as deep as the sea', `${'{"a":'.repeat(500)}1${'}'.repeat(500)}`, 'too-deep'],
    ['a polluting name', '{"__proto__":{"polluted":true}}', 'not-a-badge'],
    [
      'algorithm none',
      `${Buffer.from('{"alg":"none","jwk":{}}').toString('base64url')}.${Buffer.from('{"type":["VerifiableCredential","OpenBadgeCredential"]}').toString('base64url')}.AAAA`,
      'proof-algorithm',
    ],
  ])('refuses %s', async (_what, body, code) => {
    const student = await studentFixture();
    for (const type of ['application/json', 'text/plain']) {
      const answer = await verified(student, body, type);
      expect(answer.verdict).toBe('refused');
      expect(codesOf(answer)).toContain(code);
    }
  });

  it.each([
    ['no boundary', 'multipart/form-data', '--x\r\n'],
    ['no part', 'multipart/form-data; boundary=x', 'nothing'],
    [
      'a part without an end',
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="badge"\r\n\r\na',
    ],
    [
      'too many parts',
      'multipart/form-data; boundary=x',
      `${'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n'.repeat(9)}--x--`,
    ],
  ])('refuses a form with %s', async (_what, type, body) => {
    const answer = await sending(await studentFixture(), body, { type });
    expect([answer.status, answer.json()]).toMatchObject([400, { code: 'request-invalid' }]);
  });

  it('refuses bodies that are larger than any badge', async () => {
    const answer = await sending(await studentFixture(), new Uint8Array(8_388_609), { type: 'image/png' });
    expect([answer.status, answer.json()]).toMatchObject([413, { code: 'body-too-large' }]);
  });

  it('shows people a page that needs no script, in their language', async () => {
    const student = await studentFixture();
    const { secured } = await student.held();
    const form = await student.ask('verifier', 'GET', '/', { headers: { 'accept-language': 'en' } });
    expect(form.headers['content-type']).toContain('text/html');
    expect(form.body.toString()).toMatch(
      /<form method="post" action="\/verifications" enctype="multipart\/form-data">/,
    );
    expect(form.body.toString()).toContain('This is a simulation');
    expect(form.body.toString()).not.toContain('<script');
    const browser = 'text/html,application/xhtml+xml,*/*;q=0.8';
    const ja = (await sending(student, secured, { accept: browser })).body.toString();
    expect(ja).toContain('受け入れられます');
    expect(ja).toContain('見本大学');
    const en = (await sending(student, secured, { accept: browser, language: 'en' })).body.toString();
    expect(en).toContain('Accepted: the issuer above signed it');
  });

  it('writes what strangers wrote as text', async () => {
    const student = await studentFixture();
    const payload = {
      type: ['VerifiableCredential', 'OpenBadgeCredential'],
      issuer: { id: 'https://a.example/', name: '<img src=x>' },
    };
    const forged = `${Buffer.from('{"alg":"EdDSA"}').toString('base64url')}.${Buffer.from(JSON.stringify(payload)).toString('base64url')}.AAAA`;
    const page = (await sending(student, forged, { accept: 'text/html' })).body.toString();
    expect(page).toContain('&lt;img src=x&gt;');
    expect(page).not.toContain('<img');
  });

  it('changes nothing', async () => {
    const student = await studentFixture();
    const { secured } = await student.held();
    const before = Buffer.from(student.world.serialize());
    await verified(student, secured);
    expect(Buffer.from(student.world.serialize()).equals(before)).toBe(true);
  });
});

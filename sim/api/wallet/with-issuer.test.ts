import { createPublicKey, type JsonWebKey } from 'node:crypto';
import { expect, it } from 'vitest';
import type { Transmission } from '../../events/index.ts';
import { faultModule } from '../../faults/index.ts';
import { addSchool, issuerModule } from '../../issuer/index.ts';
import { createWorld, defaultLimits, type Fetch, loadWorld, saveWorld, simulatedOrigins } from '../../kernel/index.ts';
import { mailModule } from '../../mail/index.ts';
import { verifyVcJwt } from '../../proof/index.ts';
import { walletModule } from '../../wallet/index.ts';
import { inProcessFetch } from '../in-process-fetch.ts';
import { createApplication } from '../operation/index.ts';
import { services } from '../services.ts';
import { type Asked, deviceOf, form, hanako, password, send, tokenIn } from '../wallet-fixture.ts';

const slug = 'mihon-university';

/** The real issuer and the wallet in one world, each behind its origin, as the direct lane has them. */
async function bothServices() {
  const mails: Transmission[] = [];
  const deliver = (_world: unknown, transmission: Transmission) => {
    mails.push(transmission);
    return { replyCode: 250, text: 'OK' };
  };
  const modules = [mailModule({ deliver }), faultModule, issuerModule, walletModule];
  const startsAt = Date.parse('2026-04-01T09:00:00+09:00');
  const world = createWorld({ seed: 7, startsAt, limits: defaultLimits, parameters: {} }, modules);
  await world.perform(addSchool, { slug, name: { ja: '見本大学', en: 'Mihon University' } });
  const lost = new Set<string>();
  const fetch: Fetch = async (url, request) => {
    const response = await reach(url, request);
    if (lost.delete(url)) throw new TypeError('fetch failed');
    return response;
  };
  const context = { world, fetch, outward: fetch };
  const reach = inProcessFetch({
    [simulatedOrigins.issuer]: createApplication(services.issuer, context),
    [simulatedOrigins.wallet]: createApplication(services.wallet, context),
  });
  const school = (path: string, body: string, type = 'application/json') =>
    reach(`${simulatedOrigins.issuer}/schools/${slug}/${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${world.keys.secret(`school/${slug}`)}`, 'content-type': type },
      body,
    });
  const wallet = async <Body>(method: string, path: string, asked: Asked = {}) =>
    (await send(reach, method, path, asked)).json<Body>();
  const mailedToken = async (kind: string) => {
    await world.advance(600_000);
    const mail = mails.findLast((sent) => sent.kind === kind);
    if (mail === undefined) throw new Error(`no mail ${kind} left`);
    return tokenIn(mail);
  };
  /** The issuer acts on the next request there, and its answer is lost on the way back. */
  const loseAnswer = (path: string) => void lost.add(simulatedOrigins.issuer + path);
  return { world, modules, fetch, school, wallet, mailedToken, loseAnswer };
}

it('takes no link for a broken-off registration once the school has issued to another address', async () => {
  const { school, wallet, mailedToken, loseAnswer } = await bothServices();
  await school('rosters?period=2026', `学籍番号,氏名,メールアドレス\n0012345,見本 花子,${hanako}\n`, 'text/csv');
  await school('issuances', '{}');
  const token = await mailedToken('issue-notice');
  loseAnswer('/offers/consume');
  expect(await wallet('POST', '/registrations', form(token))).toMatchObject({ code: 'issuer-unreachable' });
  expect(await wallet('GET', `/receive/${token}`)).toMatchObject({ screen: 'terms' });
  await school('credentials/cred_0001/reissue', '{"mode":"new-address","address":"hanako@gmail.com"}');
  expect(await wallet('GET', `/receive/${token}`)).toMatchObject({ code: 'link-superseded' });
  expect(await wallet('POST', '/registrations', form(token))).toMatchObject({ code: 'link-superseded' });
});

it('says of a text that is too long for a link that the link is wrong', async () => {
  const { wallet } = await bothServices();
  expect(await wallet('GET', `/receive/${'x'.repeat(201)}`)).toMatchObject({ code: 'link-unknown' });
});

it('takes a student from the roster to a received, verifiable and then revoked ID', async () => {
  const { world, modules, fetch, school, wallet, mailedToken } = await bothServices();
  const roster = `学籍番号,氏名,メールアドレス\n0012345,見本 花子,${hanako}\n`;
  expect((await school('rosters?period=2026', roster, 'text/csv')).status).toBe(201);
  expect((await school('issuances', '{}')).status).toBe(202);

  const token = await mailedToken('issue-notice');
  expect(await wallet('GET', `/receive/${token}`)).toMatchObject({ screen: 'terms', school: { slug } });
  expect(await wallet('POST', '/registrations', form(token))).toMatchObject({ state: 'pending' });
  expect(await wallet('GET', `/receive/${token}`)).toMatchObject({ code: 'link-used' });
  await wallet('POST', '/activations', { body: { token: await mailedToken('activation') } });
  const device = deviceOf(world, 'hs_0001');
  const { session: bearer } = await wallet<{ session: string }>('POST', '/sessions', {
    body: { address: hanako, password, device },
  });

  const before = await wallet<{ receivable: { credential: string }[] }>('GET', '/credentials', { bearer });
  const [{ credential } = { credential: '' }] = before.receivable;
  const { secured } = await wallet<{ secured: string }>('POST', `/credentials/${credential}/receive`, { bearer });
  expect(await wallet('POST', `/credentials/${credential}/receive`, { bearer })).toEqual({
    credential,
    secured,
    mediaType: 'text/plain',
  });
  const jwks = (await fetch(`${simulatedOrigins.issuer}/schools/${slug}/jwks`)).json<{ keys: JsonWebKey[] }>();
  const [key = {}] = jwks.keys;
  await verifyVcJwt(secured, createPublicKey({ key, format: 'jwk' }), { now: world.clock.now() });
  expect(await wallet('GET', `/credentials/${credential}`, { bearer })).toMatchObject({
    name: '見本 花子',
    studentNumber: '0012345',
    status: 'active',
  });

  await school(`credentials/${credential}/revoke`, '{"reason":"退学"}');
  expect(await wallet('GET', '/credentials', { bearer })).toMatchObject({
    received: [{ credential, status: 'revoked' }],
    receivable: [],
  });
  const loaded = await loadWorld(saveWorld(world), modules);
  expect(Buffer.from(loaded.serialize()).equals(Buffer.from(world.serialize()))).toBe(true);
});

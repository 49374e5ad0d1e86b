import { describe, expect, it } from 'vitest';
import { createKeyResolver, decodeStatusList, verifyEmbeddedProof } from '../../proof/index.ts';
import { asSchool, type IssuerApi, issuedApi, post, school } from '../issuer-fixture.ts';

const revocations = `${school}/status-lists/1/revocation`;
const suspensions = `${school}/status-lists/1/suspension`;
const credential = `${school}/credentials/cred_0001`;

async function countSet(issuer: IssuerApi, path: string): Promise<number> {
  const { body } = await issuer.call('GET', path);
  const { encodedList } = body.credentialSubject as { encodedList: string };
  return decodeStatusList(encodedList).reduce((sum, byte) => sum + byte.toString(2).replaceAll('0', '').length, 0);
}

describe('a status list', () => {
  it('is a credential of the school, signed with a key that the school publishes', async () => {
    const issuer = await issuedApi();
    const list = await issuer.call('GET', revocations);
    expect(list.body).toMatchObject({
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      type: ['VerifiableCredential', 'BitstringStatusListCredential'],
      issuer: (await issuer.call('GET', school)).body.id,
      validFrom: '2026-04-01T09:00:00.000+09:00',
      validUntil: '2026-04-03T00:00:00.000+09:00',
      credentialSubject: { type: 'BitstringStatusList', statusPurpose: 'revocation', ttl: 300_000 },
    });
    const held = await verifyEmbeddedProof(list.body, createKeyResolver());
    expect(held).toMatchObject({ mechanism: 'eddsa-rdfc-2022', controller: list.body.issuer });
    const profile = (await issuer.call('GET', school)).body as { assertionMethod: string[] };
    expect(profile.assertionMethod).toContain(held.verificationMethod);
  });

  it('may be kept for its time to live, and is not sent again to who has it', async () => {
    const issuer = await issuedApi();
    const { headers } = await issuer.call('GET', revocations);
    expect(headers['cache-control']).toBe('public, max-age=300');
    const etag = headers.etag ?? '';
    expect(etag).toMatch(/^"[\w-]{43}"$/);
    expect(await issuer.call('GET', revocations, { headers: { 'if-none-match': `"other", ${etag}` } })).toMatchObject({
      status: 304,
      body: {},
    });
    await post(issuer, `${credential}/revoke`, { reason: '退学' }, asSchool);
    const changed = await issuer.call('GET', revocations, { headers: { 'if-none-match': etag } });
    expect(changed.status).toBe(200);
    expect(changed.headers.etag).not.toBe(etag);
  });

  it('says what the school did, each in its own list', async () => {
    const issuer = await issuedApi();
    const counts = async () => [await countSet(issuer, revocations), await countSet(issuer, suspensions)];
    expect(await counts()).toEqual([0, 0]);
    await post(issuer, `${credential}/suspend`, { reason: '端末の紛失' }, asSchool);
    expect(await counts()).toEqual([0, 1]);
    await post(issuer, `${credential}/reinstate`, {}, asSchool);
    expect(await counts()).toEqual([0, 0]);
    await post(issuer, `${credential}/revoke`, { reason: '退学' }, asSchool);
    expect(await counts()).toEqual([1, 0]);
  });

  it('is read without a trace in the world', async () => {
    const issuer = await issuedApi();
    const before = Buffer.from(issuer.world.serialize());
    await issuer.call('GET', revocations);
    await issuer.call('GET', suspensions);
    expect(before.equals(issuer.world.serialize())).toBe(true);
  });

  it.each([
    `${school}/status-lists/2/revocation`,
    `${school}/status-lists/0/revocation`,
    `${school}/status-lists/1x/revocation`,
    `${school}/status-lists/1/message`,
    '/schools/other/status-lists/1/revocation',
  ])('is not there at %s', async (path) => {
    const issuer = await issuedApi();
    expect(await issuer.call('GET', path)).toMatchObject({ status: 404, body: { code: 'status-list-unknown' } });
  });

  it('is changed by its own school alone', async () => {
    const issuer = await issuedApi();
    for (const action of ['suspend', 'reinstate']) {
      expect((await issuer.call('POST', `${credential}/${action}`, { body: { reason: '-' } })).status).toBe(401);
    }
    expect((await post(issuer, `${credential}/suspend`, {}, asSchool)).body.code).toBe('request-invalid');
  });
});

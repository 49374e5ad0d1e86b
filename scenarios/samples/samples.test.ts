import { createPublicKey, type JsonWebKey } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { readMessage } from '#mocks/mailbox';
import { createServiceWorld } from '#sim/api';
import { unbake } from '#sim/baking';
import { readDsn } from '#sim/mail';
import { decodeStatusList, isStatusSet, verifyVcJwt } from '#sim/proof';
import { readMe, type Sample, samples } from './index.ts';

let all: readonly Sample[] = [];
const bytesOf = (name: string): Buffer => Buffer.from(all.find((sample) => sample.name === name)?.bytes ?? []);
const jsonOf = <Value>(name: string): Value => JSON.parse(bytesOf(name).toString()) as Value;

interface Payload {
  readonly validUntil: string;
  readonly credentialStatus: { readonly statusListCredential: string; readonly statusListIndex: string };
}
const payloadOf = (name: string): Payload =>
  JSON.parse(Buffer.from(bytesOf(name).toString().split('.')[1] ?? '', 'base64url').toString()) as Payload;

beforeAll(async () => {
  all = await samples(1);
});

describe('the samples', () => {
  it('are the same bytes for the same seed, and others for another', async () => {
    expect(await samples(1)).toEqual(all);
    const others = new Map((await samples(2)).map(({ name, bytes }) => [name, bytes]));
    for (const { name, bytes } of all) expect(others.get(name), name).not.toEqual(bytes);
  });

  it('have each a name of its own, and a line in the README', () => {
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
    const text = Buffer.from(readMe(all, 1).bytes).toString();
    for (const { name, title } of all) expect(text).toContain(`${name}\n  ${title.ja}。\n  ${title.en}.\n`);
  });

  it.each([
    ['good-utf-8', 8, []],
    ['good-utf-8-bom', 8, []],
    ['good-shift-jis', 8, []],
    ['leading-zeros-lost', 6, ['roster-number-short', 'roster-number-short']],
    ['duplicate-row', 8, ['roster-number-duplicate']],
    ['address-typo', 7, ['roster-address-typo']],
    ['gaiji', 7, ['roster-cell-unreadable']],
  ])('roster %s: %i students are taken, the others for the reason that it shows', async (name, accepted, codes) => {
    using school = createServiceWorld({ seed: 1, startsAt: Date.parse('2026-04-01T09:00:00+09:00') });
    await school.addSchool({ slug: 'a', name: { ja: '甲', en: 'A' } });
    const answer = await school.services.fetch(`${school.world.origins.issuer}/schools/a/rosters`, {
      method: 'POST',
      headers: { authorization: `Bearer ${school.schoolToken('a')}`, 'content-type': 'text/csv' },
      body: bytesOf(`rosters/${name}.csv`),
    });
    const told = answer.json<{ accepted: number; rejected: { code: string }[] }>();
    expect([told.accepted, told.rejected.map(({ code }) => code)]).toEqual([accepted, codes]);
  });

  it.each(['vc-jwt-rs256', 'vc-jwt-es256', 'vc-jwt-eddsa'])('credential %s verifies by its keys', async (name) => {
    const { keys } = jsonOf<{ keys: JsonWebKey[] }>(`credentials/${name}.jwks.json`);
    const secured = bytesOf(`credentials/${name}.jwt`).toString();
    const now = Date.parse('2026-05-01T00:00:00+09:00');
    const tried = await Promise.allSettled(
      keys.map(async (key) => verifyVcJwt(secured, createPublicKey({ key, format: 'jwk' }), { now })),
    );
    expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('the others are what they are called', () => {
    expect(jsonOf('credentials/eddsa-rdfc-2022.json')).toMatchObject({ proof: [{ cryptosuite: 'eddsa-rdfc-2022' }] });
    for (const format of ['png', 'svg'] as const) {
      expect(unbake(bytesOf(`credentials/baked.${format}`))).toMatchObject({ version: 'ob3', format });
    }
    expect(Date.parse(payloadOf('credentials/expired.jwt').validUntil)).toBeLessThan(Date.parse('2021-04-02'));
    const list = jsonOf<{ id: string; credentialSubject: { encodedList: string } }>(
      'credentials/revoked.status-list.json',
    );
    const entry = payloadOf('credentials/revoked.jwt').credentialStatus;
    expect(entry.statusListCredential).toBe(list.id);
    const bits = decodeStatusList(list.credentialSubject.encodedList);
    expect(isStatusSet(bits, Number(entry.statusListIndex))).toBe(true);
  });

  it('mails say what they are for, and the one that came back why', async () => {
    const subjects = await Promise.all(
      ['issue-notice', 'activation', 'password-reset', 'reminder'].map(async (name) => {
        const { subject, links } = await readMessage(bytesOf(`mails/${name}.eml`));
        return [subject, new URL(links[0] ?? '').pathname.split('/')[1]];
      }),
    );
    expect(subjects.map(([, path]) => path)).toEqual(['receive', 'activate', 'reset', 'receive']);
    expect(subjects[0]?.[0]).toBe('【見本大学】からオープンバッジ発行のお知らせ');
    expect(bytesOf('mails/reminder.eml')).not.toEqual(bytesOf('mails/issue-notice.eml'));
    expect(readDsn(bytesOf('mails/bounce.eml'))).toMatchObject({ recipients: [{ status: '5.1.1' }] });
  });
});

import { beforeAll, describe, expect } from 'vitest';
import { finishConnection, getCredentials, getProfile, startConnection } from '#sim/badge-connect';
import type { Fetch } from '#sim/kernel';
import { unverifiedCredential } from '#sim/proof';
import { allow } from './browser.ts';
import { openPlace, type Place, type Student, Web } from './place.ts';
import { replay } from './replay.ts';
import { sitesOfStranger, specimenFiles } from './specimens.ts';

const types: Readonly<Record<string, string>> = { PNG: 'image/png', SVG: 'image/svg+xml', compact: 'text/plain' };
const typeOf = (name: string): string => types[name.split(' ')[0] ?? ''] ?? 'application/json';

async function place(seed: number, domain: string, web = new Web(), pageSizeMax = 100): Promise<Place> {
  return openPlace(web, { seed, domain, pageSizeMax });
}

describe('the host', () => {
  async function importing() {
    const web = new Web(await sitesOfStranger());
    const host = await place(21, 'candidate', web);
    const student = await host.join('hanako@example.ac.jp');
    const { session: bearer } = student;
    const add = (file: Buffer, type: string) =>
      host.ask('wallet', 'POST', '/badges', { bearer, file, headers: { 'content-type': type } });
    const list = async () =>
      (await host.ask('wallet', 'GET', '/badges', { bearer })).json<{ badges: { secured: string }[] }>().badges;
    return { add, list };
  }

  replay('import-formats', async () => {
    for (const [name, { file }] of Object.entries(await specimenFiles())) {
      const { add } = await importing();
      const answer = await add(file, typeOf(name));
      expect({ name, status: answer.status, ...answer.json<object>() }).toEqual({
        name,
        status: 200,
        outcome: 'created',
      });
    }
  });

  replay('export-lossless', async () => {
    for (const [name, { file, text }] of Object.entries(await specimenFiles())) {
      const { add, list } = await importing();
      await add(file, typeOf(name));
      const [, exported] = await list();
      expect({ name, text: exported?.secured }).toEqual({ name, text });
    }
  });
});

describe('the host as client of another host', () => {
  const web = new Web();
  let candidate: Place;
  let other: Place;
  let student: Student;
  let atOther: Student;

  beforeAll(async () => {
    candidate = await place(31, 'candidate', web);
    student = await candidate.join('hanako@example.ac.jp');
    // Pages of one, so that there are several.
    other = await place(32, 'other', web, 1);
    atOther = await other.join('hanako@example.ac.jp');
    const second = await (await place(33, 'third', web)).join('hanako@example.ac.jp');
    const held = await web.fetch(`https://wallet.third.test/credentials/${second.credential}`, {
      headers: { authorization: `Bearer ${second.session}` },
    });
    await other.ask('wallet', 'POST', '/badges', {
      bearer: atOther.session,
      file: Buffer.from(held.json<{ secured: string }>().secured),
      headers: { 'content-type': 'text/plain' },
    });
  });

  async function connect(fetch: Fetch = web.fetch) {
    const subject = `account/${student.account}` as const;
    const ports = { outward: fetch };
    const { authorizationUrl } = await startConnection(candidate.world, ports, {
      subject,
      host: other.world.origins.wallet,
    });
    const back = new URL(await allow(web, authorizationUrl, atOther)).searchParams;
    const told = { code: back.get('code') ?? '', scope: back.get('scope') ?? '', iss: back.get('iss') ?? '' };
    const connected = await finishConnection(candidate.world, ports, {
      subject,
      answer: { state: back.get('state') ?? '', ...told },
    });
    return { ports, connected, over: { subject, connection: connected.connection } };
  }

  replay('consumer-token', async () => {
    const { connected } = await connect();
    expect(connected).toMatchObject({ state: 'connected', host: 'https://wallet.other.test/ims/ob/v3p0' });
    expect(connected.scopes.map((scope) => scope.split('/').at(-1))).toEqual([
      'credential.readonly',
      'credential.upsert',
      'profile.readonly',
      'profile.update',
    ]);
  });

  replay('consumer-credentials', async () => {
    const { over } = await connect();
    const { session: bearer } = student;
    const read = await candidate.ask('wallet', 'POST', `/connections/${over.connection}/import`, { bearer });
    expect(read.json()).toEqual({ imported: [{ outcome: 'created' }, { outcome: 'created' }] });
    const { badges } = (await candidate.ask('wallet', 'GET', '/badges', { bearer })).json<{ badges: object[] }>();
    expect(badges).toHaveLength(3);
  });

  replay('consumer-paging', async () => {
    const asked: string[] = [];
    const { over } = await connect();
    const outward: Fetch = (url, request) => {
      asked.push(url);
      return web.fetch(url, request);
    };
    const credentials = await getCredentials(candidate.world, { outward }, over);
    expect(credentials).toHaveLength(2);
    expect(asked.map((url) => new URL(url).searchParams.get('offset'))).toEqual(['0', '1']);
    expect(new Set(credentials.map(({ secured }) => unverifiedCredential(secured)?.id)).size).toBe(2);
  });

  replay('consumer-profile', async () => {
    const { ports, over } = await connect();
    expect(await getProfile(candidate.world, ports, over)).toMatchObject({ type: ['Profile'], name: '見本 花子' });
  });
});

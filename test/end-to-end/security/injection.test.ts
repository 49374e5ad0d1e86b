import { describe, expect, it } from 'vitest';
import { createServices } from '#sim/api';
import type { RunningWorld } from '#sim/kernel';
import { type FurnishedWorld, furnishedWorld, password, phone, publicKey } from '../../fuzz/furnished-world.ts';
import { hostileTexts, markup } from '../../fuzz/hostile-text.ts';

interface Asked {
  readonly bearer?: string;
  readonly body?: unknown;
  readonly mediaType?: string;
}

function asker({ world }: Pick<FurnishedWorld, 'world'>) {
  const { fetch } = createServices(world);
  return (method: string, url: string, { bearer, body, mediaType = 'application/json' }: Asked = {}) =>
    fetch(url, {
      method,
      headers: {
        'user-agent': phone,
        ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }),
        ...(body !== undefined && { 'content-type': mediaType }),
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
}

/** The shape of the database, and how many rows each table has. */
function inventory(world: RunningWorld): Readonly<Record<string, number>> {
  const tables = world.store.all<{ name: string; sql: string }>(
    "SELECT name, sql FROM sqlite_master WHERE type = 'table' ORDER BY name",
  );
  return Object.fromEntries(
    tables.map(({ name, sql }) => {
      const { n } = world.store.get<{ n: number }>(`SELECT count(*) AS n FROM ${name}`) ?? { n: 0 };
      return [`${sql}`, n];
    }),
  );
}

const texts = hostileTexts.filter((text) => text.length <= 200);

describe('a hostile text', () => {
  it('in the name of a phone is told back as it was sent, or refused', async () => {
    const furnished = await furnishedWorld();
    using world = furnished.world;
    const ask = asker(furnished);
    const { wallet } = world.origins;
    const before = Object.keys(inventory(world));
    let taken = 0;
    for (const name of texts) {
      const body = { address: furnished.addresses.hanako, password, device: { name, publicKey } };
      const response = await ask('POST', `${wallet}/sessions`, { body });
      expect([201, 400], name).toContain(response.status);
      if (response.status !== 201) continue;
      taken += 1;
      const { session } = response.json<{ session: string }>();
      const { devices } = (await ask('GET', `${wallet}/devices`, { bearer: session })).json<{
        devices: { name: string; current: boolean }[];
      }>();
      expect(devices.find(({ current }) => current)?.name.normalize()).toBe(name.toWellFormed().normalize());
    }
    expect(taken).toBeGreaterThan(10);
    expect(Object.keys(inventory(world))).toEqual(before);
  });

  it('in a roster stands in its row as it is, or the row is refused: no other row changes', async () => {
    const furnished = await furnishedWorld();
    using world = furnished.world;
    const ask = asker(furnished);
    const bearer = world.keys.secret('school/mihon-university');
    const url = `${world.origins.issuer}/schools/mihon-university/rosters?period=2027`;
    const students = () =>
      world.store.all<{ name: string; faculty: string }>(
        "SELECT name, faculty FROM issuer_student WHERE student_number LIKE 'X%' ORDER BY student_number",
      );
    const others = () =>
      world.store.all("SELECT * FROM issuer_student WHERE student_number NOT LIKE 'X%' ORDER BY student_number");
    const before = [Object.keys(inventory(world)), others()];
    const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    const rows = texts
      .filter((text) => !/[\0\r\n]/.test(text) && text.isWellFormed())
      .map((text, n) => `X${n},${quoted(`見本 ${text}`)},,x${n}@gmail.com,${quoted(text)}`);
    const csv = `学籍番号,氏名,フリガナ,メールアドレス,学部\n${rows.join('\n')}\n`;
    const response = await ask('POST', url, { bearer, body: csv, mediaType: 'text/csv' });
    expect(response.status).toBe(201);
    const { accepted, rejected } = response.json<{ accepted: number; rejected: unknown[] }>();
    expect(accepted + rejected.length).toBe(rows.length);
    expect(accepted).toBeGreaterThan(10);
    expect(students()).toHaveLength(accepted);
    for (const { name } of students()) expect(texts.some((text) => name.includes(text.trim()))).toBe(true);
    expect([Object.keys(inventory(world)), others()]).toEqual(before);
  });

  it('in a path finds nothing: no file, no row, no member of an object', async () => {
    const furnished = await furnishedWorld();
    using world = furnished.world;
    const ask = asker(furnished);
    const { issuer, wallet } = world.origins;
    const { session } = furnished.tokens;
    for (const text of texts.filter((one) => one.isWellFormed() && !['', ' ', '.', '..'].includes(one))) {
      const part = encodeURIComponent(text);
      for (const [url, bearer] of [
        [`${issuer}/schools/${part}`, undefined],
        [`${issuer}/schools/${part}/jwks`, undefined],
        [`${issuer}/schools/mihon-university/keys/${part}`, undefined],
        [`${issuer}/schools/mihon-university/status-lists/1/${part}`, undefined],
        [`${wallet}/credentials/${part}`, session],
        [`${wallet}/credentials/${part}/badge.png`, session],
        [`${wallet}/receive/${part}`, undefined],
        [`${wallet}/reset/${part}`, undefined],
      ] as const) {
        const response = await ask('GET', url, bearer === undefined ? {} : { bearer });
        expect([400, 404, 405], `${url}`).toContain(response.status);
        expect(response.body.toString('utf8')).not.toMatch(/root:|SQLITE|node:|\.ts:\d/);
      }
    }
  });

  it('in a page for people is text', async () => {
    const furnished = await furnishedWorld();
    using world = furnished.world;
    const { fetch } = createServices(world);
    for (const path of [`/schools/${encodeURIComponent(markup)}`, `/${encodeURIComponent(markup)}`]) {
      const response = await fetch(world.origins.issuer + path, { headers: { accept: 'text/html' } });
      expect(response.status).toBe(404);
      if (response.headers['content-type']?.startsWith('text/html')) {
        expect(response.body.toString('utf8')).not.toContain(markup);
      }
    }
  });
});

describe('members that every object has', () => {
  it.each([
    '{"__proto__":{"polluted":true},"address":"a@gmail.com.test"}',
    '{"constructor":{"prototype":{"polluted":true}},"address":"a@gmail.com.test"}',
    '{"address":"a@gmail.com.test","__proto__":null}',
  ])('cannot be sent along: %s', async (body) => {
    const furnished = await furnishedWorld();
    using world = furnished.world;
    const ask = asker(furnished);
    const response = await ask('POST', `${world.origins.wallet}/password-resets`, { body });
    expect([202, 400]).toContain(response.status);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    // None is taken for a member that was sent, and none does for one that is missing.
    const missing = await ask('POST', `${world.origins.wallet}/password-resets`, {
      body: body.replace(/,?"address":"[^"]*",?/, ''),
    });
    expect(missing.status).toBe(400);
  });

  it('are no school and no secret', async () => {
    const furnished = await furnishedWorld();
    using world = furnished.world;
    const ask = asker(furnished);
    for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
      const url = `${world.origins.issuer}/schools/${name}`;
      expect((await ask('GET', url)).status).toBe(404);
      expect((await ask('GET', `${url}/credentials`, { bearer: 'undefined' })).status).toBe(401);
      // Even with the secret that a school of that name would have, there is none.
      const bearer = world.keys.secret(`school/${name}`);
      expect([401, 404]).toContain((await ask('GET', `${url}/credentials`, { bearer })).status);
    }
  });
});

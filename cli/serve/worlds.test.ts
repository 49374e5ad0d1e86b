import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fixtureCertificate } from '#mocks/loopback';
import { ServiceError } from '#sim/errors';
import { keptWorlds } from './worlds.ts';
import { ask, free, startWorld, token, worldsUnderTest } from './worlds-fixture.ts';

const roster = '学籍番号,氏名,メールアドレス\nA1,見本 花子,hanako@main.todoku.test\n';

function folder(): { readonly path: string } & Disposable {
  const path = mkdtempSync(join(tmpdir(), 'todoku-worlds-'));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}

describe('a served world', { timeout: 60_000 }, () => {
  test('issues, mails and registers over its own ports, and links lead there', async () => {
    await using worlds = worldsUnderTest();
    const { address } = await startWorld(worlds);
    const [school] = address.schools;
    expect(address.issuer).toBe(`http://localhost:${address.ports.issuer}`);
    expect(school?.url).toBe(`${address.issuer}/schools/mihon-university`);
    expect((await ask('POST', `${school?.url}/rosters`, roster, school?.token)).status).toBe(201);
    expect((await ask('POST', `${school?.url}/issuances`, {}, school?.token)).status).toBe(202);
    expect((await ask('POST', `${address.api}/clock`, { advance: '10m' })).body).toEqual({
      now: '2026-04-01T09:10:00.000+09:00',
      realTime: false,
    });
    const mail = await ask('GET', `${address.api}/messages/wait?to=hanako@main.todoku.test`);
    const [link] = JSON.stringify(mail.body).match(/http:\/\/localhost:\d+\/receive\/[\w-]+/) ?? [];
    expect(link).toContain(`${address.wallet}/receive/`);
    const given = { terms: '2026-04-01', privacyPolicy: '2026-04-01', name: '見本 花子', password: 'Mihon2026!' };
    const registered = await ask(
      'POST',
      `${address.wallet}/registrations`,
      { token: link?.split('/').at(-1), ...given },
      '',
    );
    expect([registered.status, registered.body]).toMatchObject([201, { state: 'pending' }]);
    const { outcomes } = (await ask('GET', `${address.api}/outcomes?address=hanako@main.todoku.test`)).body;
    const delivered = { provider: 'plain', reception: { outcome: 'delivered' } };
    expect(outcomes).toMatchObject([delivered, { mail: { kind: 'activation' } }]);
  });

  test('has a harness that nobody enters without the token', async () => {
    await using worlds = worldsUnderTest();
    const { address } = await startWorld(worlds);
    const paths: [string, string][] = [
      ['GET', '/clock'],
      ['POST', '/clock'],
      ['GET', '/faults'],
      ['POST', '/faults'],
      ['DELETE', '/faults/service-down'],
      ['GET', '/schools'],
      ['POST', '/schools'],
      ['POST', '/mailboxes'],
      ['GET', '/events'],
      ['GET', '/outcomes'],
      ['GET', '/worlds'],
      ['POST', '/worlds'],
      ['DELETE', '/worlds/other'],
    ];
    for (const [method, path] of paths) {
      for (const bearer of ['', 'x', `${token}x`]) {
        const answer = await ask(method, address.api + path, undefined, bearer);
        expect([path, answer.status, answer.body.code]).toEqual([path, 401, 'unauthorized']);
      }
    }
    const stream = await fetch(`${address.api}/events`, { headers: { accept: 'text/event-stream' } });
    expect(stream.status).toBe(401);
    // What was captured is read as before.
    expect((await ask('GET', `${address.api}/mailboxes`, undefined, '')).body).toEqual({ mailboxes: [] });
  });

  test('moves its clock when it is told to, and only forward', async () => {
    await using worlds = worldsUnderTest();
    const { address, now } = await startWorld(worlds);
    const clock = `${address.api}/clock`;
    await ask('POST', clock, { advanceTo: '2026-04-02T00:00:00+09:00' });
    expect(now()).toBe('2026-04-02T00:00:00.000+09:00');
    expect((await ask('POST', clock, { advanceTo: '2026-04-01T00:00:00+09:00' })).body.code).toBe('clock-backwards');
    for (const body of [{ advance: 'soon' }, { advanceTo: 'soon' }, {}, { advance: '1m', advanceTo: '1m' }, []]) {
      expect((await ask('POST', clock, body)).body.code, JSON.stringify(body)).toBe('request-invalid');
    }
    await using real = worldsUnderTest({ isRealTime: true });
    const second = await startWorld(real);
    expect((await ask('POST', `${second.address.api}/clock`, { advance: '1m' })).body.code).toBe('clock-real');
  });

  test('lets things go wrong and heals them', async () => {
    await using worlds = worldsUnderTest();
    const { address } = await startWorld(worlds);
    const faults = `${address.api}/faults`;
    const down = { fault: 'service-down', value: { service: 'wallet' } };
    expect((await ask('POST', faults, down)).status).toBe(201);
    expect((await ask('GET', `${address.wallet}/credentials`)).body.code).toBe('service-unavailable');
    expect((await ask('GET', faults)).body.active).toEqual([down]);
    expect((await ask('DELETE', `${faults}/service-down`)).status).toBe(204);
    expect((await ask('GET', `${address.wallet}/credentials`)).body.code).toBe('unauthorized');
    expect((await ask('POST', faults, { fault: 'constructor' })).body.code).toBe('fault-unknown');
    expect((await ask('DELETE', `${faults}/__proto__`)).body.code).toBe('fault-unknown');
    expect((await ask('POST', faults, { ...down, value: { service: 'moon' } })).body.code).toBe('request-invalid');
    expect((await ask('POST', faults, { ...down, value: { ...down.value, x: 1 } })).body.code).toBe('request-invalid');
  });

  test('takes new schools and mailboxes', async () => {
    await using worlds = worldsUnderTest();
    const { address } = await startWorld(worlds);
    const school = {
      slug: 'rei',
      name: { ja: '例大学', en: 'Rei University' },
      mechanism: 'DataIntegrityProof eddsa-rdfc-2022',
    };
    const { mechanism: _, ...plain } = school;
    const made = await ask('POST', `${address.api}/schools`, plain);
    expect([made.status, made.body]).toMatchObject([201, { url: `${address.issuer}/schools/rei` }]);
    expect((await ask('GET', `${address.issuer}/schools/rei/credentials`, undefined, made.body.token)).status).toBe(
      200,
    );
    expect((await ask('POST', `${address.api}/schools`, plain)).body.code).toBe('school-exists');
    const box = await ask('POST', `${address.api}/mailboxes`, { address: 'a@docomo.sim' });
    expect([box.status, box.body]).toMatchObject([201, { provider: 'docomo' }]);
    expect((await ask('POST', `${address.api}/mailboxes`, { address: 'a@docomo.ne.jp' })).body.code).toBe(
      'address-real',
    );
  });

  test('tells its log as lines and as a stream that goes on', async () => {
    await using worlds = worldsUnderTest();
    const { address } = await startWorld(worlds);
    const lines = (await ask('GET', `${address.api}/events`)).body.text as unknown as string;
    expect(
      lines
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).type),
    ).toEqual(['school.joined']);
    const headers = { authorization: `Bearer ${token}`, accept: 'text/event-stream', 'last-event-id': '1' };
    const stream = await fetch(`${address.api}/events`, { headers });
    await ask('POST', `${address.api}/mailboxes`, { address: 'a@docomo.sim' });
    const reader = stream.body?.getReader();
    const { value } = (await reader?.read()) ?? {};
    expect(Buffer.from(value ?? []).toString()).toMatch(/^id: 2\ndata: \{.*"type":"mailbox\.created".*\}\n\n$/);
    await reader?.cancel();
  });

  test('refuses foreign names, foreign pages and odd paths on every port of the services and on the harness', async () => {
    await using worlds = worldsUnderTest();
    const { address } = await startWorld(worlds);
    const status = (port: number, path: string, headers: Record<string, string>, method = 'GET') =>
      new Promise<number | undefined>((resolve, reject) => {
        const sent = requestHttp({ host: '127.0.0.1', port, path, headers, method }, (answer) => {
          answer.resume();
          resolve(answer.statusCode);
        });
        sent.once('error', reject).end();
      });
    const { issuer, wallet, verifier, http } = address.ports;
    for (const port of [issuer, wallet, verifier, http]) {
      const path = port === http ? '/todoku/v1/worlds' : '/x';
      expect(await status(port, path, { host: 'evil.example' }), path).toBe(421);
      expect(await status(port, path, { origin: 'https://evil.example' }, 'POST'), path).toBe(403);
      expect(await status(port, `${path}/%2e%2e/clock`, {}), path).toBe(400);
    }
    expect(await status(issuer, `http://localhost:${issuer}/docs`, {})).toBe(400);
  });

  test('speaks TLS under the certificate that it names', async () => {
    await using worlds = worldsUnderTest({ isSecure: true });
    const { address } = await startWorld(worlds);
    expect(address.wallet).toBe(`https://localhost:${address.ports.wallet}`);
    const status = await new Promise((resolve, reject) => {
      const options = { ca: fixtureCertificate.cert, host: 'localhost', port: address.ports.issuer, path: '/docs' };
      requestHttps(options, (answer) => resolve(answer.resume().statusCode))
        .once('error', reject)
        .end();
    });
    expect(status).toBe(200);
  });

  test('answers those under way before it ends', async () => {
    const worlds = worldsUnderTest();
    const { address } = await startWorld(worlds);
    const [school] = address.schools;
    const answers = Array.from({ length: 5 }, () => ask('POST', `${school?.url}/rosters`, roster, school?.token));
    await Promise.race(answers);
    const ended = worlds[Symbol.asyncDispose]();
    const settled = await Promise.allSettled(answers);
    await ended;
    // Taken, or never begun: nothing was broken off.
    for (const one of settled) if (one.status === 'fulfilled') expect(one.value.status).toBe(201);
    expect(settled[0]?.status).toBe('fulfilled');
  });
});

describe('worlds side by side', { timeout: 60_000 }, () => {
  test('have ports, a clock, mails and secrets of their own', async () => {
    await using worlds = worldsUnderTest();
    const { address } = await startWorld(worlds);
    const made = await ask('POST', `${address.api}/worlds`, { name: 'team-a', startsAt: '2030-01-01T00:00:00+09:00' });
    expect(made.status).toBe(201);
    const other = worlds.list()[1];
    expect(other).toMatchObject({
      world: 'team-a',
      mailDomain: 'team-a.todoku.test',
      now: '2030-01-01T00:00:00.000+09:00',
    });
    expect(new Set([...Object.values(address.ports), ...Object.values(other?.ports ?? {})]).size).toBe(16);
    expect(other?.schools[0]?.token).not.toBe(address.schools[0]?.token);
    const stranger = await ask('GET', `${other?.schools[0]?.url}/credentials`, undefined, address.schools[0]?.token);
    expect(stranger.status).toBe(401);
    await ask('POST', `${other?.api}/clock`, { advance: '1h' });
    await ask('POST', `${other?.api}/mailboxes`, { address: 'a@docomo.sim' });
    expect(worlds.list().map(({ now, mailboxes }) => [now, mailboxes.length])).toEqual([
      ['2026-04-01T09:00:00.000+09:00', 0],
      ['2030-01-01T01:00:00.000+09:00', 1],
    ]);
    const named = (await ask('GET', `${address.api}/worlds`)).body.worlds as unknown as { world: string }[];
    expect(named.map(({ world }) => world)).toEqual(['main', 'team-a']);
  });

  test('are closed by another one, and not twice opened', async () => {
    using kept = folder();
    await using worlds = worldsUnderTest({ folder: kept.path });
    const { address } = await startWorld(worlds);
    const at = `${address.api}/worlds`;
    await ask('POST', at, { name: 'team-a' });
    expect(keptWorlds(kept.path)).toEqual(['main', 'team-a']);
    expect((await ask('POST', at, { name: 'team-a' })).body.code).toBe('world-exists');
    expect((await ask('POST', at, { name: '../x' })).body.code).toBe('world-name-invalid');
    expect((await ask('POST', at, { name: 'x', startsAt: 'soon' })).body.code).toBe('request-invalid');
    expect((await ask('DELETE', `${at}/main`)).body.code).toBe('world-answers-here');
    expect((await ask('DELETE', `${at}/team-b`)).body.code).toBe('world-unknown');
    expect((await ask('DELETE', `${at}/team-a`)).status).toBe(204);
    expect(worlds.list()).toHaveLength(1);
    expect(readdirSync(kept.path).filter((file) => file.startsWith('team-a'))).toEqual([]);
  });

  test('are not more than the machine can bear', async () => {
    await using worlds = worldsUnderTest({ worldsMax: 1 });
    await startWorld(worlds);
    await expect(startWorld(worlds, { name: 'more' })).rejects.toThrow(new ServiceError('worlds-too-many', { max: 1 }));
  });
});

describe('a world that is kept', { timeout: 60_000 }, () => {
  test('goes on at the same ports, with the same tokens', async () => {
    using kept = folder();
    const first = worldsUnderTest({ folder: kept.path });
    const { address } = await startWorld(first);
    await ask('POST', `${address.api}/clock`, { advance: '1h' });
    await first[Symbol.asyncDispose]();
    await using second = worldsUnderTest({ folder: kept.path });
    const again = await startWorld(second);
    expect(again.address).toMatchObject({ issuer: address.issuer, wallet: address.wallet, schools: address.schools });
    expect(again.now()).toBe('2026-04-01T10:00:00.000+09:00');
  });

  test('says when its port is taken, and what does not fit it', async () => {
    using kept = folder();
    const first = worldsUnderTest({ folder: kept.path });
    const { address } = await startWorld(first);
    await first[Symbol.asyncDispose]();
    const file = join(kept.path, 'main.world');
    await using second = worldsUnderTest({ folder: kept.path });
    const elsewhere = startWorld(second, { ports: { ...free, wallet: address.ports.issuer } });
    await expect(elsewhere).rejects.toThrow(
      new ServiceError('world-lives-elsewhere', { file, kept: address.wallet, option: '--wallet-port' }),
    );
    await using secure = worldsUnderTest({ folder: kept.path, isSecure: true });
    await expect(startWorld(secure)).rejects.toThrow(
      new ServiceError('world-lives-elsewhere', { file, kept: address.issuer, option: '--tls' }),
    );
    const blocker = createServer();
    await new Promise<void>((resolve) => blocker.listen(address.ports.verifier, '127.0.0.1', resolve));
    const keptAt = `localhost:${address.ports.verifier}`;
    await expect(startWorld(second)).rejects.toThrow(
      new ServiceError('world-port-taken', { file, kept: keptAt, reason: 'EADDRINUSE' }),
    );
    await new Promise((resolve) => blocker.close(resolve));
    expect((await startWorld(second)).address.issuer).toBe(address.issuer);
  });
});

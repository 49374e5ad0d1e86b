import { beforeAll, describe, expect } from 'vitest';
import { finishConnection, putProfile, startConnection } from '#sim/badge-connect';
import type { SecuringMechanism } from '#sim/proof';
import { allow } from './browser.ts';
import { judge, troubles } from './judge.ts';
import { openPlace, type Place, type Student, slug, Web } from './place.ts';
import { replay } from './replay.ts';

/** Whom the test system wants the badge for. */
const recipient = 'conformance@imsglobal.org';

async function issuedBy(mechanism: SecuringMechanism) {
  const web = new Web();
  const place = await openPlace(web, { seed: 11, domain: 'candidate', mechanism });
  const student = await place.join(recipient);
  const { session: bearer, credential } = student;
  const held = await place.ask('wallet', 'GET', `/credentials/${credential}`, { bearer });
  return { web, place, student, secured: held.json<{ secured: string }>().secured };
}

describe('the issuer', () => {
  for (const [duty, mechanism] of [
    ['valid-badge-eddsa', 'eddsa-rdfc-2022'],
    ['valid-badge-vc-jwt', 'VC-JWT RS256'],
  ] as const) {
    const issues = async () => {
      const { web, place, student, secured } = await issuedBy(mechanism);
      const verification = await judge(secured, web.fetch, {
        now: place.world.clock.now(),
        holder: student.address,
      });
      expect(troubles(verification)).toEqual([]);
      expect(verification).toMatchObject({ verdict: 'accepted', proof: { mechanism } });
      const held = verification.checks.filter((check) => 'valid' in check && check.valid).map(({ id }) => id);
      expect(held).toEqual(expect.arrayContaining(['json-ld', 'schema', 'proof', 'issuer-key', 'status', 'holder']));
    };
    if (duty === 'valid-badge-eddsa') replay('valid-badge-eddsa', issues);
    else replay('valid-badge-vc-jwt', issues);
  }

  replay('retrieval', async () => {
    const { place, student } = await issuedBy('VC-JWT RS256');
    const { session: bearer, credential } = student;
    const content = (await place.ask('wallet', 'GET', '/credentials', { bearer })).json<{ received: object[] }>();
    expect(content.received).toMatchObject([{ credential, name: '見本 花子', status: 'active' }]);
    const picture = await place.ask('wallet', 'GET', `/credentials/${credential}/badge.png`, { bearer });
    expect(picture.headers['content-type']).toBe('image/png');
  });
});

describe('the issuer as client of a host', () => {
  const web = new Web();
  let candidate: Place;
  let host: Place;
  let recipientAtHost: Student;
  let credential: string;

  beforeAll(async () => {
    candidate = await openPlace(web, { seed: 11, domain: 'candidate', mechanism: 'eddsa-rdfc-2022' });
    host = await openPlace(web, { seed: 12, domain: 'host' });
    recipientAtHost = await host.join(recipient);
    ({ credential } = await candidate.join(recipient));
  });

  const school = (method: string, path: string, body?: unknown) =>
    candidate.ask('issuer', method, `/schools/${slug}${path}`, {
      bearer: candidate.schoolToken,
      ...(body !== undefined && { body }),
    });

  async function connect(): Promise<{ connection: string; title: string }> {
    const started = await school('POST', '/connections', { host: host.world.origins.wallet });
    expect(started.status).toBe(201);
    const { connection, authorizationUrl } = started.json<{
      connection: { connection: string };
      authorizationUrl: string;
    }>();
    const back = await allow(web, authorizationUrl, recipientAtHost);
    expect((await web.fetch(back)).status).toBe(200);
    const answer = Object.fromEntries(new URL(back).searchParams);
    const finished = await school('POST', '/connections/answers', answer);
    expect(finished.status).toBe(200);
    return { connection: connection.connection, title: finished.json<{ title: string }>().title };
  }

  replay('write-token', async () => {
    const { title } = await connect();
    expect(title).toContain('todoku wallet');
    const { connections } = (await school('GET', '/connections')).json<{ connections: { scopes: string[] }[] }>();
    expect(connections).toMatchObject([{ state: 'connected' }]);
    expect(connections[0]?.scopes).toContain('https://purl.imsglobal.org/spec/ob/v3p0/scope/credential.upsert');
  });

  replay('write-upsert', async () => {
    const { connection } = await connect();
    const push = () => school('POST', `/credentials/${credential}/push`, { connection });
    expect((await push()).json()).toEqual({ replaced: false });
    // Again, as after an answer that was lost.
    expect((await push()).json()).toEqual({ replaced: true });
  });

  replay('write-profile', async () => {
    const subject = `school/${slug}` as const;
    const started = await startConnection(
      candidate.world,
      { outward: web.fetch },
      { subject, host: host.world.origins.wallet },
    );
    const back = new URL(await allow(web, started.authorizationUrl, recipientAtHost)).searchParams;
    const { connection } = await finishConnection(
      candidate.world,
      { outward: web.fetch },
      {
        subject,
        answer: { state: back.get('state') ?? '', code: back.get('code') ?? '', iss: back.get('iss') ?? undefined },
      },
    );
    const profile = { id: 'https://1edtech.org/issuers/cert', type: ['Profile'], name: '適合試験' };
    const over = { subject, connection };
    expect(await putProfile(candidate.world, { outward: web.fetch }, over, profile)).toEqual({ applied: true });
  });
});

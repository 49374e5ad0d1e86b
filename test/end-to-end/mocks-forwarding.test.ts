import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setupServer } from 'msw/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { forwardTo } from '#mocks/handlers/browser';
import { createServiceWorld } from '#sim/api';

const served = createServiceWorld({ seed: 3, startsAt: Date.parse('2026-04-01T09:00:00+09:00') });
const listeners: Server[] = [];
let server: ReturnType<typeof setupServer>;

async function listening(application: RequestListener): Promise<string> {
  const listener = createServer(application).listen(0, '127.0.0.1');
  listeners.push(listener);
  await once(listener, 'listening');
  return `http://127.0.0.1:${(listener.address() as AddressInfo).port}`;
}

beforeAll(async () => {
  await served.addSchool({ slug: 'mihon-university', name: { ja: '見本大学', en: 'Mihon University' } });
  const { applications } = served.services;
  const issuer = await listening(applications.issuer);
  const wallet = `${await listening(applications.wallet)}/`;
  const verifier = await listening(applications.verifier);
  server = setupServer(...forwardTo({ issuer, wallet, verifier }).handlers);
  server.listen({ onUnhandledFrame: 'error' });
});
afterAll(() => {
  server.close();
  for (const listener of listeners) {
    listener.closeAllConnections();
    listener.close();
  }
});

test('a request at a simulated origin is answered by the server that was named, with its method, body and headers', async () => {
  const taken = await fetch('https://issuer.openbadge.test/schools/mihon-university/rosters?period=2026', {
    method: 'POST',
    headers: { authorization: `Bearer ${served.schoolToken('mihon-university')}`, 'content-type': 'text/csv' },
    body: '学籍番号,氏名,メールアドレス\n0012345,見本 花子,hanako@mihon-u.ac.jp.test\n',
  });
  expect([taken.status, await taken.json()]).toEqual([201, expect.objectContaining({ accepted: 1, period: '2026' })]);
  const nowhere = await fetch('https://wallet.openbadge.test/nowhere', { headers: { 'accept-language': 'en' } });
  expect([nowhere.status, await nowhere.json()]).toEqual([404, expect.objectContaining({ code: 'not-found' })]);
});

test('an answer that must not be kept says so to the page too', async () => {
  const profile = await fetch('https://issuer.openbadge.test/schools/mihon-university');
  expect(profile.headers.get('cache-control')).toBe('no-store');
  expect(await profile.json()).toMatchObject({ id: 'https://issuer.openbadge.test/schools/mihon-university' });
});

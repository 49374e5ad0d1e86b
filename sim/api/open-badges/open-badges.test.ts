import { expect, it } from 'vitest';
import { connected, createHostFixture } from './host-fixture.ts';

it('smoke', async () => {
  const host = await createHostFixture();
  const { tokens, bearer } = await connected(host);
  console.log(tokens);
  const list = await host.ask('GET', '/ims/ob/v3p0/credentials', bearer);
  console.log(list.status, list.headers, list.body.toString().slice(0, 300));
  const own = list.json<{ compactJwsString: string[]; credential: object[] }>();
  const up = await host.ask(
    'POST',
    '/ims/ob/v3p0/credentials',
    { ...bearer, 'content-type': 'text/plain' },
    own.compactJwsString[0] ?? '',
  );
  console.log(up.status, up.headers, up.body.toString().slice(0, 300));
  console.log((await host.ask('GET', '/ims/ob/v3p0/profile', bearer)).json());
  console.log((await host.ask('GET', '/ims/ob/v3p0/discovery')).json());
  expect(1).toBe(1);
});

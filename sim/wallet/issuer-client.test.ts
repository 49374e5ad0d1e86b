import { describe, expect, it } from 'vitest';
import { ServiceError } from '../errors/index.ts';
import { createWorld, defaultLimits, type Fetch, simulatedOrigins } from '../kernel/index.ts';
import { createIssuerClient } from './issuer-client.ts';

const world = createWorld({ seed: 1, startsAt: 0, limits: defaultLimits, parameters: {} }, []);

function answering(status: number, body: string): { fetch: Fetch; asked: unknown[] } {
  const asked: unknown[] = [];
  return {
    asked,
    fetch: async (url, request) => {
      asked.push([url, request]);
      return { status, headers: {}, body: Buffer.from(body), json: <Body>() => JSON.parse(body) as Body };
    },
  };
}

const find = (fetch: Fetch) => createIssuerClient(world, fetch).find('token-1');

describe('the issuer client', () => {
  it('asks as the wallet, in JSON, with the token in the body and not in the address', async () => {
    const { fetch, asked } = answering(200, '{"credential":"cred_0001"}');
    await find(fetch);
    expect(asked).toEqual([
      [
        `${simulatedOrigins.issuer}/offers/find`,
        {
          method: 'POST',
          headers: { authorization: `Bearer ${world.keys.secret('wallet')}`, 'content-type': 'application/json' },
          body: '{"token":"token-1"}',
        },
      ],
    ]);
  });

  it.each([
    'link-unknown',
    'link-used',
    'link-superseded',
    'link-expired',
    'already-claimed',
    'offer-of-another-address',
    'credential-revoked',
  ])('lets %s through under its own code', async (code) => {
    const { fetch } = answering(409, JSON.stringify({ code, params: {} }));
    await expect(find(fetch)).rejects.toMatchObject({ code });
    await expect(find(fetch)).rejects.toBeInstanceOf(ServiceError);
  });

  it.each([
    [500, '{"code":"link-used"}'],
    [503, ''],
    [200, '<html>'],
    [404, '<html>'],
    [404, '{"code":"no-such-code"}'],
    [404, '{"code":"toString"}'],
    [401, '{"code":"unauthorized"}'],
    [400, '{"code":"request-invalid"}'],
  ])('takes %i %s for an issuer that cannot be reached', async (status, body) => {
    await expect(find(answering(status, body).fetch)).rejects.toMatchObject({ code: 'issuer-unreachable' });
  });

  it('takes a broken connection for an issuer that cannot be reached, and keeps the cause', async () => {
    const cause = new TypeError('fetch failed');
    const failing: Fetch = () => Promise.reject(cause);
    await expect(find(failing)).rejects.toMatchObject({ code: 'issuer-unreachable', cause });
  });
});

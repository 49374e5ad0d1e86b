import { describe, expect, it } from 'vitest';
import { oauthError, ServiceError } from '../errors/index.ts';
import { createWorld, defaultLimits } from '../kernel/index.ts';
import {
  accessOf,
  authenticateClient,
  beginAuthorization,
  denyRequest,
  exchangeCode,
  oauthModule,
  openRequest,
  registerClient,
} from './index.ts';
import { narrowedScope } from './scope.ts';

const home = 'https://partner.example';
const issuer = 'https://wallet.openbadge.test';

async function opened() {
  const world = createWorld({ seed: 7, startsAt: 0, limits: defaultLimits, parameters: {} }, [oauthModule]);
  const urls = { client_uri: home, logo_uri: home, tos_uri: home, policy_uri: home, redirect_uris: [home] };
  const named = { client_name: 'Partner', software_id: 'partner', software_version: '1', scope: 'read' };
  const client = await registerClient(world, { ...urls, ...named }, ['read']);
  const query = {
    client_id: client.client,
    redirect_uri: home,
    response_type: 'code',
    scope: 'read',
    state: 'x',
    code_challenge: 'c'.repeat(43),
    code_challenge_method: 'S256',
  };
  const begin = (change: object = {}) => beginAuthorization(world, { ...query, ...change }, issuer);
  return { world, client, begin };
}

const refused = (code: string) => expect.objectContaining({ code });
const described = (location: string) => new URL(location).searchParams.get('error_description');

describe('the authorization server', () => {
  it('knows whom it registered, by the right secret', async () => {
    const { world, client } = await opened();
    expect(authenticateClient(world, client.client, client.secret)).toMatchObject({ client: client.client });
    expect(() => authenticateClient(world, client.client, 'x')).toThrow(refused('client-unknown'));
    expect(() => authenticateClient(world, 'client_0009', client.secret)).toThrow(refused('client-unknown'));
  });

  it('sends nobody to where no client registered', async () => {
    const { begin } = await opened();
    await expect(begin({ client_id: 'x' })).rejects.toThrow(refused('authorization-client-unknown'));
    await expect(begin({ redirect_uri: `${home}/x` })).rejects.toThrow(refused('authorization-redirect-unknown'));
  });

  it.each([
    [{ response_type: 'token' }, new ServiceError('response-type-unsupported')],
    [{ state: '' }, new ServiceError('authorization-request-invalid', { name: 'state' })],
    [{ scope: 'write' }, new ServiceError('scope-invalid')],
  ])('tells the client what is wrong with %j', async (change, error) => {
    const begun = await (await opened()).begin(change);
    expect(begun.kind === 'refused' && described(begun.location)).toBe(oauthError(error).body.error_description);
  });

  it('keeps a request until it is answered', async () => {
    const { world, begin } = await opened();
    const begun = await begin();
    const request = begun.kind === 'open' ? begun.request : '';
    expect(openRequest(world, request).scopes).toEqual(['read']);
    const denied = oauthError(new ServiceError('authorization-denied')).body.error_description;
    expect(described(await denyRequest(world, { request, issuer }))).toBe(denied);
    expect(() => openRequest(world, request)).toThrow(refused('authorization-over'));
  });

  it('takes neither a code nor a token that it did not give', async () => {
    const { world, client } = await opened();
    const given = { code: 'x', redirectUri: home, codeVerifier: 'v', scope: undefined };
    await expect(exchangeCode(world, client, given)).rejects.toThrow(refused('grant-invalid'));
    expect(() => accessOf(world, 'x')).toThrow(refused('access-token-invalid'));
    expect(() => narrowedScope('read write', 'read')).toThrow(refused('scope-invalid'));
  });
});

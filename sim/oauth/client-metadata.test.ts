import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { registeredMetadata } from './client-metadata.ts';
import { clientUrl } from './client-url.ts';

const home = 'https://partner.example';
const complete = {
  client_name: 'Partner',
  client_uri: `${home}/`,
  logo_uri: `${home}/logo.png`,
  tos_uri: `${home}/terms`,
  policy_uri: `${home}/privacy`,
  software_id: 'partner',
  software_version: '1',
  redirect_uris: [`${home}/callback`],
  scope: 'read write offline_access',
};
const registered = (change: object) => registeredMetadata({ ...complete, ...change }, ['read', 'write', 'more']);

describe('the metadata of a client', () => {
  it('is registered with what it left open filled in', () => {
    expect(registered({})).toEqual({
      ...complete,
      token_endpoint_auth_method: 'client_secret_basic',
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
    });
  });

  it('loses the scopes that nobody knows, and offline_access when it may not refresh', () => {
    expect(registered({ scope: 'read  admin read offline_access', grant_types: ['authorization_code'] }).scope).toBe(
      'read',
    );
  });

  it.each([
    ['names no scope of the server', { scope: 'admin offline_access' }, '/scope'],
    ['cannot exchange codes', { grant_types: ['refresh_token'] }, '/grant_types'],
    ['has a policy on another host', { policy_uri: 'https://other.example/privacy' }, '/policy_uri'],
    ['has a logo in clear', { logo_uri: 'http://partner.example/logo.png' }, '/logo_uri'],
    ['has a script for a home', { client_uri: 'javascript:alert(1)' }, '/client_uri'],
    ['is on loopback in part', { tos_uri: 'http://localhost/terms' }, '/tos_uri'],
  ])('is refused when it %s', (_what, change, pointer) => {
    expect(() => registered(change)).toThrow(
      expect.objectContaining({ code: 'client-metadata-invalid', parameters: expect.objectContaining({ pointer }) }),
    );
  });

  it.each([
    'http://partner.example/callback',
    'https://other.example/callback',
    'https://partner.example.evil.example/callback',
    'https://partner.example@evil.example/callback',
    'https://user:word@partner.example/callback',
    'https://partner.example/callback#',
    'https://partner.example/callback#part',
    'https://partner.example/a/../callback',
    'https://partner.example/a/%2e%2e/callback',
    'https://partner.example\\@evil.example/callback',
    'https:/partner.example/callback',
    'https://PARTNER.example/callback',
    'https://partner.example:443/callback',
    'https://partner.example/call back',
    'https://partner.example/コールバック',
    'https://localhost.evil.example/callback',
    'http://127.0.0.1.evil.example/callback',
    'partner://callback',
    'data:text/html,hello',
    '/callback',
    '',
  ])('does not send browsers to %s', (uri) => {
    expect(() => registered({ redirect_uris: [`${home}/callback`, uri] })).toThrow(
      expect.objectContaining({ code: 'redirect-uri-invalid' }),
    );
  });

  it.each([
    'https://partner.example/callback?from=todoku',
    'https://partner.example:8443/callback',
    'http://localhost:3000/callback',
    'http://127.0.0.1:3000/callback',
    'http://[::1]:3000/callback',
  ])('may send browsers to %s', (uri) => {
    expect(registered({ redirect_uris: [uri] }).redirect_uris).toEqual([uri]);
  });

  it('may be all on loopback, under any of its names', () => {
    const local = { client_uri: 'http://localhost:1/', logo_uri: 'http://127.0.0.1:2/l', tos_uri: 'http://[::1]:3/t' };
    expect(
      registered({ ...local, policy_uri: 'http://localhost/p', redirect_uris: ['http://localhost:1/c'] }).client_uri,
    ).toBe('http://localhost:1/');
  });

  it('takes a URL only as a browser spells it', () => {
    fc.assert(
      fc.property(fc.webUrl({ validSchemes: ['https'], withQueryParameters: true }), (text) => {
        const url = clientUrl(text);
        if (url !== undefined) expect([text, `${text}/`]).toContain(url.href);
      }),
      { seed: 1 },
    );
  });
});

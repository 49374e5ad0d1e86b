import { hash } from 'node:crypto';
import type { FurnishedWorld } from './furnished-world.ts';
import { password } from './furnished-world.ts';
import { bearer, type Furnishing, send, sendForJson } from './furnishing.ts';

const redirectUri = 'https://partner.example/callback';
const verifier = 'v'.repeat(43);
const challenge = hash('sha256', verifier, 'base64url');

interface Client {
  readonly client_id: string;
  readonly client_secret: string;
}

interface Tokens {
  readonly access_token: string;
  readonly refresh_token: string;
}

/** A client that is registered, and a student that let it in: every kind of code and token, alive and ended. */
export async function furnishAccess(furnished: FurnishedWorld): Promise<Furnishing> {
  const scopes = await scopesOf(furnished);
  const metadata = {
    client_name: '見本パートナー',
    client_uri: 'https://partner.example/',
    logo_uri: 'https://partner.example/logo.png',
    tos_uri: 'https://partner.example/terms',
    policy_uri: 'https://partner.example/privacy',
    software_id: 'c88b6ed8-269e-448e-99be-7e2ff47167d1',
    software_version: '1.0.0',
    redirect_uris: [redirectUri],
    scope: scopes.join(' '),
  };
  const registering = ['wallet', 'POST', '/oauth/register'] as const;
  const client = await sendForJson<Client>(furnished, registering, { json: metadata });
  const other = await sendForJson<Client>(furnished, registering, { json: metadata });
  const scope = scopes.join(' ');
  const tokens = await tokensOf(furnished, client, scope);
  const few = await tokensOf(furnished, client, scopes[0] ?? '');
  const ended = await tokensOf(furnished, client, scope);
  const revoking = { authorization: basic(client), form: { token: ended.refresh_token } };
  await send(furnished, ['wallet', 'POST', '/oauth/revoke'], revoking);
  const code = await codeOf(furnished, client, scope);
  const request = await requestOf(furnished, client, scope);
  return {
    known: new Map<string, readonly unknown[]>([
      ...Object.entries(metadata).map(([name, value]): [string, unknown[]] => [name, [value]]),
      ['client_id', [client.client_id, client.client_id, other.client_id]],
      ['redirect_uri', [redirectUri]],
      ['response_type', ['code']],
      ['state', ['state-1']],
      ['code_challenge', [challenge]],
      ['code_challenge_method', ['S256']],
      ['code_verifier', [verifier]],
      ['code', [code]],
      ['request', [request]],
      ['decision', ['allow', 'deny']],
      ['refresh_token', [tokens.refresh_token]],
      ['grant_type', ['authorization_code', 'refresh_token']],
      ['token', [tokens.access_token]],
      ['grant', grantsIn(furnished)],
    ]),
    credentials: {
      clientSecretBasic: { right: [basic(client)], wrong: [basic(other), basic({ ...client, client_secret: 'x' })] },
      OAuth2ACG: {
        right: [bearer(tokens.access_token)],
        wrong: [few, ended].map(({ access_token: token }) => bearer(token)),
      },
    },
  };
}

function basic({ client_id: id, client_secret: secret }: Client): string {
  return `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`;
}

async function scopesOf(furnished: FurnishedWorld): Promise<readonly string[]> {
  const path = '/.well-known/oauth-authorization-server';
  return (await sendForJson<{ scopes_supported: string[] }>(furnished, ['wallet', 'GET', path])).scopes_supported;
}

/** The page that asks the student, as a browser opens it: the one-time name of the request that stands in its form. */
async function requestOf(furnished: FurnishedWorld, { client_id }: Client, scope: string): Promise<string> {
  const query = new URLSearchParams({
    client_id,
    scope,
    redirect_uri: redirectUri,
    response_type: 'code',
    state: 'state-1',
    code_challenge: challenge,
    code_challenge_method: 'S256',
  });
  const { body } = await send(furnished, ['wallet', 'GET', `/oauth/authorize?${query}`]);
  return /name="request" value="([\w-]{43})"/.exec(body.toString())?.[1] ?? '';
}

async function codeOf(furnished: FurnishedWorld, client: Client, scope: string): Promise<string> {
  const request = await requestOf(furnished, client, scope);
  const form = { request, decision: 'allow', address: furnished.addresses.hanako, password };
  const { headers } = await send(furnished, ['wallet', 'POST', '/oauth/authorize'], { form });
  return URL.parse(headers.location ?? '')?.searchParams.get('code') ?? '';
}

async function tokensOf(furnished: FurnishedWorld, client: Client, scope: string): Promise<Tokens> {
  const code = await codeOf(furnished, client, scope);
  const form = { grant_type: 'authorization_code', code, redirect_uri: redirectUri, code_verifier: verifier };
  return sendForJson(furnished, ['wallet', 'POST', '/oauth/token'], { authorization: basic(client), form });
}

function grantsIn({ world }: FurnishedWorld): string[] {
  return world.store.all<{ id: string }>('SELECT id FROM oauth_grant ORDER BY id').map(({ id }) => id);
}

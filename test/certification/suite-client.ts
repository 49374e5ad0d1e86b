import { hash } from 'node:crypto';
import type { Response } from '#sim/kernel';
import { allow } from './browser.ts';
import type { Student, Web } from './place.ts';

const scope = (name: string): string => `https://purl.imsglobal.org/spec/ob/v3p0/scope/${name}`;

export const allScopes = ['credential.readonly', 'credential.upsert', 'profile.readonly', 'profile.update']
  .map(scope)
  .concat('offline_access')
  .join(' ');

export interface Tokens {
  readonly access_token: string;
  readonly refresh_token: string;
  readonly scope: string;
  readonly token_type: string;
  readonly expires_in: number;
}

/** Plays the conformance test system as client of a host: plain requests as the clauses have them, and no line of our client. */
export interface SuiteClient {
  /** What came back to the redirect URI. */
  readonly redirected: URLSearchParams;
  tokens: Tokens;
  /** Of the host's API, with the access token. */
  call(method: string, path: string, options?: CallOptions): Promise<Response>;
  refresh(scopes?: string): Promise<Response>;
  revoke(token: string, hint: string): Promise<Response>;
}

export interface CallOptions {
  readonly body?: string;
  readonly type?: string;
  /** Instead of the client's own; none when empty. */
  readonly token?: string;
}

const verifier = 'conformance-test-system-verifier-of-43-chars';
const redirect = 'https://suite.example/callback';

/** https://www.imsglobal.org/spec/ob/v3p0/#dynamic-registration */
const registration = {
  client_name: 'Conformance test system',
  client_uri: 'https://suite.example/',
  logo_uri: 'https://suite.example/logo.png',
  tos_uri: 'https://suite.example/terms',
  policy_uri: 'https://suite.example/privacy',
  software_id: 'c88b6ed8-269e-448e-99be-7e2ff47167d1',
  software_version: '1.0',
  redirect_uris: [redirect],
  token_endpoint_auth_method: 'client_secret_basic',
  grant_types: ['authorization_code', 'refresh_token'],
  response_types: ['code'],
  scope: allScopes,
};

interface Description {
  readonly components: {
    readonly securitySchemes: {
      readonly OAuth2ACG: {
        readonly 'x-imssf-registrationUrl': string;
        readonly flows: {
          readonly authorizationCode: Readonly<Record<'authorizationUrl' | 'tokenUrl' | 'refreshUrl', string>>;
        };
      };
    };
  };
}

/** Discovery, registration, authorization by the student, token. */
export async function connectSuite(
  web: Web,
  wallet: string,
  student: Student,
  asked: string = allScopes,
): Promise<SuiteClient> {
  const api = `${wallet}/ims/ob/v3p0`;
  const scheme = (await web.fetch(`${api}/discovery`)).json<Description>().components.securitySchemes.OAuth2ACG;
  const { authorizationUrl, tokenUrl, refreshUrl } = scheme.flows.authorizationCode;
  const { client_id, client_secret } = await post<{ client_id: string; client_secret: string }>(
    web,
    scheme['x-imssf-registrationUrl'],
  );
  const url = new URL(authorizationUrl);
  const challenge = hash('sha256', verifier, 'base64url');
  url.search = new URLSearchParams({
    response_type: 'code',
    client_id,
    redirect_uri: redirect,
    scope: asked,
    state: 'suite-state',
    code_challenge: challenge,
    code_challenge_method: 'S256',
  }).toString();
  const redirected = new URL(await allow(web, url.href, student)).searchParams;
  const form = (to: string, members: Record<string, string>): Promise<Response> =>
    web.fetch(to, {
      method: 'POST',
      headers: {
        authorization: `Basic ${Buffer.from(`${client_id}:${client_secret}`).toString('base64')}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams(members).toString(),
    });
  const answer = await form(tokenUrl, {
    grant_type: 'authorization_code',
    code: redirected.get('code') ?? '',
    redirect_uri: redirect,
    scope: redirected.get('scope') ?? '',
    code_verifier: verifier,
  });
  const suite: SuiteClient = {
    redirected,
    tokens: answer.json<Tokens>(),
    call: (method, path, { body, type = 'application/json', token = suite.tokens.access_token } = {}) =>
      web.fetch(api + path, {
        method,
        headers: {
          ...(token !== '' && { authorization: `Bearer ${token}` }),
          ...(body !== undefined && { 'content-type': type }),
        },
        ...(body !== undefined && { body }),
      }),
    refresh: (scopes = suite.tokens.scope) =>
      form(refreshUrl, { grant_type: 'refresh_token', refresh_token: suite.tokens.refresh_token, scope: scopes }),
    revoke: (token, hint) => form(`${wallet}/oauth/revoke`, { token, token_type_hint: hint }),
  };
  return suite;
}

async function post<Body>(web: Web, url: string): Promise<Body> {
  const headers = { 'content-type': 'application/json' };
  const response = await web.fetch(url, { method: 'POST', headers, body: JSON.stringify(registration) });
  if (response.status !== 201) throw new Error(`${response.status} ${response.body}`);
  return response.json<Body>();
}

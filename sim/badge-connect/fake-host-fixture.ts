import { hash } from 'node:crypto';
import type { Fetch, Request, Response } from '../kernel/index.ts';

/** For tests: a request that came to the host. */
export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** An answer that the host gives instead of its own, to the requests whose `GET /path` begins so. */
export interface Instead {
  readonly on: string;
  /** How often; always when absent. */
  times?: number;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** It does not answer at all. */
  readonly silent?: true;
}

/** For tests: a host of badges of other people, as the standard says it is, that can be told to misbehave. */
export interface FakeHost {
  readonly fetch: Fetch;
  readonly origin: string;
  readonly seen: Seen[];
  /** What it holds: compact JWSs and JSON documents. */
  readonly held: (string | object)[];
  readonly instead: Instead[];
  /** Writes compact JWSs under the name that the standard's example has. */
  jwsName: 'compactJwsString' | 'compactJwsStrings';
  /** Changes its service description. */
  describe: (document: Document) => unknown;
  expiresIn: number;
  readonly pageMax: number;
  /** The student allows it: where the browser is sent back to. */
  allow(
    authorizationUrl: string,
    scope?: string,
  ): { readonly state: string; readonly code: string; readonly scope: string };
  /** Ends all access tokens, as time would. */
  endTokens(): void;
  requests(begin: string): Seen[];
}

type Document = ReturnType<typeof serviceDescription>;

export function serviceDescription(origin: string) {
  return {
    openapi: '3.0.1',
    info: {
      title: 'Badges of others',
      termsOfService: `${origin}/terms`,
      version: '1',
      'x-imssf-privacyPolicyUrl': `${origin}/privacy`,
    },
    components: {
      securitySchemes: {
        OAuth2ACG: {
          type: 'oauth2',
          'x-imssf-registrationUrl': `${origin}/oauth/register`,
          flows: {
            authorizationCode: {
              authorizationUrl: `${origin}/oauth/authorize?ui=plain`,
              tokenUrl: `${origin}/oauth/token`,
              refreshUrl: `${origin}/oauth/refresh`,
              scopes: { 'https://purl.imsglobal.org/spec/ob/v3p0/scope/credential.readonly': 'read' },
            },
          },
        },
      },
    },
  };
}

export function createFakeHost({ origin = 'https://badges.example', pageMax = 2 } = {}): FakeHost {
  const state = createState();
  const host: FakeHost = {
    origin,
    pageMax,
    seen: [],
    held: [],
    instead: [],
    jwsName: 'compactJwsString',
    describe: (document) => document,
    expiresIn: 3_600,
    allow(authorizationUrl, scope) {
      const asked = new URL(authorizationUrl).searchParams;
      const code = `code-${state.codes.size + 1}`;
      const granted = scope ?? asked.get('scope') ?? '';
      state.codes.set(code, { challenge: asked.get('code_challenge') ?? '', scope: granted });
      return { code, scope: granted, state: asked.get('state') ?? '' };
    },
    endTokens: () => state.access.clear(),
    requests: (begin) => host.seen.filter(({ method, path }) => `${method} ${path}`.startsWith(begin)),
    async fetch(url, request = {}) {
      const seen = seenFrom(url, request);
      host.seen.push(seen);
      const name = `${seen.method} ${seen.path}`;
      const instead = host.instead.find(({ on, times = 1 }) => name.startsWith(on) && times > 0);
      if (instead !== undefined) {
        instead.times = (instead.times ?? Number.POSITIVE_INFINITY) - 1;
        if (instead.silent === true) throw new TypeError('fetch failed');
        return answer(instead.status ?? 200, instead.body ?? {}, instead.headers);
      }
      if (new URL(url).origin !== origin) throw new TypeError('fetch failed');
      return respond(host, state, seen);
    },
  };
  return host;
}

interface State {
  readonly codes: Map<string, { readonly challenge: string; readonly scope: string }>;
  readonly access: Set<string>;
  refresh: string | undefined;
  count: number;
}

function createState(): State {
  return { codes: new Map(), access: new Set(), refresh: undefined, count: 0 };
}

function seenFrom(url: string, { method = 'GET', headers = {}, body = '' }: Request): Seen {
  const { pathname, search } = new URL(url);
  return { method, path: pathname + search, headers, body: Buffer.from(body as string).toString('utf8') };
}

export function answer(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Response {
  const bytes = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  return { status, headers, body: bytes, json: <Body>() => JSON.parse(bytes.toString('utf8')) as Body };
}

function respond(host: FakeHost, state: State, seen: Seen): Response {
  const [path = ''] = seen.path.split('?');
  if (path === '/ims/ob/v3p0/discovery') return answer(200, host.describe(serviceDescription(host.origin)));
  if (path === '/.well-known/oauth-authorization-server') {
    return answer(200, { issuer: host.origin, revocation_endpoint: `${host.origin}/oauth/revoke` });
  }
  if (path === '/oauth/register') {
    return answer(201, {
      ...JSON.parse(seen.body),
      client_id: 'todoku:1',
      client_secret: 's3cret /+',
      client_secret_expires_at: 0,
    });
  }
  if (path.startsWith('/oauth/')) return authorize(host, state, seen);
  if (!state.access.has(seen.headers.authorization?.slice('Bearer '.length) ?? ''))
    return statusInfo(401, 'unauthorizedrequest');
  return operate(host, seen);
}

/** Basic of `todoku:1` and `s3cret /+`, each form-urlencoded: https://www.rfc-editor.org/rfc/rfc6749#section-2.3.1 */
const basic = `Basic ${Buffer.from('todoku%3A1:s3cret+%2F%2B').toString('base64')}`;

function authorize(host: FakeHost, state: State, { path, headers, body }: Seen): Response {
  if (headers.authorization !== basic) return answer(401, { error: 'invalid_client' });
  const given = new URLSearchParams(body);
  if (path === '/oauth/revoke') {
    if (given.get('token') === state.refresh) state.refresh = undefined;
    state.access.delete(given.get('token') ?? '');
    return answer(200, '');
  }
  if (path === '/oauth/refresh') {
    if (state.refresh === undefined || given.get('refresh_token') !== state.refresh)
      return answer(400, { error: 'invalid_grant' });
    return tokens(host, state, given.get('scope') ?? '');
  }
  const code = state.codes.get(given.get('code') ?? '');
  state.codes.delete(given.get('code') ?? '');
  const isProven = code?.challenge === hash('sha256', given.get('code_verifier') ?? '', 'base64url');
  return code === undefined || !isProven ? answer(400, { error: 'invalid_grant' }) : tokens(host, state, code.scope);
}

/** Each refresh token is taken once. */
function tokens(host: FakeHost, state: State, scope: string): Response {
  state.count += 1;
  const [access_token, refresh_token] = [`access-${state.count}`, `refresh-${state.count}`];
  state.access.clear();
  state.access.add(access_token);
  const isOffline = scope.includes('offline_access');
  if (isOffline) state.refresh = refresh_token;
  return answer(200, {
    access_token,
    token_type: 'bearer',
    scope,
    expires_in: host.expiresIn,
    ...(isOffline && { refresh_token }),
  });
}

function operate(host: FakeHost, { method, path, headers, body }: Seen): Response {
  const url = new URL(path, host.origin);
  if (url.pathname === '/ims/ob/v3p0/profile') {
    return method === 'PUT'
      ? answer(200, JSON.parse(body))
      : answer(200, { id: 'https://badges.example/u/1', type: ['Profile'] });
  }
  if (method === 'POST') {
    const given = headers['content-type'] === 'text/plain' ? body : (JSON.parse(body) as object);
    const isHeld = host.held.some((one) => JSON.stringify(one) === JSON.stringify(given));
    if (!isHeld) host.held.push(given);
    return answer(isHeld ? 200 : 201, body);
  }
  const offset = Number(url.searchParams.get('offset'));
  const page = host.held.slice(offset, offset + host.pageMax);
  const link = (rel: string, at: number): string =>
    `<${url.origin}${url.pathname}?limit=${host.pageMax}&offset=${at}>; rel="${rel}"`;
  const next = offset + host.pageMax < host.held.length ? [link('next', offset + host.pageMax)] : [];
  return answer(
    200,
    {
      credential: page.filter((one) => typeof one === 'object'),
      [host.jwsName]: page.filter((one) => typeof one === 'string'),
    },
    { 'x-total-count': String(host.held.length), link: [link('first', 0), ...next].join(', ') },
  );
}

/** https://www.imsglobal.org/spec/ob/v3p0/#error-handling */
export function statusInfo(status: number, value: string, description = 'No.'): Response {
  return answer(status, {
    imsx_codeMajor: 'failure',
    imsx_severity: 'error',
    imsx_description: description,
    imsx_codeMinor: {
      imsx_codeMinorField: [{ imsx_codeMinorFieldName: 'sourcedId', imsx_codeMinorFieldValue: value }],
    },
  });
}

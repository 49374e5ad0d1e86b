import { hash } from 'node:crypto';
import type { Transmission } from '../../events/index.ts';
import { faultModule } from '../../faults/index.ts';
import { hostModule } from '../../host/index.ts';
import { addSchool, issuerModule } from '../../issuer/index.ts';
import {
  createWorld,
  defaultLimits,
  type Fetch,
  type Json,
  type Response,
  type RunningWorld,
} from '../../kernel/index.ts';
import { mailModule } from '../../mail/index.ts';
import { oauthModule } from '../../oauth/index.ts';
import { walletModule } from '../../wallet/index.ts';
import { badgeScopes } from '../oauth/index.ts';
import { createServices, type WorldServices } from '../services.ts';
import { deviceOf, form, hanako, password, phone, tokenIn } from '../wallet-fixture.ts';

const slug = 'mihon-university';

/** For tests: a world whose wallet is a host, with a student who holds a student ID. */
export interface HostFixture {
  readonly world: RunningWorld;
  readonly services: WorldServices;
  readonly wallet: string;
  /** The account of the student, and the session of the phone. */
  readonly account: string;
  readonly session: string;
  ask(method: string, path: string, headers?: Record<string, string>, body?: string): Promise<Response>;
  /** Lets the mails leave; the token in the newest one of that kind. */
  mailed(kind: string): Promise<string>;
}

export interface HostFixtureOptions {
  readonly parameters?: { readonly [module: string]: { readonly [name: string]: Json } };
  readonly outward?: Fetch;
  /** Without a student. */
  readonly isEmpty?: boolean;
}

export async function createHostFixture({ parameters = {}, outward, isEmpty = false }: HostFixtureOptions = {}) {
  const mails: Transmission[] = [];
  const deliver = (_world: unknown, transmission: Transmission) => {
    mails.push(transmission);
    return { replyCode: 250, text: 'OK' };
  };
  const modules = [mailModule({ deliver }), faultModule, issuerModule, walletModule, oauthModule, hostModule];
  const startsAt = Date.parse('2026-04-01T09:00:00+09:00');
  const world = createWorld({ seed: 7, startsAt, limits: defaultLimits, parameters }, modules);
  const services = createServices(world, outward === undefined ? {} : { outward });
  const wallet = world.origins.wallet;
  const ask: HostFixture['ask'] = (method, path, headers = {}, body) =>
    services.fetch(wallet + path, { method, headers, ...(body !== undefined && { body }) });
  const mailed = async (kind: string): Promise<string> => {
    await world.advance(600_000);
    const mail = mails.findLast((sent) => sent.kind === kind);
    if (mail === undefined) throw new Error(`no mail ${kind} left`);
    return tokenIn(mail);
  };
  const student = isEmpty ? { account: '', session: '' } : await joinStudent(world, services.fetch, mailed);
  return { world, services, wallet, ask, mailed, ...student };
}

/** A school issues, and the student registers, logs in and receives, all over HTTP. */
async function joinStudent(world: RunningWorld, fetch: Fetch, mailed: HostFixture['mailed']) {
  const { issuer, wallet } = world.origins;
  await world.perform(addSchool, { slug, name: { ja: '見本大学', en: 'Mihon University' } });
  const asSchool = { authorization: `Bearer ${world.keys.secret(`school/${slug}`)}` };
  const post = async <Body>(url: string, body: object | string, headers: Record<string, string> = {}) => {
    const type = typeof body === 'string' ? 'text/csv' : 'application/json';
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const asked = { 'user-agent': phone, 'content-type': type, ...headers };
    const response = await fetch(url, { method: 'POST', headers: asked, body: text });
    if (response.status >= 400) throw new Error(`${url}: ${response.body}`);
    return response.json<Body>();
  };
  const roster = `学籍番号,氏名,メールアドレス\n0012345,見本 花子,${hanako}\n`;
  await post(`${issuer}/schools/${slug}/rosters?period=2026`, roster, asSchool);
  await post(`${issuer}/schools/${slug}/issuances`, {}, asSchool);
  await post(`${wallet}/registrations`, form(await mailed('issue-notice')).body as object);
  const { account } = await post<{ account: string }>(`${wallet}/activations`, { token: await mailed('activation') });
  const login = { address: hanako, password, device: deviceOf(world, 'hs_0001') };
  const { session } = await post<{ session: string }>(`${wallet}/sessions`, login);
  const bearer = { authorization: `Bearer ${session}` };
  await post(`${wallet}/credentials/cred_0001/receive`, {}, bearer);
  return { account, session };
}

const home = 'https://partner.example';

/** What a partner registers, complete. */
export const partner = {
  client_name: '見本パートナー',
  client_uri: `${home}/`,
  logo_uri: `${home}/logo.png`,
  tos_uri: `${home}/terms`,
  policy_uri: `${home}/privacy`,
  software_id: 'c88b6ed8-269e-448e-99be-7e2ff47167d1',
  software_version: '1.0.0',
  redirect_uris: [`${home}/callback`],
  scope: [...Object.keys(badgeScopes), 'offline_access'].join(' '),
};

export const redirectUri = `${home}/callback`;
export const codeVerifier = 'v'.repeat(43);

export interface RegisteredPartner {
  readonly client_id: string;
  readonly client_secret: string;
}

export async function register({ ask }: Pick<HostFixture, 'ask'>, change: object = {}): Promise<RegisteredPartner> {
  const json = { 'content-type': 'application/json' };
  return (await ask('POST', '/oauth/register', json, JSON.stringify({ ...partner, ...change }))).json();
}

export function authorizeUrl(client: string, change: Record<string, string | undefined> = {}): string {
  const members = {
    client_id: client,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: partner.scope,
    state: 'state-1',
    code_challenge: hash('sha256', codeVerifier, 'base64url'),
    code_challenge_method: 'S256',
    ...change,
  };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(members)) if (value !== undefined) query.set(name, value);
  return `/oauth/authorize?${query}`;
}

const formType = { 'content-type': 'application/x-www-form-urlencoded' };

/** The one-time name of the request that the page was written for. */
export function requestIn(page: string): string {
  return /name="request" value="([\w-]{43})"/.exec(page)?.[1] ?? '';
}

/** Submits the form of a page as a browser does. */
export function submit(
  { ask }: Pick<HostFixture, 'ask'>,
  members: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Response> {
  const typed = { decision: 'allow', address: hanako, password, ...members };
  return ask('POST', '/oauth/authorize', { ...formType, ...headers }, new URLSearchParams(typed).toString());
}

/** Shows the page and allows it; the query that comes back to the client. */
export async function authorize(
  host: Pick<HostFixture, 'ask'>,
  client: string,
  change: Record<string, string | undefined> = {},
): Promise<URLSearchParams> {
  const page = await host.ask('GET', authorizeUrl(client, change));
  const answer = await submit(host, { request: requestIn(page.body.toString()) });
  return new URL(answer.headers.location ?? 'x:').searchParams;
}

export function basic({ client_id: id, client_secret: secret }: RegisteredPartner): Record<string, string> {
  return { authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}` };
}

/** A form for the token or revocation endpoint. */
export function sendForm(
  { ask }: Pick<HostFixture, 'ask'>,
  path: string,
  client: RegisteredPartner,
  members: Record<string, string>,
): Promise<Response> {
  return ask('POST', path, { ...formType, ...basic(client) }, new URLSearchParams(members).toString());
}

export interface TokenAnswer {
  readonly access_token: string;
  readonly refresh_token?: string;
  readonly scope: string;
  readonly expires_in: number;
  readonly error?: string;
}

export async function exchange(
  host: Pick<HostFixture, 'ask'>,
  client: RegisteredPartner,
  code: string,
  change: Record<string, string> = {},
): Promise<TokenAnswer> {
  const members = {
    grant_type: 'authorization_code',
    code,
    redirect_uri: redirectUri,
    code_verifier: codeVerifier,
    ...change,
  };
  return (await sendForm(host, '/oauth/token', client, members)).json();
}

/** A client that registered and was let in, with what it has now. */
export async function connected(
  host: Pick<HostFixture, 'ask'>,
  scope = partner.scope,
): Promise<{ client: RegisteredPartner; tokens: TokenAnswer; bearer: Record<string, string> }> {
  const client = await register(host);
  const back = await authorize(host, client.client_id, { scope });
  const tokens = await exchange(host, client, back.get('code') ?? '');
  return { client, tokens, bearer: { authorization: `Bearer ${tokens.access_token}` } };
}

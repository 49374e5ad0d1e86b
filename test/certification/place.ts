import type { RequestListener } from 'node:http';
import { createServices, inProcessFetch } from '#sim/api';
import { badgeConnectModule } from '#sim/badge-connect';
import type { Transmission } from '#sim/events';
import { faultModule } from '#sim/faults';
import { hostModule } from '#sim/host';
import { addSchool, issuerModule } from '#sim/issuer';
import {
  createWorld,
  defaultLimits,
  type Fetch,
  type Module,
  type Origins,
  parseInstant,
  type Response,
  type RunningWorld,
} from '#sim/kernel';
import { mailModule } from '#sim/mail';
import { oauthModule } from '#sim/oauth';
import type { SecuringMechanism } from '#sim/proof';
import { verifyModule } from '#sim/verify';
import { walletDefaults, walletModule } from '#sim/wallet';

const startsAt = parseInstant('2026-06-01T09:00:00+09:00') ?? 0;
export const slug = 'mihon-university';
export const password = 'Mihon2026!';
const phone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1';

/** The web that the places share: the applications of each, at their origins. */
export class Web {
  readonly #sites: Record<string, RequestListener> = {};
  readonly #pages: ReadonlyMap<string, object>;
  readonly #origins: ReadonlySet<string>;

  /** `pages`: JSON that stands at URLs of other people. */
  constructor(pages: ReadonlyMap<string, object> = new Map()) {
    this.#pages = pages;
    this.#origins = new Set([...pages.keys()].filter((url) => URL.canParse(url)).map((url) => new URL(url).origin));
  }

  /** Reaches everything there is. */
  readonly fetch: Fetch = async (url, request) => {
    const page = this.#pages.get(url);
    if (!this.#origins.has(new URL(url).origin)) return inProcessFetch(this.#sites)(url, request);
    const body = Buffer.from(JSON.stringify(page ?? {}));
    return { status: page === undefined ? 404 : 200, headers: {}, body, json: () => JSON.parse(body.toString('utf8')) };
  };

  add(origin: string, application: RequestListener): void {
    this.#sites[origin] = application;
  }
}

export interface Asked {
  readonly body?: unknown;
  /** Instead of a body: bytes as they are; the headers say of what type. */
  readonly file?: Uint8Array;
  readonly bearer?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One whole reference system, which others reach over the web: the candidate of a certification, or its counterpart. */
export interface Place {
  readonly world: RunningWorld;
  /** The secret of the school at the issuer. */
  readonly schoolToken: string;
  ask(service: keyof Origins, method: string, path: string, asked?: Asked): Promise<Response>;
  /** The school issues to the student, who registers, logs in and receives. */
  join(address: string): Promise<Student>;
}

export interface Student {
  readonly account: string;
  readonly address: string;
  readonly session: string;
  readonly credential: string;
}

export interface PlaceOptions {
  readonly seed: number;
  /** `example` of `https://wallet.example.test`. */
  readonly domain: string;
  readonly mechanism?: SecuringMechanism;
  /** Entries that a page of the host has at most. */
  readonly pageSizeMax?: number;
}

const modules = (deliver: (world: unknown, mail: Transmission) => { replyCode: number; text: string }): Module[] => [
  mailModule({ deliver }),
  faultModule,
  issuerModule,
  walletModule,
  oauthModule,
  hostModule,
  badgeConnectModule,
  verifyModule,
];

export async function openPlace(
  web: Web,
  { seed, domain, mechanism, pageSizeMax = 100 }: PlaceOptions,
): Promise<Place> {
  const mails: Transmission[] = [];
  const origins = {
    issuer: `https://issuer.${domain}.test`,
    wallet: `https://wallet.${domain}.test`,
    verifier: `https://verifier.${domain}.test`,
  };
  const world = createWorld(
    { seed, startsAt, limits: defaultLimits, parameters: { origins, host: { pageSizeMax } } },
    modules((_world, mail) => {
      mails.push(mail);
      return { replyCode: 250, text: 'OK' };
    }),
  );
  const name = { ja: '見本大学', en: 'Mihon University' };
  await world.perform(addSchool, { slug, name, ...(mechanism !== undefined && { mechanism }) });
  const { applications } = createServices(world, { outward: web.fetch });
  for (const service of ['issuer', 'wallet', 'verifier'] as const) web.add(origins[service], applications[service]);
  const schoolToken = world.keys.secret(`school/${slug}`);
  const ask: Place['ask'] = (service, method, path, { body, file, bearer, headers } = {}) =>
    web.fetch(origins[service] + path, {
      method,
      headers: {
        'user-agent': phone,
        ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }),
        ...(body !== undefined && { 'content-type': typeof body === 'string' ? 'text/csv' : 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      ...(file !== undefined && { body: file }),
    });
  const mailed = async (kind: string, to: string): Promise<string> => {
    await world.advance(600_000);
    return tokenIn(mails.findLast((mail) => mail.kind === kind && mail.forwardPath === to));
  };
  return { world, schoolToken, ask, join: (address) => join({ world, schoolToken, ask }, mailed, address) };
}

async function join(
  { world, schoolToken: bearer, ask }: Omit<Place, 'join'>,
  mailed: (kind: string, to: string) => Promise<string>,
  address: string,
): Promise<Student> {
  const ok = async <Body>(response: Promise<Response>): Promise<Body> => {
    const { status, body, json } = await response;
    if (status >= 400) throw new Error(`${status} ${body.toString('utf8')}`);
    return json<Body>();
  };
  const roster = `学籍番号,氏名,メールアドレス\nA${address.replace(/\W.*/, '')},見本 花子,${address}\n`;
  await ok(ask('issuer', 'POST', `/schools/${slug}/rosters?period=2026`, { bearer, body: roster }));
  await ok(ask('issuer', 'POST', `/schools/${slug}/issuances`, { bearer, body: {} }));
  const simulated = `${address}.test`;
  const consent = { terms: walletDefaults.termsVersion, privacyPolicy: walletDefaults.privacyPolicyVersion };
  const token = await mailed('issue-notice', simulated);
  await ok(ask('wallet', 'POST', '/registrations', { body: { token, ...consent, name: '見本 花子', password } }));
  const activation = { token: await mailed('activation', simulated) };
  const { account } = await ok<{ account: string }>(ask('wallet', 'POST', '/activations', { body: activation }));
  const { kty, crv, x } = world.keys.ed25519(`handset/${address}`).publicKey.export({ format: 'jwk' });
  const login = { address: simulated, password, device: { name: 'iPhone', publicKey: { kty, crv, x } } };
  const { session } = await ok<{ session: string }>(ask('wallet', 'POST', '/sessions', { body: login }));
  const content = await ok<{ receivable: { credential: string }[] }>(
    ask('wallet', 'GET', '/credentials', { bearer: session }),
  );
  const credential = content.receivable[0]?.credential ?? '';
  await ok(ask('wallet', 'POST', `/credentials/${credential}/receive`, { bearer: session }));
  return { account, address: simulated, session, credential };
}

/** Its bodies are base64 (RFC 2045 §6.8). */
function tokenIn(mail: Transmission | undefined): string {
  const [, body = ''] = /base64\r\n\r\n([A-Za-z0-9+/=\r\n]+)/.exec(mail?.data.toString('latin1') ?? '') ?? [];
  return /\/(?:receive|activate)\/([\w-]{43})/.exec(Buffer.from(body, 'base64').toString('utf8'))?.[1] ?? '';
}

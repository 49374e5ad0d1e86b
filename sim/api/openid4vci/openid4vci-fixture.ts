import { createPrivateKey, hash, type KeyObject } from 'node:crypto';
import { exportJWK, SignJWT } from 'jose';
import { catalogue, type ErrorEntry } from '../../errors/index.ts';
import { type EventData, type EventName, eventsAfter, type Transmission } from '../../events/index.ts';
import { addSchool, credentialsOf, importRoster, type ListedCredential, scheduleIssuance } from '../../issuer/index.ts';
import {
  createWorld,
  defaultLimits,
  type Json,
  parseInstant,
  type Response,
  type RunningWorld,
} from '../../kernel/index.ts';
import { multikeyOf, type SecuringMechanism } from '../../proof/index.ts';
import { checkedFetch } from '../checked-fetch-fixture.ts';
import { inOrder, serviceModules } from '../service-modules.ts';
import { services as apis, createServices } from '../services.ts';

const startsAt = parseInstant('2026-04-01T09:00:00+09:00') ?? 0;
export const school = 'mihon-university';
export const otherSchool = 'example-college';
export const address = 'hanako@docomo.ne.jp.test';
export const preAuthorized = 'urn:ietf:params:oauth:grant-type:pre-authorized_code';

/** What a wallet asks, and what comes back. */
export interface Answer {
  readonly status: number;
  readonly headers: Response['headers'];
  readonly body: { readonly [name: string]: unknown };
  readonly text: string;
}

export interface Asked {
  readonly bearer?: string;
  readonly json?: unknown;
  readonly form?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** For tests: two schools, a student ID of the first that was mailed, and the services of the world. */
export interface Openid4vciWorld {
  readonly world: RunningWorld;
  readonly services: ReturnType<typeof createServices>;
  ask(method: string, path: string, asked?: Asked): Promise<Answer>;
  /** The token of the newest link to the address: the code. */
  link(): string;
  /** Asks for a number for a code, and reads it in the mail. */
  mailedNumber(code: string): Promise<string>;
  credentials(): ListedCredential[];
  events<Name extends EventName>(type: Name): EventData<Name>[];
  /** What left the host, as text. */
  readonly mails: string[];
}

export async function openid4vciWorld(
  options: {
    readonly parameters?: { readonly [name: string]: Json };
    readonly mechanism?: SecuringMechanism;
    readonly origins?: { readonly [name: string]: Json };
  } = {},
): Promise<Openid4vciWorld> {
  const mails: string[] = [];
  const deliver = (_: unknown, transmission: Transmission) => {
    mails.push(textOf(transmission));
    return { replyCode: 250, text: 'Ok' };
  };
  const parameters = { openid4vci: options.parameters ?? {}, origins: options.origins ?? {} };
  const modules = inOrder(serviceModules({ deliver }));
  const world = createWorld({ seed: 7, startsAt, limits: defaultLimits, parameters }, modules);
  const mechanism = options.mechanism ?? 'VC-JWT RS256';
  await world.perform(addSchool, { slug: school, name: { ja: '見本大学', en: 'Mihon University' }, mechanism });
  await world.perform(addSchool, { slug: otherSchool, name: { ja: '例示大学', en: 'Example College' } });
  const bytes = new TextEncoder().encode('学籍番号,氏名,メールアドレス\r\nA1,見本 花子,hanako@docomo.ne.jp');
  await importRoster(world, { school, bytes });
  await world.perform(scheduleIssuance, { school, period: null, at: null, studentNumbers: null });
  await world.advance(60_000);
  const created = createServices(world);
  // Every answer is held against what its operation says of it.
  const services = { ...created, fetch: checkedFetch(apis.issuer, checkedFetch(apis.wallet, created.fetch)) };
  const ask: Openid4vciWorld['ask'] = async (method, path, { bearer, json, form, headers = {} } = {}) => {
    const body = json === undefined ? form && new URLSearchParams(form).toString() : JSON.stringify(json);
    const type = json === undefined ? 'application/x-www-form-urlencoded' : 'application/json';
    const response = await services.fetch(path.startsWith('https:') ? path : world.origins.issuer + path, {
      method,
      headers: {
        ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }),
        ...(body !== undefined && { 'content-type': type }),
        ...headers,
      },
      ...(body !== undefined && { body }),
    });
    const isJson = response.headers['content-type']?.includes('json') === true;
    const { status } = response;
    return {
      status,
      headers: response.headers,
      body: isJson ? response.json() : {},
      text: response.body.toString('utf8'),
    };
  };
  return {
    world,
    services,
    ask,
    mails,
    link: () => mails.map((mail) => /\/receive\/([\w-]{43})/.exec(mail)?.[1]).findLast((token) => token) ?? '',
    async mailedNumber(code) {
      const { status } = await ask('POST', `/openid4vci/offers/${code}/number`);
      if (status !== 202) throw new TypeError(`no number was sent: ${status}`);
      await world.advance(10_000);
      return numberIn(mails.at(-1) ?? '');
    },
    credentials: () => credentialsOf(world, school, undefined),
    events: (type) =>
      eventsAfter(world, 0)
        .filter((event) => event.type === type)
        .map((event) => event.data) as never,
  };
}

function numberIn(mail: string): string {
  return /受け取り番号: (\d{6})/.exec(mail)?.[1] ?? '';
}

function textOf({ data }: Transmission): string {
  const [, body = ''] = /base64\r\n\r\n([A-Za-z0-9+/=\r\n]+)/.exec(data.toString('latin1')) ?? [];
  return Buffer.from(body, 'base64').toString('utf8');
}

/** The code of the catalogue that an answer in the words of OAuth is: by its status, its error, and what it says. */
export function refusalIn({ status, body }: Pick<Answer, 'status' | 'body'>): string {
  const rows: readonly (readonly [string, ErrorEntry])[] = Object.entries(catalogue);
  const found = rows.find(([, entry]) => {
    const said = `${entry.detail.en} ${entry.nextStep.en}`
      .replace(/[.*+?^$()|[\]\\]/g, '\\$&')
      .replace(/\{\w+\}/g, '.*');
    const isSaid = new RegExp(`^${said}$`).test(String(body.error_description));
    return entry.status === status && (entry.oauth ?? 'invalid_request') === body.error && isSaid;
  });
  return found?.[0] ?? `${status} ${String(body.error)}`;
}

/** A wallet's key: Ed25519 from a name, so that tests repeat. */
export function walletKey(name = 'wallet'): KeyObject {
  const seed = hash('sha256', name, 'hex');
  const der = Buffer.from(`302e020100300506032b657004220420${seed}`, 'hex');
  return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
}

export function didKeyOf(publicKey: KeyObject): string {
  return `did:key:${multikeyOf(publicKey)}`;
}

/** What a test has a proof differ in. */
export interface ProofMade {
  readonly key?: KeyObject;
  readonly header?: { readonly [name: string]: unknown };
  readonly payload?: { readonly [name: string]: unknown };
}

/** A proof of possession as a wallet makes it. */
export async function proofOf(fixture: Openid4vciWorld, nonce: string, made: ProofMade = {}): Promise<string> {
  const { key = walletKey(), header = {}, payload = {} } = made;
  const { d: _, ...jwk } = await exportJWK(key);
  const { origins, clock } = fixture.world;
  return new SignJWT({
    aud: `${origins.issuer}/schools/${school}`,
    iat: Math.floor(clock.now() / 1_000),
    nonce,
    ...payload,
  })
    .setProtectedHeader({ alg: 'EdDSA', typ: 'openid4vci-proof+jwt', jwk, ...header } as never)
    .sign(key);
}

export const at = (name: string, of = school): string => `/schools/${of}/openid4vci/${name}`;

export async function tokenOf(fixture: Openid4vciWorld, more: Readonly<Record<string, string>> = {}): Promise<string> {
  const code = fixture.link();
  const form = {
    grant_type: preAuthorized,
    'pre-authorized_code': code,
    tx_code: await fixture.mailedNumber(code),
    ...more,
  };
  const { body } = await fixture.ask('POST', at('token'), { form });
  return String(body.access_token);
}

export async function nonceOf(fixture: Openid4vciWorld): Promise<string> {
  return String((await fixture.ask('POST', at('nonce'))).body.c_nonce);
}

/** Asks for the credential with a proof of its own. */
export async function request(fixture: Openid4vciWorld, bearer: string, made: ProofMade = {}): Promise<Answer> {
  const jwt = await proofOf(fixture, await nonceOf(fixture), made);
  return requestWith(fixture, bearer, jwt);
}

export function requestWith(fixture: Openid4vciWorld, bearer: string, jwt: unknown): Promise<Answer> {
  const json = { credential_configuration_id: 'StudentID_jwt_vc_json', proofs: { jwt: [jwt] } };
  return fixture.ask('POST', at('credential'), { bearer, json });
}

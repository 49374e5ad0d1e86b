import { generateKeyPairSync } from 'node:crypto';
import { expect } from 'vitest';
import type { Address } from '../crash/served-process.ts';

const password = 'Mihon2026!';
const consent = { terms: '2026-04-01', privacyPolicy: '2026-04-01' };
const phone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1';

/** What `todoku serve --json` tells of each world. */
export interface WorldAddress extends Address {
  readonly world: string;
  readonly verifier: string;
  readonly mailhog: string;
  readonly mailDomain: string;
  readonly samples: string;
  readonly verifierToken: string;
  readonly gateToken: string;
}

/** What answers have in them, each some of it, as far as it is read here. */
export interface Body {
  readonly asked: readonly { readonly id: string; readonly credentials: readonly string[] }[];
  readonly authorizationUrl: string;
  readonly badges: readonly { readonly secured: string }[];
  readonly checks: readonly { readonly id: string; readonly valid?: boolean; readonly code?: string }[];
  readonly code: string;
  readonly connection: { readonly connection: string };
  readonly credential_issuer: string;
  readonly credentialOffer: string;
  readonly credentials: readonly { readonly credential: string }[];
  readonly digest: string;
  readonly issuance: string;
  readonly items: readonly { readonly MIME: { readonly Parts: readonly { readonly Body: string }[] } | null }[];
  readonly messages: readonly { readonly address: string }[];
  readonly now: string;
  readonly outcomes: unknown;
  readonly protocols: { readonly OID4VCI: string };
  readonly received: unknown;
  readonly request: string;
  readonly samples: readonly { readonly name: string; readonly url: string; readonly size: number }[];
  readonly screen: string;
  readonly session: string;
  readonly txCode: string;
  readonly uri: string;
  readonly verdict: string;
  readonly verifiableCredential: object;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Buffer;
  readonly body: Body;
}

export interface Asked {
  readonly bearer?: string;
  /** Objects go out as JSON. */
  readonly body?: object | string | Uint8Array | URLSearchParams;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Asks as a program does; nobody follows a redirect. */
export async function ask(method: string, url: string, { bearer, body, headers }: Asked = {}): Promise<Answer> {
  const isJson = typeof body === 'object' && !(body instanceof Uint8Array) && !(body instanceof URLSearchParams);
  const answer = await fetch(url, {
    method,
    redirect: 'manual',
    headers: {
      'user-agent': phone,
      ...(isJson && { 'content-type': 'application/json' }),
      ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }),
      ...headers,
    },
    ...(body !== undefined && { body: (isJson ? JSON.stringify(body) : body) as string }),
  });
  const bytes = Buffer.from(await answer.arrayBuffer());
  const isRead = /[/+]json/.test(answer.headers.get('content-type') ?? '');
  return { status: answer.status, headers: answer.headers, bytes, body: isRead ? JSON.parse(String(bytes)) : {} };
}

export interface Student {
  readonly studentNumber: string;
  readonly address: string;
  readonly session: string;
  readonly credential: string;
}

/** A world as its school, its students and its tester meet it: by its ports alone. */
export class ServedPlace {
  readonly address: WorldAddress;
  readonly #token: string;

  constructor(address: WorldAddress, token: string) {
    this.address = address;
    this.#token = token;
  }

  harness(method: string, path: string, body?: object): Promise<Answer> {
    return ask(method, this.address.api + path, { bearer: this.#token, ...(body !== undefined && { body }) });
  }

  school(method: string, path: string, asked: Asked = {}): Promise<Answer> {
    const [{ url, token } = { url: '', token: '' }] = this.address.schools;
    return ask(method, url + path, { bearer: token, ...asked });
  }

  wallet(method: string, path: string, asked: Asked = {}): Promise<Answer> {
    return ask(method, this.address.wallet + path, asked);
  }

  addressOf(studentNumber: string): string {
    return `${studentNumber.toLowerCase()}@${this.address.mailDomain}`;
  }

  /** Uploads a roster of the students and issues to them all. */
  async issueTo(studentNumbers: readonly string[]): Promise<void> {
    const rows = studentNumbers.map((number) => `${number},見本 花子,${this.addressOf(number)}`);
    const roster = ['学籍番号,氏名,メールアドレス', ...rows, ''].join('\n');
    const uploaded = await this.school('POST', '/rosters', { body: roster, headers: { 'content-type': 'text/csv' } });
    expect([uploaded.status, uploaded.body]).toMatchObject([201, {}]);
    const { body, status } = await this.school('POST', '/issuances', { body: {} });
    expect(status).toBe(202);
    await this.harness('POST', '/clock', { advance: '30m' });
    const progress = await this.school('GET', `/issuances/${body.issuance}`);
    expect(progress.body).toMatchObject({ state: 'finished', issued: studentNumbers.length, failed: [] });
  }

  async credentialOf(studentNumber: string): Promise<string> {
    const { body } = await this.school('GET', `/credentials?studentNumber=${studentNumber}`);
    return body.credentials[0]?.credential ?? '';
  }

  /** The newest mail to an address, as MailHog's clients get it. */
  async mailTo(address: string): Promise<string> {
    const query = `${this.address.mailhog}/v2/search?kind=to&query=${encodeURIComponent(address)}`;
    const { body } = await ask('GET', query);
    return Buffer.from(body.items[0]?.MIME?.Parts[0]?.Body ?? '', 'base64').toString('utf8');
  }

  /** The link in the newest mail to an address. */
  async linkTo(address: string): Promise<URL> {
    const [link = ''] = /https?:\/\/\S+\/(?:receive|activate)\/\S+/.exec(await this.mailTo(address)) ?? [];
    return new URL(link);
  }

  /** From the mail to the received student ID. */
  async join(studentNumber: string): Promise<Student> {
    const address = this.addressOf(studentNumber);
    const form = { token: tokenOf(await this.linkTo(address)), ...consent, name: '見本 花子', password };
    expect((await this.wallet('POST', '/registrations', { body: form })).status).toBe(201);
    await this.harness('POST', '/clock', { advance: '10m' });
    const activation = { token: tokenOf(await this.linkTo(address)) };
    expect((await this.wallet('POST', '/activations', { body: activation })).body).toMatchObject({ state: 'active' });
    const session = await this.logIn(address);
    const credential = await this.credentialOf(studentNumber);
    const received = await this.wallet('POST', `/credentials/${credential}/receive`, { bearer: session });
    expect(received.status).toBe(200);
    return { studentNumber, address, session, credential };
  }

  async logIn(address: string): Promise<string> {
    const { kty, crv, x } = generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' });
    const device = { name: 'iPhone', publicKey: { kty, crv, x } };
    const { status, body } = await this.wallet('POST', '/sessions', { body: { address, password, device } });
    expect(status).toBe(201);
    return body.session;
  }

  /** What the verifier says of a badge. */
  async verify(badge: Uint8Array | string, mediaType: string): Promise<{ verdict: string; failed: string[] }> {
    const asked = { body: badge, headers: { 'content-type': mediaType, accept: 'application/json' } };
    const { body } = await ask('POST', `${this.address.verifier}/verifications`, asked);
    const failed = (body.checks ?? [])
      .filter(({ valid, code }) => valid === false || code !== undefined)
      .map(({ id, code }) => `${id}: ${code}`);
    return { verdict: body.verdict ?? JSON.stringify(body), failed };
  }
}

function tokenOf(link: URL): string {
  return link.pathname.split('/').at(-1) ?? '';
}

/** A student at a browser: the page, its form filled in and sent, and where it leads. */
export async function allowInBrowser(page: string, address: string): Promise<string> {
  const shown = await ask('GET', page, { headers: { accept: 'text/html', 'accept-language': 'ja' } });
  expect([shown.status, shown.headers.get('referrer-policy')]).toEqual([200, 'same-origin']);
  const text = shown.bytes.toString('utf8');
  const [, action = ''] = /<form method="post" action="([^"]+)"/.exec(text) ?? [];
  const [, request = ''] = /name="request" value="([^"]+)"/.exec(text) ?? [];
  const sent = await ask('POST', new URL(action, page).href, {
    headers: { origin: new URL(page).origin },
    body: new URLSearchParams({ request, decision: 'allow', address, password }),
  });
  expect(sent.status, String(sent.bytes)).toBe(303);
  return sent.headers.get('location') ?? '';
}

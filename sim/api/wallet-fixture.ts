import type { Transmission } from '../events/index.ts';
import {
  type Command,
  createWorld,
  defaultLimits,
  type Fetch,
  type Json,
  type Module,
  type Response,
  type RunningWorld,
  simulatedOrigins,
  type World,
} from '../kernel/index.ts';
import { mailModule } from '../mail/index.ts';
import { oauthModule } from '../oauth/index.ts';
import { type HashPassword, walletDefaults, walletModule } from '../wallet/index.ts';
import { checkedFetch } from './checked-fetch-fixture.ts';
import { createFakeIssuer, type FakeIssuer } from './fake-issuer.ts';
import { inProcessFetch } from './in-process-fetch.ts';
import { createApplication } from './operation/index.ts';
import type { ServiceContext } from './service-context.ts';
import { services } from './services.ts';

export const phone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1';
export const pc =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';

export const hanako = 'hanako@docomo.ne.jp.test';
export const password = 'Mihon2026!';

export interface Asked {
  /** JSON; a text is a form as it is sent. */
  readonly body?: unknown;
  readonly bearer?: string;
  readonly userAgent?: string;
  readonly language?: string;
  readonly accept?: string;
}

/** The wallet in a world of its own, for its tests: its router, a fake issuer, and the mails that left. */
export interface WalletFixture {
  readonly world: RunningWorld;
  readonly issuer: FakeIssuer;
  readonly modules: Parameters<typeof createWorld>[1];
  ask(method: string, path: string, asked?: Asked): Promise<Response>;
  /** `200`, or the code of the problem. */
  outcome(method: string, path: string, asked?: Asked): Promise<string | number>;
  /** Lets the mails leave; returns the token of the newest link of that kind to that address. */
  mailedToken(kind: string, address?: string): Promise<string>;
  mailsTo(address: string): Promise<string[]>;
  events(): string[];
}

/** Stands between the wallet and its world, to see what it does there. */
export interface Watch {
  world<Of extends World>(world: Of): Of;
  readonly hashPassword: HashPassword;
}

export function createWalletFixture(parameters: { readonly [name: string]: Json } = {}, watch?: Watch): WalletFixture {
  const mails: Transmission[] = [];
  const deliver = (_world: unknown, transmission: Transmission) => {
    mails.push(transmission);
    return { replyCode: 250, text: 'OK' };
  };
  const own = watch === undefined ? walletModule : watched(walletModule, watch);
  const modules = [mailModule({ deliver }), own, oauthModule];
  const startsAt = Date.parse('2026-04-01T09:00:00+09:00');
  const world = createWorld({ seed: 7, startsAt, limits: defaultLimits, parameters: { wallet: parameters } }, modules);
  const issuer = createFakeIssuer(world);
  const { fetch } = issuer;
  const context: ServiceContext =
    watch === undefined
      ? { world, fetch, outward: fetch }
      : { world: watch.world(world), fetch, outward: fetch, hashPassword: watch.hashPassword };
  const application = createApplication(services.wallet, context);
  const reach = checkedFetch(services.wallet, inProcessFetch({ [simulatedOrigins.wallet]: application }));
  const ask: WalletFixture['ask'] = (method, path, asked = {}) => send(reach, method, path, asked);
  return {
    world,
    issuer,
    modules,
    ask,
    async outcome(method, path, asked) {
      const response = await ask(method, path, asked);
      return response.status < 400 ? response.status : response.json<{ code: string }>().code;
    },
    async mailedToken(kind, address = hanako) {
      await world.advance(5_000);
      const mail = mails.findLast((sent) => sent.kind === kind && sent.forwardPath === address);
      if (mail === undefined) throw new Error(`no mail ${kind} to ${address} left`);
      return tokenIn(mail);
    },
    async mailsTo(address) {
      await world.advance(5_000);
      return mails.filter((sent) => sent.forwardPath === address).map(({ kind }) => kind);
    },
    events: () => world.log.after(0).map(({ type }) => type),
  };
}

function watched(module: Module, watch: Watch): Module {
  const commands = module.commands.map((command): Command => {
    const run = command.run as (world: World, payload: unknown) => unknown;
    return { ...command, run: (world: World, payload: unknown) => run(watch.world(world), payload) };
  });
  return { ...module, commands };
}

export function send(reach: Fetch, method: string, path: string, asked: Asked): Promise<Response> {
  const { body, bearer, userAgent = phone, language = 'ja', accept } = asked;
  const isForm = typeof body === 'string';
  return reach(simulatedOrigins.wallet + path, {
    method,
    headers: {
      'user-agent': userAgent,
      'accept-language': language,
      ...(accept !== undefined && { accept }),
      ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }),
      ...(body !== undefined && { 'content-type': isForm ? 'application/x-www-form-urlencoded' : 'application/json' }),
    },
    ...(body !== undefined && { body: isForm ? body : JSON.stringify(body) }),
  });
}

/** The first part of the mail is its plain text, in base64. */
export function tokenIn({ data }: Transmission): string {
  const [, encoded = ''] = /base64\r\n\r\n([A-Za-z0-9+/=\r\n]+?)\r\n--/.exec(data.toString('latin1')) ?? [];
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const [, token = ''] = new RegExp(`${simulatedOrigins.wallet}/[a-z]+/([\\w-]{43})`).exec(text) ?? [];
  return token;
}

const consent = { terms: walletDefaults.termsVersion, privacyPolicy: walletDefaults.privacyPolicyVersion };

export function form(token: string, differing: object = {}): Asked {
  return { body: { token, ...consent, name: '見本 花子', password, ...differing } };
}

/** The public key of a phone, as it registers it. */
export function deviceOf(world: RunningWorld, handset: string): { name: string; publicKey: object } {
  const { kty, crv, x } = world.keys.ed25519(`handset/${handset}`).publicKey.export({ format: 'jwk' });
  return { name: `${handset} の iPhone`, publicKey: { kty, crv, x } };
}

/** Issues, registers and activates; returns the account. */
export async function activeAccount(
  wallet: WalletFixture,
  address = hanako,
  credential = 'cred_0001',
): Promise<string> {
  const token = wallet.issuer.issue(credential, address);
  await wallet.ask('POST', '/registrations', form(token));
  const activation = await wallet.mailedToken('activation', address);
  const response = await wallet.ask('POST', '/activations', { body: { token: activation } });
  return response.json<{ account: string }>().account;
}

export async function login(
  wallet: WalletFixture,
  { address = hanako, handset = 'hs_0001' }: { readonly address?: string; readonly handset?: string } = {},
): Promise<{ session: string; device: string; expiresAt: string }> {
  const body = { address, password, device: deviceOf(wallet.world, handset) };
  return (await wallet.ask('POST', '/sessions', { body })).json();
}

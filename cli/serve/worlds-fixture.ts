import { formatInstant, tokenHash } from '#sim/kernel';
import { walletDefaults } from '#sim/wallet';
import { standardStart } from '../mail-trace.ts';
import { type OpenedWorld, Worlds, type WorldsOptions } from './worlds.ts';

export const free = { issuer: 0, wallet: 0, verifier: 0, smtp: 0, http: 0, mailpit: 0, imap: 0, pop3: 0 } as const;
export const token = 'token-of-the-harness-under-test';

export interface Asked {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Readonly<Record<string, never>>;
}

/** Worlds behind ports of loopback, as `todoku serve` has them, in this process. */
export function worldsUnderTest(options: Partial<WorldsOptions> = {}): Worlds {
  return new Worlds({
    folder: undefined,
    tokenHash: tokenHash(token),
    isRealTime: false,
    isSecure: false,
    corsOrigins: [],
    requestsPerMinute: 0,
    reach: [],
    making: {
      seed: 1,
      startsAt: standardStart,
      capturesMax: 1_000,
      passwordCost: walletDefaults.passwordCost,
      trustsSenders: true,
    },
    ...options,
  });
}

export async function startWorld(worlds: Worlds, asked: Partial<OpenedWorld> = {}) {
  const { world } = await worlds.start({ name: 'main', ports: free, ...asked });
  const address = worlds.list().at(-1);
  if (address === undefined) throw new TypeError('no world was started');
  return { world, address, now: () => formatInstant(world.clock.now()) };
}

/** Asks with a token; JSON in, JSON out. */
export async function ask(method: string, url: string, body?: unknown, bearer: string = token): Promise<Asked> {
  const answer = await fetch(url, {
    method,
    headers: {
      ...(bearer !== '' && { authorization: `Bearer ${bearer}` }),
      ...(body !== undefined && { 'content-type': typeof body === 'string' ? 'text/csv' : 'application/json' }),
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await answer.text();
  const isJson = /[/+]json/.test(answer.headers.get('content-type') ?? '');
  return { status: answer.status, headers: answer.headers, body: isJson && text !== '' ? JSON.parse(text) : { text } };
}

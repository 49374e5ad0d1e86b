import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import autocannon, { type Request, type Result } from 'autocannon';
import { createMailWorld } from '#scenarios/runner';
import { ServedClient } from '../test/crash/served-client.ts';
import { arrive } from '../test/crash/student-journey.ts';
import { origin } from './journey.ts';

const seed = 1;
const seconds = 60;
const samples = 4;
const bareSeconds = 20;
/** Together 20: two services are asked at once. */
const connections = { issuer: 14, wallet: 6 } as const;
const megabyte = 1024 ** 2;
const services = ['issuer', 'wallet', 'verifier', 'smtp', 'http', 'mailpit', 'imap', 'pop3'];

export interface ServerFigures {
  readonly perSecond: number;
  readonly p99Ms: number;
  /** Broken off, too late, or answered with anything but 2xx. */
  readonly refused: number;
  /** Before the load, and after each quarter of it. */
  readonly heapMb: readonly number[];
  /** Requests a second of the bare route, over as many connections. */
  readonly bare: number;
}

/** `todoku serve` in a process of its own, under the reads and writes that partners send. */
export async function measureServer(): Promise<ServerFigures> {
  const root = join(import.meta.dirname, '..');
  const ports = services.flatMap((service) => [`--${service}-port`, '0']);
  const options = ['--json', '--seed', String(seed), '--rate-limit', '0', '--fast-passwords', ...ports];
  const child = fork(join(root, 'bin/todoku.js'), ['serve', ...options], {
    execArgv: ['--expose-gc', '--no-warnings', '--import', join(import.meta.dirname, 'heap-probe.ts')],
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const [line] = await once(createInterface({ input: child.stdout as NodeJS.ReadableStream }), 'line');
  try {
    const client = new ServedClient(JSON.parse(String(line)));
    const requests = await mixedRequests(client);
    const quarter = (): Promise<Result[]> =>
      Promise.all(
        (['issuer', 'wallet'] as const).map((service) =>
          fire(client.address[service], connections[service], seconds / samples, requests[service]),
        ),
      );
    // The compiler, and the heap's own growth.
    await quarter();
    const heapMb = [await heapOf(child)];
    const results: Result[] = [];
    for (let sample = 0; sample < samples; sample += 1) {
      results.push(...(await quarter()));
      heapMb.push(await heapOf(child));
    }
    return { ...summed(results), heapMb, bare: await measureBare() };
  } finally {
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
}

function summed(results: readonly Result[]) {
  const sum = (of: (result: Result) => number): number => results.reduce((total, result) => total + of(result), 0);
  return {
    perSecond: sum(({ requests }) => requests.total) / seconds,
    p99Ms: Math.max(...results.map(({ latency }) => latency.p99)),
    refused: sum(({ errors, non2xx, timeouts }) => errors + non2xx + timeouts),
  };
}

/** What is asked of each service, in turns. */
async function mixedRequests(client: ServedClient): Promise<Readonly<Record<'issuer' | 'wallet', Request[]>>> {
  const { address, session, credential } = await arrive(client, 'a1', { note: () => undefined });
  using twin = createMailWorld({ ...origin, seed });
  const json = { 'content-type': 'application/json' };
  const asWallet = { ...json, authorization: `Bearer ${twin.keys.secret('wallet')}` };
  const asSchool = { authorization: `Bearer ${client.school.token}` };
  const asStudent = { authorization: `Bearer ${session}` };
  const school = new URL(client.school.url).pathname;
  const offers = { method: 'POST', path: '/offers/list', headers: asWallet } as const;
  return {
    issuer: [
      { method: 'GET', path: school },
      { method: 'GET', path: `${school}/status-lists/1/revocation` },
      { ...offers, body: JSON.stringify({ addresses: [address] }) },
      { method: 'GET', path: '/openapi.json' },
      { method: 'GET', path: `/credentials/${credential}/status` },
      { method: 'GET', path: `${school}/credentials`, headers: asSchool },
      { method: 'GET', path: `${school}/jwks` },
    ],
    wallet: [
      { method: 'GET', path: '/credentials', headers: asStudent },
      { method: 'GET', path: `/credentials/${credential}`, headers: asStudent },
      { method: 'GET', path: '/devices', headers: asStudent },
      { method: 'POST', path: '/password-resets', headers: json, body: JSON.stringify({ address }) },
    ],
  };
}

function fire(url: string, connections: number, duration: number, requests: Request[]): Promise<Result> {
  return autocannon({ url: url.replace('localhost', '127.0.0.1'), connections, duration, requests, timeout: 30 });
}

async function heapOf(child: ChildProcess): Promise<number> {
  child.send('heap');
  const [{ heapBytes }] = (await once(child, 'message')) as [{ readonly heapBytes: number }];
  return heapBytes / megabyte;
}

async function measureBare(): Promise<number> {
  const child = fork(join(import.meta.dirname, 'bare-route.ts'), { execArgv: ['--no-warnings'] });
  const [{ port }] = (await once(child, 'message')) as [{ readonly port: number }];
  const all = connections.issuer + connections.wallet;
  const { requests } = await fire(`http://127.0.0.1:${port}`, all, bareSeconds, [{ method: 'GET', path: '/' }]);
  child.disconnect();
  return requests.total / bareSeconds;
}

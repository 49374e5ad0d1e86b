import { type ChildProcess, type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

const start = join(import.meta.dirname, '..', '..', 'bin', 'todoku.js');
const services = ['issuer', 'wallet', 'verifier', 'smtp', 'http', 'mailpit', 'imap', 'pop3'];

/** What `todoku serve --json` prints, as far as the load needs it. */
export interface Address {
  readonly issuer: string;
  readonly wallet: string;
  readonly api: string;
  readonly token: string;
  readonly now: string;
  readonly schools: readonly { readonly slug: string; readonly url: string; readonly token: string }[];
}

export interface ServedProcess {
  readonly child: ChildProcess;
  readonly address: Address;
}

/** `todoku serve` over a folder, on free ports the first time and on those of its world after that. */
export function spawnServing(folder: string, ...more: readonly string[]): ChildProcessByStdio<null, Readable, null> {
  const ports = services.flatMap((service) => [`--${service}-port`, '0']);
  const options = ['--data', folder, '--json', '--rate-limit', '0', '--fast-passwords', ...ports, ...more];
  return spawn(process.execPath, [start, 'serve', ...options], { stdio: ['ignore', 'pipe', 'inherit'] });
}

/** Resolves when it answers. */
export async function startServing(folder: string, ...more: readonly string[]): Promise<ServedProcess> {
  const child = spawnServing(folder, ...more);
  const exited = once(child, 'exit');
  const line = once(createInterface({ input: child.stdout }), 'line');
  const first = await Promise.race([line, exited.then(() => undefined)]);
  if (first === undefined) throw new Error('the server ended before it said where it is');
  return { child, address: JSON.parse(String(first[0])) as Address };
}

/** Resolves with how it ended: its code, or the signal. */
export async function ended(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<string> {
  const exited = once(child, 'exit');
  child.kill(signal);
  const [code, by] = await exited;
  return String(by ?? code);
}

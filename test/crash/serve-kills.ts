import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Fact } from './acknowledged.ts';
import { seeded } from './seeded.ts';
import { Gone, ServedClient } from './served-client.ts';
import { ended, type ServedProcess, spawnServing, startServing } from './served-process.ts';
import { travel } from './student-journey.ts';

const travellers = 6;
/** Killed after so many acknowledgements at most: from the first ones to the end of several students' ways. */
const marksMax = 120;
const jitterMsMax = 30;
/** One in so many is killed while it starts: it opens its file, or brings a log in. */
const killedAtStart = 8;
const startMsMax = 2_000;
/** A load that comes to nothing is an error, not a test without an end. */
const patienceMs = 120_000;
const checkersMax = 8;

export interface ServeKilled {
  readonly kills: number;
  /** How many things a server had said were done. */
  readonly acknowledged: number;
  /** By what it was: `session`, `mailbox` … */
  readonly kinds: Readonly<Record<string, number>>;
  readonly wrongs: readonly string[];
}

/** `todoku serve` under load, killed (SIGKILL) at `kills` moments; each restart must show all that was acknowledged. */
export async function serveUnderKills(kills: number, seed: number): Promise<ServeKilled> {
  const folder = mkdtempSync(join(tmpdir(), 'todoku-serve-kills-'));
  const random = seeded(seed);
  const all: Fact[] = [];
  const wrongs: string[] = [];
  try {
    let fresh: Fact[] = [];
    for (let kill = 0; kill < kills; kill += 1) {
      if (random() < 1 / killedAtStart) {
        await killAtStart(folder, random() * startMsMax);
        continue;
      }
      const served = await startServing(folder);
      // What was said just before the kill is asked for first.
      wrongs.push(...(await missing(served, fresh)));
      fresh = [];
      const moment = { marks: Math.ceil(random() * marksMax), jitterMs: random() * jitterMsMax };
      wrongs.push(...(await loadUntilKilled(served, `k${kill}`, moment, fresh)));
      all.push(...fresh);
    }
    const last = await startServing(folder);
    wrongs.push(...(await missing(last, all)));
    const end = await ended(last.child, 'SIGTERM');
    if (end !== '0') wrongs.push(`the last server ended with ${end}`);
    if (existsSync(join(folder, 'main.world-wal'))) wrongs.push('a log was left beside the closed file');
    return { kills, acknowledged: all.length, kinds: countKinds(all), wrongs };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function loadUntilKilled(
  { child, address }: ServedProcess,
  name: string,
  { marks, jitterMs }: { readonly marks: number; readonly jitterMs: number },
  facts: Fact[],
): Promise<string[]> {
  const wrongs: string[] = [];
  const client = new ServedClient(address);
  let isOver = false;
  const reached = Promise.withResolvers<void>();
  const note = (fact: Fact): void => {
    facts.push(fact);
    if (facts.length === marks) reached.resolve();
  };
  const load = Array.from({ length: travellers }, async (_, index) => {
    for (let turn = 0; !isOver; turn += 1) {
      try {
        await travel(client, `${name}t${index}n${turn}`, { note });
      } catch (error) {
        if (error instanceof Gone) return;
        wrongs.push(`${name}: ${String(error)}`);
        return reached.resolve();
      }
    }
  });
  const patience = setTimeout(() => reached.reject(new Error(`${marks} acknowledgements did not come`)), patienceMs);
  await reached.promise;
  clearTimeout(patience);
  await delay(jitterMs);
  isOver = true;
  await ended(child, 'SIGKILL');
  await Promise.all(load);
  return wrongs;
}

async function killAtStart(folder: string, afterMs: number): Promise<void> {
  const child = spawnServing(folder);
  const exited = once(child, 'exit');
  await delay(afterMs);
  child.kill('SIGKILL');
  await exited;
}

/** Some at a time, in the order in which they were acknowledged. */
async function missing({ address }: ServedProcess, facts: readonly Fact[]): Promise<string[]> {
  const client = new ServedClient(address);
  const wrongs: string[] = [];
  let next = 0;
  const checkers = Array.from({ length: checkersMax }, async () => {
    for (let fact = facts[next++]; fact !== undefined; fact = facts[next++]) {
      const wrong = await fact.check(client);
      if (wrong !== undefined) wrongs.push(wrong);
    }
  });
  await Promise.all(checkers);
  return wrongs;
}

function countKinds(facts: readonly Fact[]): Record<string, number> {
  const kinds: Record<string, number> = {};
  for (const { what } of facts) {
    const [kind = ''] = what.replace('POST /', '').replace('the ', '').split(' ');
    kinds[kind] = (kinds[kind] ?? 0) + 1;
  }
  return kinds;
}

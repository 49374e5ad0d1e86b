import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { seeded } from './seeded.ts';
import { type Told, wrongs } from './wrongs.ts';

export interface Killed {
  /** How many times the process was killed while it worked. */
  readonly kills: number;
  readonly told: number;
  /** What does not hold of the world at the end; nothing when all is well. */
  readonly wrongs: readonly string[];
}

/** Roughly the events of one student: issued, notified, queued, attempted, received, the mailbox made. */
const eventsPerRow = 6;
/** The kills lie in the first part of the work, so that all of them hit it. */
const hitPart = 0.8;

/** Issues `rows` in a process that is killed (SIGKILL) at `kills` moments; each restart goes on in the same file. */
export async function issueUnderKills(rows: number, kills: number, seed: number): Promise<Killed> {
  const folder = mkdtempSync(join(tmpdir(), 'todoku-crash-'));
  const file = join(folder, 'issuing.world');
  const random = seeded(seed);
  const told: Told = new Map();
  const found: string[] = [];
  try {
    const parts = Array.from({ length: kills }, random);
    const sum = parts.reduce((a, b) => a + b, 0);
    let killed = 0;
    for (const part of parts) {
      // One in eight ends before the file is open, or soon after: while it is made, or a log is brought in.
      const marks = random() < 1 / 8 ? 0 : Math.round((part / sum) * rows * eventsPerRow * hitPart);
      const end = await run(file, rows, {
        told,
        found,
        kill: { marks, jitterMs: random() * (marks === 0 ? 1_000 : 30) },
      });
      if (end === 'killed') killed += 1;
    }
    if ((await run(file, rows, { told, found })) !== 'done') found.push('the last run did not end');
    return { kills: killed, told: told.size, wrongs: [...found, ...(await wrongs(file, rows, told))] };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface Watch {
  readonly told: Told;
  readonly found: string[];
  /** After so many lines, and then so long. */
  readonly kill?: { readonly marks: number; readonly jitterMs: number };
}

async function run(file: string, rows: number, { told, found, kill }: Watch): Promise<'killed' | 'done' | 'failed'> {
  const child = spawn(process.execPath, ['--no-warnings', join(import.meta.dirname, 'issue.ts'), file, String(rows)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  let lines = 0;
  let end: 'killed' | 'done' | 'failed' = 'failed';
  const killSoon = (jitterMs: number): void => void delay(jitterMs).then(() => child.kill('SIGKILL'));
  if (kill?.marks === 0) killSoon(kill.jitterMs);
  // What was written before the end of the process still stands in the pipe, and counts: it was told.
  for await (const line of wholeLines(child.stdout)) {
    const [what = '', seq = '', digest = ''] = line.split(' ');
    if (what === 'done') end = 'done';
    if (what === 'open' && Number(seq) < told.size) found.push(`opened with ${seq} events, ${told.size} were told`);
    if (what !== 'told') continue;
    if ((told.get(Number(seq)) ?? digest) !== digest) found.push(`event ${seq} was told before, and differed`);
    told.set(Number(seq), digest);
    lines += 1;
    if (lines === kill?.marks) killSoon(kill.jitterMs);
  }
  const [, signal] = await exited;
  return signal === 'SIGKILL' ? 'killed' : end;
}

/** The last line counts only when it is whole. */
async function* wholeLines(stream: NodeJS.ReadableStream): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of stream) {
    const lines = (rest + String(chunk)).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}

import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { addSchool, importRoster, issuanceProgress, issuerModule, scheduleIssuance } from '#sim/issuer';
import { defaultLimits, openWorld, parseInstant } from '#sim/kernel';
import { mailModule } from '#sim/mail';
import { coreMs } from './measure.ts';

/** What one run in a process of its own tells its parent. */
export interface RosterRun {
  /** On the clock, with the waiting for the disk. */
  readonly wallMs: number;
  /** Processor time of all threads together. */
  readonly importMs: number;
  readonly issueMs: number;
  readonly rosterBytes: number;
  readonly fileBytes: number;
  readonly peakRssBytes: number;
}

/** `node bench/roster-world.ts <rows>`: a roster of so many rows issued into a world in a file, its mail taken by the host. */
const rows = Number(process.argv[2] ?? 1_000);
const school = 'mihon-university';
const folder = mkdtempSync(join(tmpdir(), 'todoku-rosters-'));
try {
  const told = JSON.stringify(await issue(join(folder, 'rosters.world')));
  if (process.send === undefined) process.stdout.write(`${told}\n`);
  else process.send(told);
} finally {
  rmSync(folder, { recursive: true });
}

async function issue(file: string): Promise<RosterRun> {
  const startsAt = parseInstant('2026-04-01T09:00:00+09:00') ?? 0;
  const origin = { seed: 1, startsAt, limits: { ...defaultLimits, events: 10_000_000 }, parameters: {} };
  const modules = [mailModule({ deliver: () => ({ replyCode: 250, text: 'Ok' }) }), issuerModule];
  using world = openWorld({ file, holder: 'bench' }, origin, modules);
  await world.perform(addSchool, { slug: school, name: { ja: '見本大学', en: 'Mihon University' } });
  const bytes = roster();
  const begun = performance.now();
  const importMs = await coreMs(() => importRoster(world, { school, bytes }));
  const { issuance } = await world.perform(scheduleIssuance, { school, period: null, at: null, studentNumbers: null });
  const issueMs = await coreMs(() => world.advance(60_000));
  const wallMs = performance.now() - begun;
  const { issued } = issuanceProgress(world, school, issuance);
  const left = world.store.get<{ n: number }>("SELECT count(*) AS n FROM mail_message WHERE state = 'accepted'")?.n;
  if (issued !== rows || left !== rows) throw new Error(`issued ${issued}, mailed ${left} of ${rows}`);
  return {
    wallMs,
    importMs,
    issueMs,
    rosterBytes: bytes.length,
    fileBytes: statSync(file).size,
    // Kilobytes on every platform: https://nodejs.org/api/process.html#processresourceusage
    peakRssBytes: process.resourceUsage().maxRSS * 1024,
  };
}

function roster(): Uint8Array {
  const lines = Array.from({ length: rows }, (_, index) => {
    const number = `2026A${String(index).padStart(6, '0')}`;
    return `${number},見本 花子${index},ミホン ハナコ,s${index}@mihon-u.ac.jp,文学部,日本文学科,1`;
  });
  return Buffer.from(`学籍番号,氏名,フリガナ,メールアドレス,学部,学科,学年\n${lines.join('\n')}\n`);
}

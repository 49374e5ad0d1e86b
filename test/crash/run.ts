import { performance } from 'node:perf_hooks';
import { issueUnderKills } from './kills.ts';

/** `node test/crash/run.ts [kills] [rows] [seed]`: the crash test with more kills and rows than the suite has time for. */
const [kills = 50, rows = 2_000, seed = 1] = process.argv.slice(2).map(Number);
const startedAt = performance.now();
const killed = await issueUnderKills(rows, kills, seed);
const seconds = ((performance.now() - startedAt) / 1000).toFixed(0);
process.stdout.write(`${rows} rows, killed ${killed.kills} times, ${killed.told} events told (${seconds} s)\n`);
for (const wrong of killed.wrongs) process.stdout.write(`wrong: ${wrong}\n`);
process.exitCode = killed.wrongs.length === 0 ? 0 : 1;

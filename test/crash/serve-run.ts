import { performance } from 'node:perf_hooks';
import { serveUnderKills } from './serve-kills.ts';

/** `node test/crash/serve-run.ts [kills] [seed]`: the served crash test with more kills than the suite has time for. */
const [kills = 50, seed = 1] = process.argv.slice(2).map(Number);
const startedAt = performance.now();
const { acknowledged, kinds, wrongs } = await serveUnderKills(kills, seed);
const seconds = ((performance.now() - startedAt) / 1000).toFixed(0);
const told = Object.entries(kinds).map(([kind, count]) => `${kind} ${count}`);
process.stdout.write(`killed ${kills} times, ${acknowledged} acknowledged: ${told.join(', ')} (${seconds} s)\n`);
for (const wrong of wrongs) process.stdout.write(`wrong: ${wrong}\n`);
process.exitCode = wrongs.length === 0 ? 0 : 1;

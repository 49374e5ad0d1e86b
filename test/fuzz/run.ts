import { performance } from 'node:perf_hooks';
import { fuzzApi } from './api.ts';
import { fuzzCredentials } from './credentials.ts';
import { fuzzMailDialogues } from './mail-dialogues.ts';
import { fuzzMails, handInHostileMails } from './mails.ts';
import { fuzzRosterFiles } from './roster-files.ts';
import { fuzzScenarioFiles } from './scenario-files.ts';

/** `node test/fuzz/run.ts [count] [seed]`: the fuzz tests over more files than the suite has time for. */
const count = Number(process.argv[2] ?? 10_000);
const seed = Number(process.argv[3] ?? 1);
for (const [name, fuzz] of [
  ['scenario files', fuzzScenarioFiles],
  ['roster files', fuzzRosterFiles],
] as const) {
  const startedAt = performance.now();
  const { accepted, refused } = await fuzz(count, seed);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(0);
  process.stdout.write(`${count} ${name}: ${accepted} accepted, ${refused} answered with a place (${seconds} s)\n`);
}

const startedAt = performance.now();
const hostile = await handInHostileMails();
const mutants = await fuzzMails(count, seed);
for (const [name, { accepted, refused, slowestMs, slowest }] of Object.entries({ hostile, mutants })) {
  const worst = `slowest ${slowestMs.toFixed(0)} ms, ${slowest}`;
  process.stdout.write(`${accepted + refused} ${name} mails: ${accepted} accepted, ${refused} refused; ${worst}\n`);
}
process.stdout.write(`(${((performance.now() - startedAt) / 1000).toFixed(0)} s)\n`);
const dialogues = await fuzzMailDialogues(count, seed);
process.stdout.write(`${count} dialogues: ${dialogues.accepted} commands carried out, ${dialogues.refused} refused\n`);
const credentials = await fuzzCredentials(count, seed);
process.stdout.write(
  `${count} credentials: ${credentials.accepted} say what was signed, ${credentials.refused} refused; ` +
    `slowest ${credentials.slowestMs.toFixed(0)} ms, ${credentials.slowest}\n`,
);
const apiStartedAt = performance.now();
const api = await fuzzApi(count, seed);
const apiSeconds = ((performance.now() - apiStartedAt) / 1000).toFixed(0);
process.stdout.write(`${count} requests: ${api.accepted} accepted, ${api.refused} refused (${apiSeconds} s)\n`);
for (const [what, names] of [
  ['operations never answered well', api.unmet],
  ['security schemes without credentials', api.withoutCredentials],
] as const) {
  if (names.size > 0) process.stdout.write(`  ${what}: ${[...names].join(', ')}\n`);
}

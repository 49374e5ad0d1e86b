import { hash } from 'node:crypto';
import { writeSync } from 'node:fs';
import {
  addSchool,
  importRoster,
  interruptAfter,
  issuanceProgress,
  resumeIssuance,
  scheduleIssuance,
} from '#sim/issuer';
import type { RunningWorld } from '#sim/kernel';
import { openIssuingWorld, openMailboxes, rosterOf, school } from './issuing-world.ts';

/**
 * `node test/crash/issue.ts <file> <rows>`: issues to a roster in the world of a file, going on from whatever is done,
 * and writes a line for all that has come to stay: `open <events>`, `told <seq> <digest>` …, `done`.
 */
const [file = '', rowsText = ''] = process.argv.slice(2);
const rows = Number(rowsText);
const hourMs = 3_600_000;

using world = openIssuingWorld(file);
say(`open ${world.log.length}`);
let told = world.log.length;
world.watch(() => {
  const entries = world.log.after(told);
  told = entries.at(-1)?.seq ?? told;
  say(...entries.map((entry) => `told ${entry.seq} ${hash('sha256', JSON.stringify(entry), 'base64url')}`));
});
await issue(world);
say('done');

/** Synchronous, so that a line is out before the next command begins. */
function say(...lines: readonly string[]): void {
  if (lines.length > 0) writeSync(1, `${lines.join('\n')}\n`);
}

async function issue(world: RunningWorld): Promise<void> {
  const has = (table: string): boolean => world.store.get(`SELECT 1 FROM ${table} LIMIT 1`) !== undefined;
  if (!has('issuer_school')) {
    await world.perform(addSchool, { slug: school, name: { ja: '見本大学', en: 'Mihon University' } });
  }
  if (!has('mailbox')) await world.perform(openMailboxes, { rows });
  if (!has('issuer_roster')) await importRoster(world, { school, bytes: rosterOf(rows) });
  if (!has('issuer_issuance')) {
    const { issuance } = await world.perform(scheduleIssuance, {
      school,
      period: null,
      at: null,
      studentNumbers: null,
    });
    say(`scheduled ${issuance}`);
  }
  const issuance = 'issue_0001';
  // Half of the batch breaks off by a fault and is resumed, as a clerk would do it; asked again, it does no harm.
  const half = Math.ceil(rows / 2);
  if (issuanceProgress(world, school, issuance).state === 'scheduled') {
    await world.perform(interruptAfter, { issuance, count: half });
  }
  for (;;) {
    const { state } = issuanceProgress(world, school, issuance);
    if (state === 'finished') break;
    if (state === 'interrupted') await world.perform(resumeIssuance, { school, issuance });
    await world.advance(1_000);
  }
  const isAllSent = (): boolean =>
    world.store.get("SELECT 1 FROM mail_message WHERE state IN ('queued', 'deferred') LIMIT 1") === undefined;
  if (!(await world.advanceUntil(isAllSent, 120 * hourMs))) throw new Error('some mail never left');
}

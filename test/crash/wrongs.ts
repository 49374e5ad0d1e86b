import { hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { loadWorld, type RunningWorld, saveWorld } from '#sim/kernel';
import { modules, openIssuingWorld } from './issuing-world.ts';

/** By number, the digests of the events that were told of. */
export type Told = Map<number, string>;

/** What does not hold of a world after its process was killed again and again, and came to an end at last. */
export async function wrongs(file: string, rows: number, told: Told): Promise<string[]> {
  const found = await wrongsInside(file, rows, told);
  if (existsSync(`${file}-wal`)) found.push('a log was left beside the closed file');
  return found;
}

async function wrongsInside(file: string, rows: number, told: Told): Promise<string[]> {
  using world = openIssuingWorld(file);
  const found = [...countWrongs(world, rows), ...toldWrongs(world, told)];
  using again = await loadWorld(saveWorld(world), modules);
  if (!Buffer.from(again.serialize()).equals(Buffer.from(world.serialize())))
    found.push('its journal makes another world');
  return found;
}

function countWrongs(world: RunningWorld, rows: number): string[] {
  const count = (sql: string): number => world.store.get<{ n: number }>(`SELECT count(*) AS n FROM (${sql})`)?.n ?? -1;
  const counts: readonly (readonly [what: string, sql: string, expected: number])[] = [
    ['students', 'SELECT 1 FROM issuer_student', rows],
    ['credentials', 'SELECT 1 FROM issuer_credential', rows],
    [
      'students with one standing credential',
      `SELECT 1 FROM issuer_student JOIN issuer_credential USING (school, student_number)
       WHERE state NOT IN ('superseded', 'revoked') GROUP BY student_number HAVING count(*) = 1`,
      rows,
    ],
    ['signed credentials', 'SELECT 1 FROM issuer_secured', rows],
    ['rows issued', "SELECT 1 FROM issuer_issuance_row WHERE outcome = 'issued'", rows],
    ['finished batches', "SELECT 1 FROM issuer_issuance WHERE state = 'finished'", 1],
    ['batches', 'SELECT 1 FROM issuer_issuance', 1],
    ['mails accepted', "SELECT 1 FROM mail_message WHERE state = 'accepted'", rows],
    ['mails', 'SELECT 1 FROM mail_message', rows],
    ['messages in mailboxes', 'SELECT 1 FROM mailbox_message', rows],
    [
      'mailboxes with one notice',
      `SELECT 1 FROM mailbox JOIN mailbox_message USING (mailbox) WHERE folder IS NOT NULL
       GROUP BY mailbox HAVING count(*) = 1 AND max(about) IS NOT NULL`,
      rows,
    ],
    ['batch or mail timers left', "SELECT 1 FROM timer WHERE kind IN ('issuer.issue', 'mail.attempt')", 0],
    ['events that a batch was interrupted', "SELECT 1 FROM event WHERE type = 'issuance.interrupted'", 1],
  ];
  return counts.flatMap(([what, sql, expected]) => {
    const n = count(sql);
    return n === expected ? [] : [`${what}: ${n}, not ${expected}`];
  });
}

function toldWrongs(world: RunningWorld, told: Told): string[] {
  const found: string[] = [];
  const entries = world.log.after(0);
  for (const entry of entries) {
    const digest = told.get(entry.seq);
    if (digest !== undefined && digest !== hash('sha256', JSON.stringify(entry), 'base64url')) {
      found.push(`event ${entry.seq} is not what was told`);
    }
  }
  const last = Math.max(0, ...[...told.keys()].slice(-1));
  if (last > entries.length) found.push(`event ${last} was told and is gone`);
  if (entries.some(({ seq }, index) => seq !== index + 1)) found.push('an event is missing in between');
  return found;
}

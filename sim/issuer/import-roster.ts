import { emit } from '../events/index.ts';
import { command, type RunningWorld, type World } from '../kernel/index.ts';
import { academicYearAt, checkPeriod } from './academic-year.ts';
import { issuerDefaults } from './parameters.ts';
import { type ParsedRoster, parseRoster } from './parse-roster.ts';
import type { RosterRow } from './roster-row.ts';
import { schoolOf } from './school.ts';

/** What an import did. */
export interface ImportedRoster extends ParsedRoster {
  readonly roster: string;
  readonly period: string;
}

type Given = {
  readonly school: string;
  /** That of the day when null. */
  readonly period: string | null;
  /** The file: the journal keeps it as it came, and a large one never stands in memory as rows. */
  readonly bytes: Uint8Array;
};

/** Takes the good rows of a roster file, all of them or none; a student who is on the roster already is updated. */
export const importRows = command<Given, ImportedRoster>('issuer.importRoster', (world, given) => {
  const { school } = given;
  schoolOf(world, school);
  const period = checkPeriod(given.period ?? academicYearAt(world.clock.now()));
  const roster = world.ids.next('roster');
  const { addressTypos } = world.parameters('issuer', issuerDefaults);
  const parsed = parseRoster(given.bytes, addressTypos, (row) => storeStudent(world, { school, roster, period, row }));
  world.store.run(
    `INSERT INTO issuer_roster (roster, school, period, imported_at, encoding, accepted, rejected)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
    roster,
    school,
    period,
    world.clock.now(),
    parsed.encoding,
    parsed.accepted,
    parsed.rejected.length,
  );
  emit(world, 'roster.imported', {
    school,
    roster,
    accepted: parsed.accepted,
    rejected: parsed.rejected.map(({ line, column, code }) => ({ line, column, code })),
    mapped: parsed.mapped.reduce((sum, { addresses }) => sum + addresses, 0),
  });
  return { roster, period, ...parsed };
});

function storeStudent(
  world: World,
  { school, roster, period, row }: { school: string; roster: string; period: string; row: RosterRow },
): void {
  const found = world.store.get<{ subject: string }>(
    'SELECT subject FROM issuer_student WHERE school = ? AND student_number = ?',
    school,
    row.studentNumber,
  );
  // A student known only by address: the pseudonym stays when the roster comes again.
  const subject = found?.subject ?? `urn:uuid:${world.random.uuid('issuer/subject')}`;
  world.store.run(
    `INSERT OR REPLACE INTO issuer_student
       (school, student_number, roster, period, subject, name, name_kana, address, faculty, department, grade)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    school,
    row.studentNumber,
    roster,
    period,
    subject,
    row.name,
    row.nameKana,
    row.address,
    row.faculty,
    row.department,
    row.grade,
  );
  world.store.run(
    'INSERT OR REPLACE INTO issuer_roster_member (school, period, student_number) VALUES (?, ?, ?)',
    school,
    period,
    row.studentNumber,
  );
}

/**
 * Imports a roster file: CSV as bytes. Bad rows are reported and left out; a file that is no table changes nothing.
 * Throws ServiceError `roster-…`, `school-unknown`, `period-invalid`.
 */
export function importRoster(
  world: RunningWorld,
  given: { readonly school: string; readonly period?: string | undefined; readonly bytes: Uint8Array },
): Promise<ImportedRoster> {
  return world.perform(importRows, { school: given.school, period: given.period ?? null, bytes: given.bytes });
}

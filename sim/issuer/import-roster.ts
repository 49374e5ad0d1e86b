import { emit } from '../events/index.ts';
import { command, type RunningWorld, type World } from '../kernel/index.ts';
import { academicYearAt, checkPeriod } from './academic-year.ts';
import { issuerDefaults } from './parameters.ts';
import { type MappedDomain, parseRoster } from './parse-roster.ts';
import type { RosterEncoding } from './roster-encoding.ts';
import type { RosterIssue } from './roster-issue.ts';
import type { RosterRow } from './roster-row.ts';
import { schoolOf } from './school.ts';

/** What an import did. */
export interface ImportedRoster {
  readonly roster: string;
  readonly period: string;
  readonly accepted: number;
  readonly rejected: readonly RosterIssue[];
  readonly warnings: readonly RosterIssue[];
  readonly mapped: readonly MappedDomain[];
  readonly encoding: RosterEncoding;
}

type Given = {
  readonly school: string;
  readonly period: string | null;
  readonly encoding: RosterEncoding;
  readonly rows: readonly RosterRow[];
  readonly rejected: readonly { readonly line: number; readonly column: string; readonly code: string }[];
  /** How many addresses were mapped to simulated domains. */
  readonly mapped: number;
};

/**
 * Takes the rows of a roster, all of them or none; a student who is on the roster already is updated.
 * Throws ServiceError `school-unknown`, `period-invalid`.
 */
export const importRows = command<Given, { readonly roster: string; readonly period: string }>(
  'issuer.importRoster',
  (world, { school, period: asked, encoding, rows, rejected, mapped }) => {
    schoolOf(world, school);
    const period = checkPeriod(asked ?? academicYearAt(world.clock.now()));
    const roster = world.ids.next('roster');
    world.store.run(
      `INSERT INTO issuer_roster (roster, school, period, imported_at, encoding, accepted, rejected)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
      roster,
      school,
      period,
      world.clock.now(),
      encoding,
      rows.length,
      rejected.length,
    );
    for (const row of rows) storeStudent(world, { school, roster, period, row });
    emit(world, 'roster.imported', {
      school,
      roster,
      accepted: rows.length,
      rejected: rejected.map(({ line, column, code }) => ({ line, column, code })),
      mapped,
    });
    return { roster, period };
  },
);

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
export async function importRoster(
  world: RunningWorld,
  given: { readonly school: string; readonly period?: string | undefined; readonly bytes: Uint8Array },
): Promise<ImportedRoster> {
  schoolOf(world, given.school);
  const { addressTypos } = world.parameters('issuer', issuerDefaults);
  const { encoding, rows, rejected, warnings, mapped } = parseRoster(given.bytes, addressTypos);
  const imported = await world.perform(importRows, {
    school: given.school,
    period: given.period ?? null,
    encoding,
    rows,
    rejected: rejected.map(({ line, column, code }) => ({ line, column, code })),
    mapped: mapped.reduce((sum, { addresses }) => sum + addresses, 0),
  });
  return { ...imported, accepted: rows.length, rejected, warnings, mapped, encoding };
}

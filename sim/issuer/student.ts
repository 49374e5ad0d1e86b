import { ServiceError } from '../errors/index.ts';
import type { World } from '../kernel/index.ts';

/** A student as the latest roster has them. */
export interface Student {
  readonly school: string;
  readonly studentNumber: string;
  readonly period: string;
  /** Pseudonym, `urn:uuid:…`: the same in every credential of this student. */
  readonly subject: string;
  readonly name: string;
  readonly nameKana: string | null;
  readonly address: string;
  readonly faculty: string | null;
}

const columns = `school, student_number AS studentNumber, period, subject, name, name_kana AS nameKana, address, faculty`;

export function findStudent(world: World, school: string, studentNumber: string): Student | undefined {
  return world.store.get<Student>(
    `SELECT ${columns} FROM issuer_student WHERE school = ? AND student_number = ?`,
    school,
    studentNumber,
  );
}

/** Throws ServiceError `student-not-on-roster`. */
export function studentOf(world: World, school: string, studentNumber: string): Student {
  const student = findStudent(world, school, studentNumber);
  if (student === undefined) throw new ServiceError('student-not-on-roster', { studentNumbers: studentNumber });
  return student;
}

/** How many students the rosters of a period list; a later period's roster takes nobody out. */
export function studentCount(world: World, school: string, period: string): number {
  return (
    world.store.get<{ n: number }>(
      'SELECT count(*) AS n FROM issuer_roster_member WHERE school = ? AND period = ?',
      school,
      period,
    )?.n ?? 0
  );
}

/** The period of the school's newest roster. */
export function latestPeriod(world: World, school: string): string | undefined {
  return world.store.get<{ period: string }>(
    'SELECT period FROM issuer_roster WHERE school = ? ORDER BY imported_at DESC, length(roster) DESC, roster DESC LIMIT 1',
    school,
  )?.period;
}

export function changeAddress(world: World, student: Student, address: string): void {
  world.store.run(
    'UPDATE issuer_student SET address = ? WHERE school = ? AND student_number = ?',
    address,
    student.school,
    student.studentNumber,
  );
}

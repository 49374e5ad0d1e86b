import { ServiceError } from '../errors/index.ts';
import { emit } from '../events/index.ts';
import { command, formatInstant, type Instant, type World } from '../kernel/index.ts';
import { academicYearAt, academicYearBounds, checkPeriod } from './academic-year.ts';
import { schoolOf } from './school.ts';
import { findStudent, latestPeriod, studentCount } from './student.ts';

export type IssuanceState = 'scheduled' | 'running' | 'interrupted' | 'finished';

export interface Issuance {
  readonly issuance: string;
  readonly school: string;
  readonly period: string;
  readonly at: Instant;
  readonly state: IssuanceState;
  /** The students that a clerk named, as JSON; null means everyone on the period's roster at the time. */
  readonly studentNumbers: string | null;
  /** A fault: how many more may be issued before the batch breaks off. */
  readonly interruptAfter: number | null;
}

/** Throws ServiceError `issuance-unknown`; for another school's too, when `school` is given. */
export function issuanceOf(world: World, issuance: string, school?: string): Issuance {
  const found = world.store.get<Issuance>(
    `SELECT issuance, school, period, at, state, student_numbers AS studentNumbers, interrupt_after AS interruptAfter
     FROM issuer_issuance WHERE issuance = ?`,
    issuance,
  );
  if (found === undefined || (school !== undefined && found.school !== school)) {
    throw new ServiceError('issuance-unknown');
  }
  return found;
}

export function setIssuanceState(world: World, issuance: string, state: IssuanceState): void {
  world.store.run('UPDATE issuer_issuance SET state = ? WHERE issuance = ?', state, issuance);
}

type Asked = {
  readonly school: string;
  /** That of the school's newest roster when null. */
  readonly period: string | null;
  /** Epoch ms; now when null. */
  readonly at: Instant | null;
  /** Everyone on the period's roster when null; may name students whose row came with another period's roster. */
  readonly studentNumbers: readonly string[] | null;
};

/**
 * Lets student IDs be issued at an instant. Throws ServiceError `school-unknown`, `period-invalid`, `period-over`,
 * `issuance-in-the-past`, `period-without-roster`, `student-not-on-roster`.
 */
export const scheduleIssuance = command<Asked, { readonly issuance: string }>(
  'issuer.scheduleIssuance',
  (world, asked) => {
    const { school } = asked;
    schoolOf(world, school);
    const now = world.clock.now();
    const at = asked.at ?? now;
    if (at < now) throw new ServiceError('issuance-in-the-past', { now: formatInstant(now) });
    const period = checkPeriod(asked.period ?? latestPeriod(world, school) ?? academicYearAt(now));
    if (at >= academicYearBounds(period).until) throw new ServiceError('period-over', { period });
    checkStudents(world, school, period, asked.studentNumbers);
    const issuance = world.ids.next('issue');
    world.store.run(
      `INSERT INTO issuer_issuance (issuance, school, period, at, state, student_numbers, interrupt_after)
       VALUES (?, ?, ?, ?, 'scheduled', ?, (SELECT interrupt_after FROM issuer_school WHERE slug = ?))`,
      issuance,
      school,
      period,
      at,
      asked.studentNumbers === null ? null : JSON.stringify([...new Set(asked.studentNumbers)]),
      school,
    );
    world.store.run('UPDATE issuer_school SET interrupt_after = NULL WHERE slug = ?', school);
    world.timers.schedule('issuer.issue', at, { issuance });
    emit(world, 'issuance.scheduled', { school, issuance, at: formatInstant(at) });
    return { issuance };
  },
);

function checkStudents(world: World, school: string, period: string, named: readonly string[] | null): void {
  if (named === null) {
    if (studentCount(world, school, period) === 0) {
      throw new ServiceError('period-without-roster', { period });
    }
    return;
  }
  const absent = named.filter((studentNumber) => findStudent(world, school, studentNumber) === undefined);
  if (named.length === 0 || absent.length > 0) {
    throw new ServiceError('student-not-on-roster', { studentNumbers: absent.slice(0, 20).join(', ') || '-' });
  }
}

/**
 * Lets an interrupted batch go on with the students that it left waiting. Any other is left as it is, so that asking
 * twice does no harm. Throws ServiceError `issuance-unknown`.
 */
export const resumeIssuance = command<
  { readonly school: string; readonly issuance: string },
  { readonly issuance: string }
>('issuer.resumeIssuance', (world, { school, issuance }) => {
  if (issuanceOf(world, issuance, school).state === 'interrupted') {
    setIssuanceState(world, issuance, 'running');
    world.timers.schedule('issuer.issue', world.clock.now(), { issuance });
    emit(world, 'issuance.resumed', { issuance });
  }
  return { issuance };
});

/**
 * The seam of a fault: the batch, or the school's next one, breaks off after `count` more students.
 * Throws ServiceError `issuance-unknown`, `school-unknown`.
 */
export const interruptAfter = command<
  { readonly issuance?: string; readonly school?: string; readonly count: number },
  void
>('issuer.interruptAfter', (world, { issuance, school, count }) => {
  if (issuance !== undefined) {
    issuanceOf(world, issuance);
    world.store.run('UPDATE issuer_issuance SET interrupt_after = ? WHERE issuance = ?', count, issuance);
  } else {
    const { slug } = schoolOf(world, school ?? '');
    world.store.run('UPDATE issuer_school SET interrupt_after = ? WHERE slug = ?', count, slug);
  }
});

export interface IssuanceProgress {
  readonly issuance: string;
  readonly period: string;
  readonly at: string;
  readonly state: IssuanceState;
  readonly issued: number;
  /** Students who had a credential of the period already. */
  readonly skipped: number;
  readonly remaining: number;
  /** Students whom nothing was issued to, with the code of the reason. */
  readonly failed: readonly { readonly studentNumber: string; readonly code: string }[];
}

/** Throws ServiceError `issuance-unknown`. */
export function issuanceProgress(world: World, school: string, id: string): IssuanceProgress {
  const { issuance, period, at, state, studentNumbers } = issuanceOf(world, id, school);
  const count = outcomeCounts(world, issuance);
  const planned = (): number =>
    studentNumbers === null ? studentCount(world, school, period) : (JSON.parse(studentNumbers) as string[]).length;
  return {
    issuance,
    period,
    at: formatInstant(at),
    state,
    issued: count('issued'),
    skipped: count('skipped'),
    remaining: state === 'scheduled' ? planned() : count('waiting'),
    failed: world.store.all(
      `SELECT student_number AS studentNumber, code FROM issuer_issuance_row
       WHERE issuance = ? AND outcome = 'failed' ORDER BY position`,
      issuance,
    ),
  };
}

export function outcomeCounts(world: World, issuance: string): (outcome: string) => number {
  const rows = world.store.all<{ outcome: string; n: number }>(
    'SELECT outcome, count(*) AS n FROM issuer_issuance_row WHERE issuance = ? GROUP BY outcome',
    issuance,
  );
  return (outcome) => rows.find((row) => row.outcome === outcome)?.n ?? 0;
}

import { ServiceError } from '../errors/index.ts';
import { emit } from '../events/index.ts';
import type { World } from '../kernel/index.ts';
import { standingCredential } from './credential-record.ts';
import { type Issuance, issuanceOf, outcomeCounts, setIssuanceState } from './issuance.ts';
import { issueCredential } from './issue-credential.ts';
import { sendNotice } from './notice.ts';
import { issuerDefaults } from './parameters.ts';
import { studentOf } from './student.ts';

interface WaitingRow {
  readonly position: number;
  readonly studentNumber: string;
}

/**
 * Issues to the next few students of a batch and sets the timer for the rest. A turn is one transaction: a crash leaves
 * whole students, and the timer still waiting.
 */
export async function issueNext(world: World, { issuance: id }: { readonly issuance: string }): Promise<void> {
  const { rowsPerTurn, turnPauseMs } = world.parameters('issuer', issuerDefaults);
  if (issuanceOf(world, id).state === 'scheduled') start(world, issuanceOf(world, id));
  const issuance = issuanceOf(world, id);
  if (issuance.state !== 'running') return;
  // One row more than the turn takes tells whether another turn is needed.
  const waiting = world.store.all<WaitingRow>(
    `SELECT position, student_number AS studentNumber FROM issuer_issuance_row
     WHERE issuance = ? AND outcome = 'waiting' ORDER BY position LIMIT ?`,
    id,
    rowsPerTurn + 1,
  );
  let mayIssue = issuance.interruptAfter ?? Number.POSITIVE_INFINITY;
  for (const row of waiting.slice(0, rowsPerTurn)) {
    if (mayIssue <= 0) return interrupt(world, id);
    const outcome = await issueRow(world, issuance, row);
    if (outcome === 'issued') mayIssue -= 1;
  }
  if (waiting.length > rowsPerTurn) {
    if (mayIssue <= 0) return interrupt(world, id);
    if (issuance.interruptAfter !== null) {
      world.store.run('UPDATE issuer_issuance SET interrupt_after = ? WHERE issuance = ?', mayIssue, id);
    }
    world.timers.schedule('issuer.issue', world.clock.now() + turnPauseMs, { issuance: id });
    return;
  }
  setIssuanceState(world, id, 'finished');
  const count = outcomeCounts(world, id);
  emit(world, 'issuance.finished', { issuance: id, issued: count('issued'), skipped: count('skipped') });
}

/** Who is issued to is settled now, so that corrections of the roster up to the set time count. */
function start(world: World, { issuance, school, period, studentNumbers }: Issuance): void {
  if (studentNumbers === null) {
    world.store.run(
      `INSERT INTO issuer_issuance_row (issuance, position, student_number, outcome)
       SELECT ?, row_number() OVER (ORDER BY student_number) - 1, student_number, 'waiting'
       FROM issuer_roster_member WHERE school = ? AND period = ?`,
      issuance,
      school,
      period,
    );
  } else {
    world.store.run(
      `INSERT INTO issuer_issuance_row (issuance, position, student_number, outcome)
       SELECT ?, key, value, 'waiting' FROM json_each(?)`,
      issuance,
      studentNumbers,
    );
  }
  setIssuanceState(world, issuance, 'running');
}

function interrupt(world: World, issuance: string): void {
  world.store.run(
    "UPDATE issuer_issuance SET state = 'interrupted', interrupt_after = NULL WHERE issuance = ?",
    issuance,
  );
  const count = outcomeCounts(world, issuance);
  emit(world, 'issuance.interrupted', { issuance, issued: count('issued'), remaining: count('waiting') });
}

/** Everything of one student, or nothing and the reason: the others of the batch do not suffer for one bad row. */
async function issueRow(
  world: World,
  { issuance, school, period }: Issuance,
  { position, studentNumber }: WaitingRow,
): Promise<'issued' | 'skipped' | 'failed'> {
  const settle = (outcome: 'issued' | 'skipped' | 'failed', code: string | null): typeof outcome => {
    world.store.run(
      'UPDATE issuer_issuance_row SET outcome = ?, code = ? WHERE issuance = ? AND position = ?',
      outcome,
      code,
      issuance,
      position,
    );
    return outcome;
  };
  // Issuing is idempotent by (school, student number, period).
  if (standingCredential(world, { school, studentNumber, period }) !== undefined) return settle('skipped', null);
  world.store.run('SAVEPOINT issuer_row');
  try {
    sendNotice(world, await issueCredential(world, studentOf(world, school, studentNumber), period), 'issue');
    world.store.run('RELEASE issuer_row');
    return settle('issued', null);
  } catch (error) {
    world.store.run('ROLLBACK TO issuer_row');
    world.store.run('RELEASE issuer_row');
    // A limit of the run is no fault of the student.
    if (!(error instanceof ServiceError) || error.code === 'event-limit') throw error;
    emit(world, 'issuance.row-failed', { issuance, studentNumber, code: error.code });
    return settle('failed', error.code);
  }
}

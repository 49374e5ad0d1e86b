import { emit } from '../events/index.ts';
import { formatInstant, parseInstant, type World } from '../kernel/index.ts';
import { addressKey } from '../mail/index.ts';
import { secureCredential, signingKeyOf } from '../proof/index.ts';
import { noteAchievement } from './achievement.ts';
import { type CredentialRecord, credentialOf } from './credential-record.ts';
import { openClaimWindow } from './notice.ts';
import { schoolOf } from './school.ts';
import { currentKey } from './school-key.ts';
import { takeStatusEntry } from './status-entry.ts';
import type { Student } from './student.ts';
import { studentIdCredential } from './student-id-credential.ts';

/**
 * Signs and keeps a credential of the student as the roster has them now, and opens its claim window; the mail is the
 * caller's. Throws ServiceError `credential-invalid`, also for a period that is over.
 */
export async function issueCredential(world: World, student: Student, period: string): Promise<CredentialRecord> {
  const school = schoolOf(world, student.school);
  const status = takeStatusEntry(world, student.school);
  const vc = studentIdCredential(world, { school, student, period, status });
  noteAchievement(world, student.school, student.faculty);
  const key = signingKeyOf(currentKey(world, student.school));
  const now = world.clock.now();
  const { secured, mediaType, way } = await secureCredential(vc, key, { mechanism: school.mechanism, created: now });
  const credential = world.ids.next('cred');
  const validUntil = parseInstant(vc.validUntil) ?? now;
  world.store.run(
    `INSERT INTO issuer_credential
       (credential, urn, school, student_number, period, recipient_name, address, address_key, state, since, key_id,
        issued_at, valid_until, claim_until, round, status_list, status_index)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'issued', ?, ?, ?, ?, ?, 0, ?, ?)`,
    credential,
    vc.id,
    student.school,
    student.studentNumber,
    period,
    student.name,
    student.address,
    addressKey(student.address),
    now,
    key.kid,
    now,
    validUntil,
    validUntil,
    status.list,
    status.index,
  );
  world.store.run(
    'INSERT INTO issuer_secured (credential, secured, media_type) VALUES (?, ?, ?)',
    credential,
    secured,
    mediaType,
  );
  world.timers.schedule('issuer.endValidity', validUntil, { credential });
  emit(world, 'credential.issued', {
    credential,
    school: student.school,
    studentNumber: student.studentNumber,
    period,
    validFrom: vc.validFrom,
    validUntil: formatInstant(validUntil),
    proof: school.mechanism,
    ...(way !== undefined && { way }),
    keyId: key.kid,
  });
  return openClaimWindow(world, credentialOf(world, credential));
}

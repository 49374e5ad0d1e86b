import { type StudentId, studentIdOf, type VcJwtPayload } from '../../proof/index.ts';
import { type Check, fails, holds } from '../check.ts';

const name = { id: 'student-id', clause: 'OB 3.0 §B.1.1' };

/** The credential is a student ID, and not another badge of the same school. */
export function checkStudentId(payload: VcJwtPayload): { readonly check: Check; readonly studentId?: StudentId } {
  const studentId = readStudentId(payload);
  if (studentId === undefined || payload.credentialSubject.achievement.achievementType !== 'Membership') {
    return {
      check: fails(name, 'not-a-student-id', {
        ja: '学生証ではないオープンバッジです。',
        en: 'This open badge is not a student ID.',
      }),
    };
  }
  return { check: holds(name, { ja: '学生証です。', en: 'The credential is a student ID.' }), studentId };
}

function readStudentId(payload: VcJwtPayload): StudentId | undefined {
  try {
    return studentIdOf(payload);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

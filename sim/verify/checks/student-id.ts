import { type AchievementCredential, type StudentId, studentIdOf } from '../../proof/index.ts';
import { type Check, fails, holds } from '../check.ts';

const name = { id: 'student-id', clause: 'OB 3.0 §B.1.1' };

/** The credential is a student ID, and not another badge of the same school. */
export function checkStudentId(credential: AchievementCredential): {
  readonly check: Check;
  readonly studentId?: StudentId;
} {
  const studentId = readStudentId(credential);
  if (studentId === undefined || credential.credentialSubject.achievement.achievementType !== 'Membership') {
    return {
      check: fails(name, 'not-a-student-id', {
        ja: '学生証ではないオープンバッジです。',
        en: 'This open badge is not a student ID.',
      }),
    };
  }
  return { check: holds(name, { ja: '学生証です。', en: 'The credential is a student ID.' }), studentId };
}

function readStudentId(credential: AchievementCredential): StudentId | undefined {
  try {
    return studentIdOf(credential);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

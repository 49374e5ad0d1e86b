import { formatInstant, type Instant, type World } from '../kernel/index.ts';
import { type AchievementCredential, hashedAddress, plainIdentity } from '../proof/index.ts';
import { academicYearBounds } from './academic-year.ts';
import { achievementName, achievementOf } from './achievement.ts';
import { profileOf, type School } from './school.ts';
import { credentialStatusOf, type StatusEntry } from './status-entry.ts';
import type { Student } from './student.ts';

/**
 * The credential of a student and a period, valid from now, or from the period's first day, to its last second. Draws
 * its id and its salt: only inside a command.
 */
export function studentIdCredential(
  world: World,
  {
    school,
    student,
    period,
    status,
  }: { readonly school: School; readonly student: Student; readonly period: string; readonly status: StatusEntry },
): AchievementCredential {
  const { from, until } = academicYearBounds(period);
  const salt = world.random.bytes('issuer/salt', 16).toString('base64url');
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
    id: `urn:uuid:${world.random.uuid('issuer/credential')}`,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: `${achievementName.ja}（シミュレーション） / ${achievementName.en} (simulation)`,
    description:
      'シミュレーション用です。実在の学生・学校の証明にはなりません。 / Part of a simulation: it proves nothing about anyone real.',
    issuer: profileOf(school),
    validFrom: formatInstant(wholeSecond(Math.max(world.clock.now(), from))),
    validUntil: formatInstant(until),
    credentialSubject: {
      id: student.subject,
      type: ['AchievementSubject'],
      identifier: [
        plainIdentity('sisSourcedId', student.studentNumber),
        plainIdentity('name', student.name),
        ...(student.nameKana === null ? [] : [plainIdentity('ext:nameKana', student.nameKana)]),
        hashedAddress(student.address, salt),
      ],
      term: period,
      achievement: achievementOf(school, student.faculty),
    },
    credentialStatus: credentialStatusOf(world, school.slug, status),
  };
}

/** JWT claims count whole seconds, and a claim must equal its property. */
function wholeSecond(instant: Instant): Instant {
  return Math.floor(instant / 1_000) * 1_000;
}

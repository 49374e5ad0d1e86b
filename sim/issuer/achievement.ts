import { ServiceError } from '../errors/index.ts';
import { remembered, type World } from '../kernel/index.ts';
import type { Achievement, Profile } from '../proof/index.ts';
import { profileOf, type School, schoolOf } from './school.ts';

/** What the ID attests, as lists and the wallet name it. */
export const achievementName = { ja: 'スマート学生証', en: 'Smart student ID' } as const;

/** Being a member of the school, or of one faculty of it: each is an achievement of its own. */
export function achievementOf(school: School, faculty: string | null): Achievement {
  const id = `${school.id}/achievements/student-id`;
  return {
    id: faculty === null ? id : `${id}?faculty=${encodeURIComponent(faculty)}`,
    type: ['Achievement'],
    // OB 3.0 "AchievementType" has no value for a student ID: membership comes nearest.
    achievementType: 'Membership',
    name: `${achievementName.ja} / ${achievementName.en}`,
    description: `${school.name.ja}に在籍する学生であること。 / Being a student of ${school.name.en}.`,
    criteria: { narrative: '学校の名簿に載っていること。 / Being on the roster of the school.' },
    ...(faculty !== null && { fieldOfStudy: faculty }),
  };
}

/** The faculties whose members were issued an ID, in the order of their names. */
export const facultiesOf = remembered(['issuer_achievement'], (world: World, school): readonly string[] =>
  world.store
    .all<{ faculty: string }>('SELECT faculty FROM issuer_achievement WHERE school = ? ORDER BY faculty', school)
    .map(({ faculty }) => faculty),
);

/** Remembers that the school issues for this faculty, if it has faculties. Only inside a command. */
export function noteAchievement(world: World, school: string, faculty: string | null): void {
  if (faculty === null || facultiesOf(world, school).includes(faculty)) return;
  world.store.run('INSERT INTO issuer_achievement (school, faculty) VALUES (?, ?)', school, faculty);
}

/** An achievement as its URL answers: JSON-LD of its own, with who made it. */
export interface SchoolAchievement extends Achievement {
  readonly '@context': readonly string[];
  readonly creator: Profile;
}

/**
 * The achievement that credentials of the school name. Only of faculties that something was issued for: nobody else's
 * words stand at the school's address. Throws ServiceError `school-unknown`, `achievement-unknown`.
 */
export function schoolAchievement(world: World, slug: string, faculty: string | null): SchoolAchievement {
  const school = schoolOf(world, slug);
  if (faculty !== null && !facultiesOf(world, slug).includes(faculty)) throw new ServiceError('achievement-unknown');
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
    ...achievementOf(school, faculty),
    creator: profileOf(school),
  };
}

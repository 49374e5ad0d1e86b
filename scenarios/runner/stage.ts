import { createDirectHandset, createHandset } from '#drivers/direct';
import type { Handset } from '#drivers/handset';
import { offer } from '#mocks/app-store';
import { createMailbox } from '#mocks/mailbox';
import { createSchoolDesk, createSupportDesk, type Desk } from '#mocks/school';
import { ServiceError } from '#sim/errors';
import { addSchool } from '#sim/issuer';
import { type Fetch, origins, type RunningWorld, simulatedDomainSuffix } from '#sim/kernel';
import { createCounter, createGate, type Verifier } from '#sim/verify';
import type { ResolvedCast, ResolvedHandset, ResolvedStudent } from '../library/cast/index.ts';
import type { Play, PlayedSchool, PlayedStudent } from '../steps/index.ts';
import { keep, keptValue, recordEvent } from './play-module.ts';
import { enrol, playedSchool } from './played-school.ts';
import { serveInProcess } from './services.ts';

/** A password that meets the wallet's conditions, for students whose scenario does not care. */
const usualPassword = 'Gakusei2026!';

/**
 * Puts the cast into a new world: schools with their rosters, mailboxes, handsets, a gate, a counter and two desks.
 * Throws ServiceError when a setting of the cast is none of the provider's or the device's.
 */
export async function setStage(world: RunningWorld, cast: ResolvedCast): Promise<Play> {
  const fetch = serveInProcess(world);
  const schools = new Map<string, PlayedSchool>();
  for (const school of cast.schools) {
    await world.perform(addSchool, { slug: school.slug, name: { ...school.name } });
    schools.set(school.key, playedSchool(world, fetch, school));
  }
  const students = new Map<string, PlayedStudent>();
  for (const student of cast.students) {
    const school = member(schools, student.school, 'school');
    students.set(student.key, await playedStudent(world, fetch, student, school));
  }
  for (const [key, school] of schools)
    await enrol(
      school,
      cast.students.filter((student) => student.school === key),
    );
  const verifier = (name: string): Verifier => ({
    name,
    trustedIssuers: [...schools.values()].map(({ slug }) => `${origins.issuer}/schools/${slug}`),
  });
  return {
    world,
    fetch,
    gate: createGate(world, { fetch }, verifier('main-gate')),
    counter: createCounter(world, { fetch }, verifier('student-counter')),
    school: (name) => member(schools, name, 'school'),
    student: (name) => member(students, name, 'student'),
    students: [...students.values()],
    ask: (student, party, about) =>
      deskOf(world, fetch, student, party).ask(about, { studentNumber: student.studentNumber }),
    async keep(name, value, what) {
      await world.perform(keep, { name, value: JSON.stringify(value), what });
    },
    kept(name) {
      const value = keptValue(world, name);
      if (value === undefined) throw new ServiceError('name-not-kept', { name });
      return value;
    },
    record: (type, data) => recordEvent(world, type, data),
  };
}

function deskOf(world: RunningWorld, fetch: Fetch, student: PlayedStudent, party: 'school' | 'lecos'): Desk {
  return party === 'school'
    ? createSchoolDesk(world, { fetch }, { school: student.school.slug })
    : createSupportDesk(world);
}

/** The one member, or the one of that name. */
function member<Member>(
  members: ReadonlyMap<string, Member>,
  name: string | undefined,
  role: 'school' | 'student',
): Member {
  const names = [...members.keys()].join(', ') || '-';
  const [only] = members.values();
  if (name === undefined) {
    if (only === undefined || members.size > 1) throw new ServiceError('cast-ambiguous', { role, names });
    return only;
  }
  const found = members.get(name);
  if (found === undefined) throw new ServiceError('cast-unknown-member', { role, name, names });
  return found;
}

async function playedStudent(
  world: RunningWorld,
  fetch: Fetch,
  student: ResolvedStudent,
  school: PlayedSchool,
): Promise<PlayedStudent> {
  const own = { address: student.address, provider: student.provider, settings: student.mailbox };
  for (const { address, provider, settings } of [own, ...student.otherMailboxes]) {
    await world.perform(createMailbox, { address: address + simulatedDomainSuffix, provider, settings });
  }
  const handsets = new Map<string, Handset>();
  const devices: readonly [string, ResolvedHandset | undefined][] = [
    ['phone', student.handset],
    ...Object.entries(student.otherHandsets),
  ];
  for (const [name, device] of devices) {
    if (device === undefined) continue;
    const { platform, version, form, model } = device;
    const id = await world.perform(createHandset, { platform, version, form, model });
    handsets.set(name, createDirectHandset(world, { fetch, storeOffers: offer }, id));
  }
  return {
    key: student.key,
    school,
    name: student.name,
    studentNumber: student.studentNumber,
    address: student.address + simulatedDomainSuffix,
    password: usualPassword,
    handset(name = 'phone') {
      const found = handsets.get(name);
      if (found === undefined) {
        throw new ServiceError('cast-unknown-member', {
          role: 'handset',
          name,
          names: [...handsets.keys()].join(', ') || '-',
        });
      }
      return found;
    },
  };
}

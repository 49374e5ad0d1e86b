import { createHandset } from '#drivers/direct';
import type { Handset } from '#drivers/handset';
import { createMailbox } from '#mocks/mailbox';
import { createSchoolDesk, createSupportDesk, type Desk } from '#mocks/school';
import { type Bilingual, ServiceError } from '#sim/errors';
import { isOffline } from '#sim/faults';
import { addSchool, findStudent } from '#sim/issuer';
import { type Fetch, type RunningWorld, simulatedDomainSuffix } from '#sim/kernel';
import { addressKey } from '#sim/mail';
import { createCounter, createGate, type Verifier } from '#sim/verify';
import { deviceWords, providerWords } from '../language/index.ts';
import type { Provider, ResolvedCast, ResolvedSchool, ResolvedStudent } from '../library/cast/index.ts';
import type { Play, PlayedSchool, PlayedStudent } from '../steps/index.ts';
import { directStage } from './direct-lane.ts';
import { createDirectMailApp } from './direct-mail-app.ts';
import { fetchScans } from './fetch-scans.ts';
import type { LaneStage } from './lane.ts';
import { handsetsOf, join, keep, keptValue, recordEvent } from './play-module.ts';
import { enrol, playedSchool } from './played-school.ts';

/** A password that meets the wallet's conditions, for students whose scenario does not care. */
const usualPassword = 'Gakusei2026!';

/**
 * Puts the cast into a new world: schools with their rosters, mailboxes and handsets. The lane's stage is how its people
 * reach the world. Throws ServiceError when a setting of the cast is none of the provider's or the device's.
 */
export async function setStage(
  world: RunningWorld,
  cast: ResolvedCast,
  lane: LaneStage = directStage(world),
): Promise<Play> {
  for (const school of cast.schools) {
    await world.perform(addSchool, {
      slug: school.slug,
      name: { ...school.name },
      ...(school.proof !== undefined && { mechanism: school.proof }),
    });
    await world.perform(join, { role: 'school', name: school.key, description: { ...school.name }, handsets: {} });
  }
  for (const student of cast.students) await equip(world, student);
  const play = stageOf(world, cast, lane);
  for (const school of cast.schools) {
    const rows = cast.students.flatMap((student) => (student.school === school.key ? (student.roster ?? []) : []));
    await enrol(play.school(school.key), rows);
  }
  return play;
}

/** The play over a world whose stage is set: the one just made, or a fork or a replay of it. */
export function stageOf(world: RunningWorld, cast: ResolvedCast, lane: LaneStage = directStage(world)): Play {
  const { fetch } = lane;
  world.attend(() => fetchScans(world, fetch));
  const schools = new Map(cast.schools.map((school) => [school.key, playedSchool(world, fetch, school)]));
  const students = new Map(
    cast.students.map((student) => [
      student.key,
      playedStudent(world, lane, student, member(schools, student.school, 'school')),
    ]),
  );
  const trustedIssuers = cast.schools
    .filter(({ isKnownAtGate }) => isKnownAtGate)
    .map(({ slug }: ResolvedSchool) => `${world.origins.issuer}/schools/${slug}`);
  const verifier = (name: string): Verifier => ({ name, trustedIssuers });
  return {
    world,
    fetch,
    gate: createGate(world, { fetch: fetchOf(world, fetch, 'gate') }, verifier('main-gate')),
    counter: createCounter(world, { fetch: fetchOf(world, fetch, 'counter') }, verifier('student-counter')),
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

/** The network of a gate or a counter: as everyone's, unless the fault is on that takes it away. */
function fetchOf(world: RunningWorld, fetch: Fetch, verifier: 'gate' | 'counter'): Fetch {
  return async (url, request) => {
    // https://fetch.spec.whatwg.org/#fetch-method
    if (isOffline(world, verifier)) throw new TypeError(`fetch failed: the ${verifier} has no network`);
    return fetch(url, request);
  };
}

function deskOf(world: RunningWorld, fetch: Fetch, student: PlayedStudent, party: 'school' | 'lecos'): Desk {
  return party === 'school'
    ? createSchoolDesk(world, { fetch }, { school: student.school.slug })
    : createSupportDesk(world);
}

const roles = {
  school: { ja: '学校', en: 'school' },
  student: { ja: '学生', en: 'student' },
  handset: { ja: '端末', en: 'device' },
  mailbox: { ja: 'メールボックス', en: 'mailbox' },
} as const;

/** The one member, or the one of that name. Throws ServiceError `cast-ambiguous`, `cast-unknown-member`. */
function member<Member>(
  members: ReadonlyMap<string, Member>,
  name: string | undefined,
  role: keyof typeof roles,
): Member {
  const names = [...members.keys()].join(', ') || '-';
  const { ja: roleJa, en: roleEn } = roles[role];
  const [only] = members.values();
  if (name === undefined) {
    if (only === undefined || members.size > 1) throw new ServiceError('cast-ambiguous', { roleJa, roleEn, names });
    return only;
  }
  const found = members.get(name);
  if (found === undefined) throw new ServiceError('cast-unknown-member', { roleJa, roleEn, name, names });
  return found;
}

/** Gives a student the mailboxes and the devices that the cast says. */
async function equip(world: RunningWorld, student: ResolvedStudent): Promise<void> {
  const own = { address: student.address, provider: student.provider, settings: student.mailbox };
  for (const { address, provider, settings } of [own, ...student.otherMailboxes]) {
    await world.perform(createMailbox, { address: address + simulatedDomainSuffix, provider, settings });
  }
  const phone = student.handset === undefined ? {} : { phone: student.handset };
  const handsets: { [name: string]: string } = {};
  for (const [name, { settings, ...device }] of Object.entries({ ...phone, ...student.otherHandsets })) {
    const { appVersion, oldBadge, ...store } = settings;
    const apps = [
      ...(appVersion === undefined ? [] : [{ app: 'wallet', version: appVersion }]),
      ...(oldBadge === undefined ? [] : [{ app: 'old-wallet', version: '5.1', badges: [oldBadge] }]),
    ];
    handsets[name] = await world.perform(createHandset, {
      ...device,
      ...(Object.keys(store).length > 0 && { store }),
      ...(apps.length > 0 && { apps }),
    });
  }
  const description = { ...describe(student) };
  await world.perform(join, { role: 'student', name: student.key, description, handsets });
}

/** `見本 花子（ドコモ、Android 13）` */
function describe({ name, provider, handset }: ResolvedStudent): Bilingual {
  const mail = providerWords[provider as Provider];
  const device = handset === undefined ? { ja: '端末なし', en: 'no device' } : deviceWords(handset);
  return { ja: `${name}（${mail.ja}、${device.ja}）`, en: `${name} (${mail.en}, ${device.en})` };
}

function playedStudent(
  world: RunningWorld,
  lane: LaneStage,
  student: ResolvedStudent,
  school: PlayedSchool,
): PlayedStudent {
  const handsets = new Map(handsetsOf(world, student.key).map(({ name, handset }) => [name, handset]));
  const handset = (name = 'phone'): Handset => lane.handset(member(handsets, name, 'handset'));
  const own = student.address + simulatedDomainSuffix;
  const others = student.otherMailboxes.map(
    (other) => [other.provider, other.address + simulatedDomainSuffix] as const,
  );
  // Of two at one provider the first is meant: that of the cast's own `provider` before the others.
  const mailboxes = new Map([...others.toReversed(), [student.provider, own]]);
  for (const id of handsets.values()) lane.setUp?.(id, { addresses: [own, ...others.map(([, address]) => address)] });
  const rosterAddress = (): string => {
    const onRoster = findStudent(world, school.slug, student.studentNumber)?.address ?? own;
    return [...mailboxes.values()].find((address) => addressKey(address) === addressKey(onRoster)) ?? own;
  };
  return {
    key: student.key,
    school,
    name: student.name,
    ownNumber: student.studentNumber,
    get studentNumber() {
      // Once a roster has the right number, the school goes by that.
      const isKnown = findStudent(world, school.slug, student.studentNumber) !== undefined;
      return isKnown ? student.studentNumber : (student.roster?.studentNumber ?? student.studentNumber);
    },
    get address() {
      return rosterAddress();
    },
    addressAt: (provider) => (provider === undefined ? rosterAddress() : member(mailboxes, provider, 'mailbox')),
    password: usualPassword,
    handset,
    mailApp(device) {
      // Whoever has no device of their own reads mail elsewhere, which no lane shows.
      if (device === undefined && !handsets.has('phone')) return createDirectMailApp(world, handset);
      return lane.mailApp(member(handsets, device ?? 'phone', 'handset'));
    },
  };
}

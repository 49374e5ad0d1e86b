import type { Static } from 'typebox';
import type { Json } from '#sim/kernel';
import type { SecuringMechanism } from '#sim/proof';
import type { CastMember } from './cast-member.ts';
import type { schoolMember, studentMember } from './cast-schema.ts';
import { generateStudent } from './generated-student.ts';
import { handsets } from './handsets.ts';
import { providerDomains } from './providers.ts';
import type {
  ResolvedCast,
  ResolvedHandset,
  ResolvedRosterRow,
  ResolvedSchool,
  ResolvedStudent,
} from './resolved-cast.ts';
import type { Row } from './row.ts';
import { schools } from './schools.ts';
import { type Student, students } from './students.ts';
import { substitute } from './substitute.ts';

interface Castable {
  readonly seed: number;
  readonly cast: Readonly<Record<string, CastMember>>;
}

type SchoolMember = Static<typeof schoolMember>;
type StudentMember = Static<typeof studentMember>;
type Settings = { readonly [name: string]: Json };

/** A device as a scenario writes it: a key of the library, or what differs from one. */
export type HandsetValue = string | (Partial<ResolvedHandset> & { readonly use?: string });

const standardSchool = 'mihon-university';
const standardHandset = 'android-13';

/**
 * Who plays one cell. The scenario comes from the parser or the builder, which know what may stand in a cast: a name that
 * the library does not have is a TypeError here.
 */
export function resolveCast(scenario: Castable, row: Row): ResolvedCast {
  const members = Object.entries(scenario.cast).map(
    ([key, member]) => [key, substitute(member as Json, row) as CastMember] as const,
  );
  const schoolsOfCast = members
    .filter(([, member]) => member.role === 'school')
    .map(([key, member]) => resolveSchool(key, member as SchoolMember));
  const studentsOfCast = members
    .filter(([, member]) => member.role === 'student')
    .map(([key, member], index) => {
      const { use } = member;
      const base =
        use === undefined || use === 'generated'
          ? generateStudent(scenario.seed, key, index)
          : entryOf<Student>(students, use);
      return resolveStudent(key, member as StudentMember, base, schoolsOfCast);
    });
  return { schools: schoolsOfCast, students: studentsOfCast };
}

function entryOf<Entry>(library: Readonly<Record<string, Entry>>, key: string): Entry {
  const entry = Object.hasOwn(library, key) ? library[key] : undefined;
  if (entry === undefined) throw new TypeError(`the cast library has no ${key}`);
  return entry;
}

function resolveSchool(key: string, member: SchoolMember): ResolvedSchool {
  const { use = standardSchool } = member;
  const base = entryOf<Pick<ResolvedSchool, 'name' | 'domain'>>(schools, use);
  return {
    key,
    slug: use,
    name: member.name ?? base.name,
    domain: member.domain ?? base.domain,
    isKnownAtGate: member.knownAtGate ?? true,
    ...(member.proof !== undefined && { proof: member.proof as SecuringMechanism }),
  };
}

function resolveStudent(
  key: string,
  member: StudentMember,
  base: Student,
  schoolsOfCast: readonly ResolvedSchool[],
): ResolvedStudent {
  const school = schoolsOfCast.find((candidate) => candidate.key === (member.school ?? candidate.key));
  if (school === undefined) throw new TypeError(`the cast has no school for ${key}`);
  const provider = member.provider ?? base.provider;
  const addressAt = (name: string): string => {
    // What a university's Microsoft 365 takes is the university's own domain.
    const domain = name === 'm365' ? school.domain : entryOf<string>(providerDomains, name);
    return `${base.localPart}@${domain}`;
  };
  const person = {
    name: member.name ?? base.name,
    kana: member.kana ?? base.kana,
    studentNumber: member.studentNumber ?? base.studentNumber,
    faculty: member.faculty ?? base.faculty,
    address: member.address ?? addressAt(provider),
  };
  return {
    key,
    ...person,
    school: school.key,
    ...(member.roster === 'none' ? {} : { roster: { ...person, ...(member.roster as Partial<ResolvedRosterRow>) } }),
    provider,
    mailbox: (member.mailbox ?? {}) as Settings,
    otherMailboxes: (member.otherMailboxes ?? []).map((other) => ({
      address: other.address ?? addressAt(other.provider),
      provider: other.provider,
      settings: (other.settings ?? {}) as Settings,
    })),
    ...(member.handset === 'none'
      ? {}
      : { handset: resolveHandset((member.handset ?? standardHandset) as HandsetValue) }),
    otherHandsets: Object.fromEntries(
      Object.entries(member.otherHandsets ?? {}).map(([name, value]) => [name, resolveHandset(value as HandsetValue)]),
    ),
  };
}

/** The device that a value of a scenario means; what it leaves open is that of `use`, or of an ordinary phone of its platform. */
export function resolveHandset(value: HandsetValue): ResolvedHandset {
  const written = typeof value === 'string' ? { use: value } : value;
  const { use, settings = {}, ...differing } = written;
  const base = entryOf<Omit<ResolvedHandset, 'settings'>>(handsets, use ?? ordinaryHandset(differing.platform));
  const isOther = use === undefined && Object.keys(differing).length > 0;
  const merged = { ...base, ...differing };
  // A device that was put together is no model of the library any more.
  const model = differing.model ?? (isOther ? `${merged.platform} ${merged.version} ${merged.form}` : base.model);
  return { ...merged, model, settings };
}

function ordinaryHandset(platform: ResolvedHandset['platform'] | undefined): keyof typeof handsets {
  switch (platform) {
    case 'iOS':
      return 'iphone-13';
    case 'Windows':
      return 'windows-pc';
    case 'ChromeOS':
      return 'chromebook';
    default:
      return standardHandset;
  }
}

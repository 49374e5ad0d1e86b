export type { CastMember } from './cast-member.ts';
export { schoolMember, studentMember } from './cast-schema.ts';
export { generateStudent } from './generated-student.ts';
export { type HandsetScreen, handsetScreens } from './handset-screens.ts';
export { handsets } from './handsets.ts';
export { type Provider, providerDomains } from './providers.ts';
export { type HandsetValue, resolveCast, resolveHandset } from './resolve-cast.ts';
export type {
  ResolvedCast,
  ResolvedHandset,
  ResolvedMailbox,
  ResolvedRosterRow,
  ResolvedSchool,
  ResolvedStudent,
} from './resolved-cast.ts';
export type { Row } from './row.ts';
export { schools } from './schools.ts';
export { students } from './students.ts';
export { nameOf, namesIn, substitute } from './substitute.ts';

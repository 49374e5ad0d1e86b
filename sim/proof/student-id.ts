import type { AchievementCredential, IdentityObject } from './credential-schema.ts';

/** What a student ID shows of its credential. */
export interface StudentId {
  /** The credential's own id, `urn:uuid:…`. */
  readonly credential: string;
  readonly name: string;
  readonly nameKana?: string;
  readonly studentNumber: string;
  readonly school: { readonly id: string; readonly name: string };
  readonly faculty?: string;
  /** The academic year, `2026`. */
  readonly period: string;
  /** RFC 3339. */
  readonly validFrom: string;
  readonly validUntil: string;
}

/** Reads the card from a verified payload of this issuer. Throws TypeError when it is no student ID. */
export function studentIdOf(credential: AchievementCredential): StudentId {
  const { identifier, achievement, term } = credential.credentialSubject;
  const identity = (type: IdentityObject['identityType']): string | undefined =>
    identifier.find(({ identityType }) => identityType === type)?.identityHash;
  const name = identity('name');
  const studentNumber = identity('sisSourcedId');
  if (name === undefined || studentNumber === undefined) throw new TypeError('the credential is no student ID');
  const nameKana = identity('ext:nameKana');
  return {
    credential: credential.id,
    name,
    ...(nameKana !== undefined && { nameKana }),
    studentNumber,
    school: { id: credential.issuer.id, name: credential.issuer.name },
    ...(achievement.fieldOfStudy !== undefined && { faculty: achievement.fieldOfStudy }),
    period: term,
    validFrom: credential.validFrom,
    validUntil: credential.validUntil,
  };
}

import { ServiceError } from '../errors/index.ts';
import { type Json, parseInstant } from '../kernel/index.ts';
import { achievementOf, badgeClassOf } from './badge-class.ts';
import { evidenceOfOb2, evidenceOfOb3 } from './evidence.ts';
import { imageOfOb2, imageOfOb3 } from './image.ts';
import { iriOf, type JsonObject, listOf, objectOf, present, textOf } from './json-object.ts';
import { profileOfOb2, profileOfOb3 } from './profile.ts';
import { identityOf, recipientOf } from './recipient.ts';

export const ob2Context = 'https://w3id.org/openbadges/v2';

export const ob3Contexts = [
  'https://www.w3.org/ns/credentials/v2',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
] as const;

/** The status of a credential whose assertion says of itself that it is revoked: no verifier takes it for good. */
const revokedStatus = 'urn:todoku:ob2:revoked';

/**
 * The AchievementCredential that says what an Assertion says, its BadgeClass and Issuer embedded; without what has no
 * home in OB 3.0. By the tables of https://www.imsglobal.org/spec/ob/v3p0/impl/#migrating-from-ob-2-0-ob-2-1-and-clr-1-0
 * and the two data models. Throws ServiceError `ob2-unfit` with the pointer to what is missing.
 */
export function credentialOf(assertion: JsonObject): JsonObject {
  const badge = required(objectOf(assertion.badge), '/badge');
  const issuer = required(objectOf(badge.issuer), '/badge/issuer');
  const achievement = achievementOf(badge);
  const profile = profileOfOb2(issuer);
  required(achievement.id, '/badge/id');
  required(achievement.name, '/badge/name');
  required(achievement.description, '/badge/description');
  required(profile.id, '/badge/issuer/id');
  const id = required(iriOf(assertion.id), '/id');
  const issuedOn = required(dateTimeOf(assertion.issuedOn), '/issuedOn');
  const identity = required(identityOf(assertion.recipient), '/recipient');
  return present({
    '@context': [...ob3Contexts],
    id,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: achievement.name,
    issuer: profile,
    validFrom: issuedOn,
    awardedDate: issuedOn,
    validUntil: dateTimeOf(assertion.expires),
    credentialSubject: present({
      type: ['AchievementSubject'],
      identifier: [identity],
      achievement,
      narrative: textOf(assertion.narrative),
      image: imageOfOb2(assertion.image),
    }),
    evidence: evidenceOfOb2(assertion.evidence),
    credentialStatus: assertion.revoked === true ? { id, type: revokedStatus } : undefined,
  });
}

/** The Assertion that says what a credential says, BadgeClass and Issuer embedded; without what has no home in OB 2.0. */
export function assertionOf(credential: JsonObject): JsonObject {
  const subject = objectOf(credential.credentialSubject) ?? {};
  const achievement = objectOf(subject.achievement);
  const badge = achievement && { ...badgeClassOf(achievement), issuer: profileOfOb3(credential.issuer) };
  const isRevoked = objectOf(credential.credentialStatus)?.type === revokedStatus;
  return present({
    '@context': ob2Context,
    id: textOf(credential.id),
    type: 'Assertion',
    recipient: recipientOf(subject),
    badge: badge && present(badge),
    issuedOn: textOf(credential.awardedDate) ?? textOf(credential.validFrom),
    expires: textOf(credential.validUntil),
    narrative: textOf(subject.narrative),
    image: imageOfOb3(subject.image),
    evidence: evidenceOfOb3(credential.evidence),
    revoked: isRevoked || undefined,
    verification: { type: /^https?:/.test(textOf(credential.id) ?? '') ? 'hosted' : 'signed' },
  });
}

/** Whether a document calls itself a credential of VCDM, or an OB 2.0 Assertion; undefined for anything else. */
export function versionOf(document: JsonObject): 'ob3' | 'ob2' | undefined {
  const types = listOf(document.type);
  if (types.includes('VerifiableCredential')) return 'ob3';
  return types.includes('Assertion') ? 'ob2' : undefined;
}

function required<Value>(value: Value | undefined, pointer: string): Value {
  if (value === undefined) throw new ServiceError('ob2-unfit', { pointer });
  return value;
}

/** RFC 3339 with its zone. Badges also have dates alone, times without a zone, and the seconds of OB 1.0. */
function dateTimeOf(value: Json | undefined): string | undefined {
  if (typeof value === 'number') {
    return Number.isSafeInteger(value) && value >= 0 && value < 4e9 ? new Date(value * 1_000).toISOString() : undefined;
  }
  const [, day, time = 'T00:00:00', fraction = '', zone = 'Z'] =
    /^(\d{4}-\d\d-\d\d)(T\d\d:\d\d:\d\d)?(\.\d{1,9})?(Z|[+-]\d\d:\d\d)?$/.exec(textOf(value) ?? '') ?? [];
  const whole = `${day}${time}${fraction.slice(0, 4)}${zone}`;
  return parseInstant(whole) === undefined ? undefined : whole;
}

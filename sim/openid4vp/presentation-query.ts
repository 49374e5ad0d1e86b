import { DcqlQuery } from 'dcql';
import { ServiceError } from '../errors/index.ts';
import type { Json } from '../kernel/index.ts';

/** A query in DCQL: https://openid.net/specs/openid-4-verifiable-presentations-1_0.html#section-6 */
export type PresentationQuery = DcqlQuery;

export type PresentationFormat = 'jwt_vc_json' | 'ldp_vc';

const formats: ReadonlySet<string> = new Set<PresentationFormat>(['jwt_vc_json', 'ldp_vc']);
const queryLengthMax = 16_384;
const credentialsMax = 8;
const claimsMax = 32;
/** Names that an object of JavaScript has of its own. */
const ownNames: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Throws ServiceError `presentation-query-unfit` for what is no DCQL, or asks for more than is answered here. */
export function readQuery(given: unknown): PresentationQuery {
  const refuse = (reason: string): never => {
    throw new ServiceError('presentation-query-unfit', { reason });
  };
  const text = JSON.stringify(given);
  if (text === undefined || text.length > queryLengthMax) return refuse(`more than ${queryLengthMax} characters`);
  let query: PresentationQuery;
  try {
    query = DcqlQuery.parse(given as DcqlQuery.Input);
    DcqlQuery.validate(query);
  } catch (error) {
    return refuse(error instanceof Error ? error.message.replace(/\s+/g, ' ').slice(0, 200) : 'no DCQL');
  }
  if (query.credentials.length > credentialsMax) return refuse(`more than ${credentialsMax} credentials`);
  for (const { id, format, claims } of query.credentials) {
    if (ownNames.has(id)) return refuse(`a credential may not be called ${id}`);
    if (!formats.has(format)) return refuse(`the format ${format} is not verified here`);
    if ((claims?.length ?? 0) > claimsMax) return refuse(`more than ${claimsMax} claims`);
  }
  return query;
}

/** The fully expanded types, as the clause on `type_values` asks (Appendix B.1.1). */
const studentIdType = [
  [
    'https://www.w3.org/2018/credentials#VerifiableCredential',
    'https://purl.imsglobal.org/spec/vc/ob/vocab.html#OpenBadgeCredential',
  ],
];

const studentIdOf = (id: string, format: PresentationFormat): Json => ({
  id,
  format,
  meta: { type_values: studentIdType },
  // Student IDs name their holder by address and number, not by a key.
  require_cryptographic_holder_binding: false,
  claims: [
    { path: ['credentialSubject', 'achievement', 'achievementType'], values: ['Membership'] },
    { path: ['credentialSubject', 'identifier'] },
  ],
});

/** Queries that have a name here. */
export const namedQueries = {
  /** A smart student ID, in whichever way its school secures it. */
  'student-id': {
    credentials: [studentIdOf('student-id-jwt', 'jwt_vc_json'), studentIdOf('student-id-ldp', 'ldp_vc')],
    credential_sets: [{ options: [['student-id-jwt'], ['student-id-ldp']] }],
  },
} as const satisfies Readonly<Record<string, Json>>;

export type NamedQuery = keyof typeof namedQueries;

export function needsHolderBinding({
  require_cryptographic_holder_binding: needs,
}: PresentationQuery['credentials'][number]): boolean {
  return needs !== false;
}

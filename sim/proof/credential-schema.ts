import { type Static, Type } from 'typebox';

const dateTime = Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{3})?\\+09:00$' });
const uuidUrn = Type.String({
  pattern: '^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$',
});
/** A pseudonym, or the holder's own DID where the credential was bound to a key. */
const subjectId = Type.String({
  maxLength: 2_000,
  pattern:
    '^(urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}|did:key:z[1-9A-HJ-NP-Za-km-z]+|did:jwk:[\\w-]+)$',
});
/** https, and on loopback http: a world that is served there has no certificate that everyone trusts. */
const origin = '(?:https://|http://localhost:\\d{1,5}/)';
const httpsUrl = Type.String({ pattern: `^${origin}[^\\s#]+$` });
const text = Type.String({ minLength: 1, maxLength: 500 });
const closed = { additionalProperties: false };

/** A constant list: JSON-LD sets and the ordered `@context` are compared as a whole. */
function constant<const Value>(value: Value) {
  return Type.Unsafe<Value>({ const: value });
}

const plainIdentity = Type.Object(
  {
    type: Type.Literal('IdentityObject'),
    hashed: Type.Literal(false),
    identityHash: Type.String({ minLength: 1, maxLength: 200 }),
    identityType: Type.Unsafe<'sisSourcedId' | 'name' | 'ext:nameKana'>({
      enum: ['sisSourcedId', 'name', 'ext:nameKana'],
    }),
  },
  closed,
);

const hashedIdentity = Type.Object(
  {
    type: Type.Literal('IdentityObject'),
    hashed: Type.Literal(true),
    identityHash: Type.String({ pattern: '^sha256\\$[0-9a-f]{64}$' }),
    identityType: Type.Literal('emailAddress'),
    salt: Type.String({ minLength: 16 }),
  },
  closed,
);

/** Told apart by its type, so that an error names the member that is wrong and not every form tried. */
const identity = Type.Unsafe<Static<typeof plainIdentity> | Static<typeof hashedIdentity>>({
  type: 'object',
  required: ['identityType'],
  discriminator: { propertyName: 'identityType' },
  oneOf: [plainIdentity, hashedIdentity],
});

/** One identifier of a type, and no second one. */
function exactlyOne(identityType: string): object {
  const contains = { type: 'object', properties: { identityType: { const: identityType } } };
  return { type: 'array', contains, minContains: 1, maxContains: 1 };
}

const profile = Type.Object(
  {
    id: httpsUrl,
    type: constant(['Profile']),
    name: text,
    url: Type.Optional(httpsUrl),
    email: Type.Optional(Type.String({ pattern: '^[^\\s@]+@[^\\s@]+\\.test$' })),
    description: text,
  },
  closed,
);

const achievement = Type.Object(
  {
    id: httpsUrl,
    type: constant(['Achievement']),
    achievementType: Type.Literal('Membership'),
    name: text,
    description: text,
    criteria: Type.Object({ narrative: text }, closed),
    fieldOfStudy: Type.Optional(text),
  },
  closed,
);

const subject = Type.Object(
  {
    id: subjectId,
    type: constant(['AchievementSubject']),
    identifier: Type.Array(identity, {
      allOf: ['sisSourcedId', 'name', 'emailAddress'].map(exactlyOne),
    }),
    term: Type.String({ pattern: '^\\d{4}$' }),
    achievement,
  },
  closed,
);

/** One object: the official schema takes no list (ob_v3p0_achievementcredential_schema.json, "credentialStatus"). */
const status = Type.Object(
  {
    id: Type.String({ pattern: `^${origin}[^\\s#]+#\\d+$` }),
    type: Type.Literal('BitstringStatusListEntry'),
    statusPurpose: Type.Literal('revocation'),
    statusListIndex: Type.String({ pattern: '^(0|[1-9]\\d{0,5})$' }),
    statusListCredential: httpsUrl,
  },
  closed,
);

/**
 * The AchievementCredential that this issuer issues: every property it uses, each as narrow as it uses it. Whatever
 * passes here passes the official schema too, which leaves holes: subjects without any identity, any hash text,
 * unknown properties (https://www.imsglobal.org/spec/ob/v3p0/, appendix "Data Models").
 */
export const achievementCredentialSchema = Type.Object(
  {
    '@context': constant([
      'https://www.w3.org/ns/credentials/v2',
      'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
    ]),
    id: uuidUrn,
    type: constant(['VerifiableCredential', 'OpenBadgeCredential']),
    name: text,
    description: text,
    issuer: profile,
    validFrom: dateTime,
    validUntil: dateTime,
    credentialSubject: subject,
    credentialStatus: status,
  },
  closed,
);

export type AchievementCredential = Static<typeof achievementCredentialSchema>;
export type Profile = Static<typeof profile>;
export type Achievement = Static<typeof achievement>;
export type IdentityObject = Static<typeof identity>;

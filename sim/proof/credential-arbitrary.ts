import fc from 'fast-check';

/** For tests: documents of many shapes as issuers write them, among them ones that no stencil serves. */

const hard = [
  '',
  ' ',
  '"',
  '\\',
  '\n',
  '\r\n',
  '\t',
  '\0',
  '\u007f',
  '\u0085',
  '\u2028',
  '𠮷野家',
  'ｶﾅ',
  '‘’',
  '🎓',
  '\ufffd',
];
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({ unit: fc.constantFrom(...hard, 'a', 'あ'), maxLength: 8 }),
  // Equal values in many places: quads and nodes that become one.
  fc.constantFrom('same', 'same', 'urn:todoku-marker:0.', '_:c14n0', '<urn:x>'),
);
const uuid = fc.uuid().map((id) => `urn:uuid:${id}`);
const iri = fc.oneof(
  { weight: 8, arbitrary: uuid },
  { weight: 8, arbitrary: fc.webUrl({ withQueryParameters: true, withFragments: true }) },
  { weight: 6, arbitrary: fc.constantFrom('https://same.test/id', 'did:web:same.test', 'did:key:z6Mk#z6Mk') },
  // Neither relative nor unsafe ones may be served by a stencil.
  {
    weight: 1,
    arbitrary: fc.constantFrom('https://学校.test/', 'ex:y', 'id', '', '_:b0', 'https://a b', 'xsd:string'),
  },
);
const dateTime = fc
  .date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) })
  .map((date) => date.toISOString());

function members(required: Record<string, fc.Arbitrary<unknown>>, optional: Record<string, fc.Arbitrary<unknown>>) {
  const requiredKeys = Object.keys(required);
  return fc.record({ ...required, ...optional }, { requiredKeys, noNullPrototype: true });
}

const identity = members(
  {
    type: fc.constant('IdentityObject'),
    hashed: fc.boolean(),
    identityHash: text,
    identityType: fc.constantFrom('sisSourcedId', 'name', 'ext:nameKana', 'emailAddress'),
  },
  { salt: text },
);
const profile = members(
  { id: iri, type: fc.constant(['Profile']) },
  { name: text, url: iri, email: text, description: text },
);
const achievement = members(
  {
    id: iri,
    type: fc.constant(['Achievement']),
    name: text,
    description: text,
    criteria: members({ narrative: text }, { id: iri }),
  },
  {
    achievementType: fc.constantFrom('Membership', 'Course'),
    fieldOfStudy: text,
    creditsAvailable: fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })),
    tag: fc.array(text, { maxLength: 3 }),
    creator: profile,
    image: members({ id: iri, type: fc.constant('Image') }, { caption: text }),
  },
);
const status = members(
  {
    type: fc.constant('BitstringStatusListEntry'),
    statusPurpose: fc.constantFrom('revocation', 'suspension'),
    statusListIndex: fc.nat().map(String),
    statusListCredential: iri,
  },
  { id: iri },
);

export const credentialArbitrary: fc.Arbitrary<object> = members(
  {
    '@context': fc.constant([
      'https://www.w3.org/ns/credentials/v2',
      'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
    ]),
    id: iri,
    type: fc.constant(['VerifiableCredential', 'OpenBadgeCredential']),
    issuer: fc.oneof(profile, iri),
    validFrom: dateTime,
    credentialSubject: members(
      { type: fc.constant(['AchievementSubject']), achievement },
      {
        id: iri,
        identifier: fc.array(identity, { maxLength: 4 }),
        term: text,
        licenseNumber: text,
        activityStartDate: dateTime,
      },
    ),
  },
  {
    name: text,
    description: text,
    validUntil: dateTime,
    awardedDate: dateTime,
    credentialStatus: status,
    endorsementJwt: fc.array(text, { maxLength: 2 }),
  },
);

import fc from 'fast-check';
import type { JsonObject } from './json-object.ts';

/** Assertions over the whole data model of OB 2.0, and what is met beyond it; every one can be imported. */

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.constantFrom('見本大学', '髙﨑 𠮷子', '修了証 <b>"\\', 'a/b~1'),
);
const word = fc.stringMatching(/^[a-z0-9]{1,8}$/);
const url = word.map((name) => `https://badges.example.test/${name}`);
const iri = fc.oneof(
  url,
  fc.uuid().map((id) => `urn:uuid:${id}`),
  fc.constant('did:example:123'),
);
const loose = fc.oneof(fc.jsonValue({ maxDepth: 3 }), text) as fc.Arbitrary<JsonObject[string]>;
const day = fc.date({ min: new Date('2012-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });
const issuedOn = day.chain((date) => {
  const whole = date.toISOString();
  const [short, second] = [whole.slice(0, 10), whole.slice(0, 19)];
  return fc.constantFrom<string | number>(
    ...[whole, `${second}Z`, `${second}+09:00`, `${second}.123456+00:00`, second, short],
    Math.floor(date.getTime() / 1_000),
  );
});

function members(required: Record<string, fc.Arbitrary<unknown>>, optional: Record<string, fc.Arbitrary<unknown>>) {
  return fc
    .tuple(fc.record(required), fc.record(optional, { requiredKeys: [] }), extras)
    .map(([known, maybe, more]) => ({ ...more, ...maybe, ...known }) as JsonObject);
}

const extras = fc.dictionary(
  fc.oneof(
    word.map((name) => `extensions:${name}`),
    fc.constantFrom('constructor', '__proto__', 'otherCode', ''),
  ),
  loose,
  { maxKeys: 2 },
);

function type(name: string) {
  return fc.constantFrom<string | string[]>(name, [name], [name, 'https://example.test/ns#More']);
}

const image = fc.oneof(
  url,
  fc.constant('data:image/png;base64,iVBORw0KGgo='),
  members({ id: url }, { type: fc.constant('Image'), caption: text, author: iri }),
  loose,
);
const languages = fc.constantFrom('ja', 'en-US', 'zh-Hant-TW', 'x-klingon', 'EN');
const evidence = fc.oneof(
  url,
  members(
    {},
    { id: iri, type: type('Evidence'), name: text, narrative: text, description: text, genre: text, audience: text },
  ),
);
const alignment = members(
  {},
  {
    targetName: text,
    targetUrl: fc.oneof(url, text),
    targetDescription: text,
    targetFramework: text,
    targetCode: text,
  },
);
const verification = members(
  {},
  {
    type: type('HostedBadge'),
    creator: iri,
    verificationProperty: fc.constant('id'),
    startsWith: fc.oneof(url, fc.array(url)),
    allowedOrigins: fc.oneof(word, fc.array(word)),
  },
);
const endorsement = fc.oneof(
  iri,
  members(
    { id: iri, type: fc.constant('Endorsement') },
    { claim: members({ id: iri }, { endorsementComment: text }), issuer: iri, issuedOn, verification },
  ),
);
const oneOrMany = (item: fc.Arbitrary<unknown>) => fc.oneof(item, fc.array(item, { maxLength: 3 }));
const related = members({ id: iri }, { '@language': languages, version: text, type: type('Related') });
const language = { '@language': languages, version: fc.oneof(text, fc.nat()), related: oneOrMany(related) };

const issuer = members(
  { id: iri, type: fc.oneof(type('Issuer'), type('Profile')) },
  {
    name: fc.oneof(text, fc.dictionary(languages, text)),
    url,
    telephone: text,
    description: text,
    image,
    email: text,
    publicKey: fc.oneof(
      iri,
      members({ id: iri, type: fc.constant('CryptographicKey') }, { owner: iri, publicKeyPem: text }),
    ),
    verification,
    revocationList: iri,
    endorsement: oneOrMany(endorsement),
    ...language,
  },
);
const badge = members(
  { id: iri, type: type('BadgeClass'), name: text, description: text, issuer },
  {
    image,
    criteria: fc.oneof(iri, members({}, { id: iri, type: fc.constant('Criteria'), narrative: text })),
    tags: oneOrMany(text),
    alignment: oneOrMany(alignment),
    endorsement: oneOrMany(endorsement),
    ...language,
  },
);
const recipient = members(
  { type: fc.oneof(fc.constantFrom('email', 'url', 'telephone', 'id', 'emailAddress', '学'), text), identity: text },
  { hashed: fc.oneof(fc.boolean(), fc.constant('true')), salt: text },
);

export const assertion: fc.Arbitrary<JsonObject> = members(
  { id: iri, type: type('Assertion'), recipient, badge, issuedOn },
  {
    '@context': fc.constantFrom<unknown>('https://w3id.org/openbadges/v2', [
      'https://w3id.org/openbadges/v2',
      { a: 'urn:a' },
    ]),
    image,
    evidence: oneOrMany(evidence),
    narrative: text,
    expires: fc.oneof(issuedOn, fc.constant(null), text),
    verification,
    revoked: fc.boolean(),
    revocationReason: text,
    endorsement: oneOrMany(endorsement),
    ...language,
  },
);

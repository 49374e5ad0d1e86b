/** One step of what is done to a credential; `a` and `b` choose places, `n` chooses among ways. */
export interface Step {
  readonly kind: number;
  readonly a: number;
  readonly b: number;
  readonly n: number;
}

type Json = unknown;
type Holder = Record<string, Json>;

interface Place {
  readonly holder: Holder;
  readonly key: string;
}

function placesIn(root: Json): Place[] {
  const places: Place[] = [];
  const look = (value: Json): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const key of Object.keys(value)) {
      places.push({ holder: value as Holder, key });
      look((value as Holder)[key]);
    }
  };
  look(root);
  return places;
}

const pick = <Value>(values: readonly Value[], n: number): Value => values[n % values.length] as Value;

/** The same to the eye, or to a careless comparison. */
const lookAlikes: readonly ((text: string) => string)[] = [
  (text) => text.normalize('NFD'),
  (text) => text.normalize('NFKC'),
  (text) => `${text}\u200b`,
  (text) => `\ufeff${text}`,
  (text) => `\u202e${text}`,
  (text) => text.replace('a', '\u0430').replace('e', '\u0435'),
  (text) => text.replace(/[!-~]/, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0)),
  (text) => text.toUpperCase(),
  (text) => ` ${text}`,
  (text) => `${text}\0`,
  (text) => `${text}\ud800`,
  (text) => text.replace('https://', 'https:\\\\'),
  (text) => text.replace(/\d/, (digit) => String((Number(digit) + 1) % 10)),
  (text) => text.replace('+09:00', 'Z'),
];

const strangeNames = [
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'then', '@id', '@type', '@value', '@index', '@graph'],
  ...['@included', '@reverse', '@nest', '@set', '@list', '@language', '@context', '@json', '@vocab', '@base', ''],
  ...['id', 'type', 'name', 'proof', 'vc', 'iss', 'sub', 'exp', 'nbf', 'jti', 'validUntil', 'credentialStatus'],
  ...['https://schema.org/name', 'urn:x', 'nickname', 'image', 'licenseNumber', 'narrative', 'previousProof'],
];

const strangeValues: readonly Json[] = [
  ...[null, true, false, 0, -0, 1, 1e21, 1.5, -1, '', [], {}, [[]], [null], 'true', '偽', '__proto__'],
  ...[{ '@value': '偽' }, { '@id': 'urn:x' }, { '@list': ['偽'] }, { '@set': [] }, { '@value': null }, '2099-01-01'],
  ...['https://issuer.openbadge.test/schools/other', 'did:key:z6Mk', 'urn:uuid:6a5f1a94-9c52-4c3c-8a0b-0f8fca23e009'],
];

const retypings: readonly ((value: Json) => Json)[] = [
  (value) => [value],
  (value) => ({ '@value': value }),
  (value) => ({ '@id': value }),
  (value) => ({ '@set': [value] }),
  (value) => ({ '@list': [value] }),
  (value) => ({ '@graph': value }),
  (value) => String(value),
  (value) => ({ id: value }),
  (value) => [value, value],
  (value) => ({ '@value': value, '@type': 'http://www.w3.org/2001/XMLSchema#string' }),
  (value) => ({ '@value': value, '@language': 'ja' }),
  (value) => (Array.isArray(value) ? value[0] : value),
];

const contextChanges: readonly ((context: Json[]) => Json)[] = [
  (context) => [...context, { name: 'https://schema.org/description' }],
  (context) => [...context, { nickname: 'https://schema.org/name' }],
  (context) => [...context, { '@vocab': 'https://schema.org/' }],
  (context) => [...context, { '@language': 'ja' }],
  (context) => [...context, { '@base': 'https://issuer.openbadge.test/' }],
  (context) => [...context, null],
  (context) => [null, ...context],
  (context) => [...context, 'https://example.test/context.json'],
  (context) => [...context, 'https://w3id.org/security/data-integrity/v2'],
  (context) => [...context, 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json'],
  (context) => [...context, ...context],
  (context) => context.toReversed(),
  (context) => context.slice(1),
  (context) => context.slice(0, 1),
  (context) => ['https://www.w3.org/2018/credentials/v1', ...context.slice(1)],
  (context) => [context[0], 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json'],
  (context) => [context[0], 'https://purl.imsglobal.org/spec/ob/v3p0/context.json'],
  (context) => context[0],
  (context) => [...context, ...Array.from({ length: 40 }, (_, n) => ({ [`t${n}`]: `urn:t${n}` }))],
  (context) => [...context, { '@import': 'https://www.w3.org/ns/credentials/v2' }],
  (context) => [...context, { '@propagate': false }],
  (context) => [...context, { type: 'https://schema.org/type', id: 'https://schema.org/id' }],
];

const proofChanges: readonly ((proof: Holder) => Json)[] = [
  (proof) => ({ ...proof, created: '2020-01-01T00:00:00Z' }),
  (proof) => ({ ...proof, created: String(proof.created).replace('Z', '.000Z') }),
  (proof) => ({ ...proof, created: String(proof.created).replace('Z', '+00:00') }),
  (proof) => ({ ...proof, expires: '2020-01-01T00:00:00Z' }),
  (proof) => ({ ...proof, proofPurpose: 'authentication' }),
  (proof) => ({ ...proof, cryptosuite: 'eddsa-jcs-2022' }),
  (proof) => ({ ...proof, cryptosuite: 'ecdsa-sd-2023' }),
  (proof) => ({ ...proof, type: 'Ed25519Signature2020' }),
  (proof) => ({ ...proof, type: ['DataIntegrityProof'] }),
  (proof) => ({ ...proof, verificationMethod: `${String(proof.verificationMethod).split('#')[0]}#key-1` }),
  (proof) => ({ ...proof, verificationMethod: `${String(proof.verificationMethod)} ` }),
  (proof) => ({ ...proof, verificationMethod: String(proof.verificationMethod).replace('https', 'http') }),
  (proof) => ({ ...proof, verificationMethod: { id: proof.verificationMethod } }),
  (proof) => ({ ...proof, '@context': 'https://www.w3.org/2018/credentials/v1' }),
  (proof) => ({ ...proof, domain: 'example.test', challenge: 'x' }),
  (proof) => ({ ...proof, proofValue: `${String(proof.proofValue)}1` }),
  (proof) => ({ ...proof, proofValue: `z1${String(proof.proofValue).slice(1)}` }),
  (proof) => ({ ...proof, proofValue: ` ${String(proof.proofValue)}\n` }),
  (proof) => ({ ...proof, proofValue: String(proof.proofValue).slice(0, -1) }),
  (proof) => ({ ...proof, proofValue: String(proof.proofValue).replace('1', 'l') }),
  (proof) => ({ ...proof, proofValue: `u${Buffer.alloc(64).toString('base64url')}` }),
  (proof) => ({ ...proof, proofValue: `z${'1'.repeat(64)}` }),
  (proof) => ({ ...proof, id: 'urn:p1', previousProof: 'urn:p1' }),
  (proof) => ({ ...proof, name: '偽' }),
  (proof) => [proof, proof],
  (proof) => [[proof]],
  (proof) => [{ ...proof, proofValue: 'z' }, proof],
  (proof) => Array.from({ length: 20 }, () => proof),
  () => [],
  () => null,
  () => 'proof',
];

/** Deeper than any parser should follow, or just a little. */
function nested(value: Json, depth: number, isList: boolean): Json {
  let result = value;
  for (let level = 0; level < depth; level += 1) result = isList ? [result] : { criteria: result };
  return result;
}

type Change = (place: Place, other: Place, n: number) => void;

const set =
  (change: (value: Json, n: number) => Json): Change =>
  ({ holder, key }, _, n) => {
    define(holder, key, change(holder[key], n));
  };

/** A member of whatever name, `__proto__` too. */
function define(holder: Holder, key: string, value: Json): void {
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
}

function renamed({ holder, key }: Place, name: string): void {
  if (Array.isArray(holder)) return;
  const entries = Object.entries(holder);
  for (const [one] of entries) delete holder[one];
  for (const [one, value] of entries) define(holder, one === key ? name : one, value);
}

const changes: readonly Change[] = [
  ({ holder, key }) => void (Array.isArray(holder) ? holder.splice(Number(key), 1) : delete holder[key]),
  ({ holder, key }, other) => {
    const value = holder[key];
    define(holder, key, other.holder[other.key]);
    define(other.holder, other.key, value);
  },
  (place, other) => define(place.holder, place.key, structuredClone(other.holder[other.key])),
  ({ holder, key }, _, n) =>
    void (Array.isArray(holder)
      ? holder.push(holder[Number(key)])
      : define(holder, pick(strangeNames, n), holder[key])),
  ({ holder }, other, n) => define(holder, pick(strangeNames, n), structuredClone(other.holder[other.key])),
  ({ holder }, _, n) => define(holder, pick(strangeNames, n), pick(strangeValues, n >> 6)),
  set((_, n) => structuredClone(pick(strangeValues, n))),
  set((value, n) => pick(retypings, n)(value)),
  set((value, n) => (typeof value === 'string' ? pick(lookAlikes, n)(value) : value)),
  set((value, n) => (typeof value === 'string' ? pick(lookAlikes, n)(value) : value)),
  (place, _, n) => renamed(place, pick(lookAlikes, n)(place.key)),
  (place, _, n) => renamed(place, pick(strangeNames, n)),
  ({ holder }) => {
    const entries = Object.entries(holder).reverse();
    if (Array.isArray(holder)) return void holder.reverse();
    for (const [name] of entries) delete holder[name];
    for (const [name, value] of entries) define(holder, name, value);
  },
  set((value, n) => nested(value, pick([1, 5, 60, 70, 2_000], n), n % 2 === 0)),
];

/** The document with one thing changed; `others` are documents whose proofs are at hand. */
export function changedDocument(root: Json, { kind, a, b, n }: Step, others: readonly Json[]): Json {
  const copy = structuredClone(root) as Holder;
  const places = placesIn(copy);
  const [place, other] = [places[a % places.length], places[b % places.length]];
  if (place === undefined || other === undefined) return copy;
  const way = kind % (changes.length + 4);
  const change = changes[way];
  if (change !== undefined) {
    // A value that was put inside itself is no JSON; then there is no change.
    if (isInside(place, other)) return copy;
    change(place, other, n);
  } else if (way === changes.length) {
    copy['@context'] = pick(contextChanges, n)([copy['@context']].flat());
  } else if (way === changes.length + 1) {
    copy.proof = structuredClone((pick(others, n) as Holder).proof);
  } else {
    const [proof] = [copy.proof].flat();
    copy.proof = pick(proofChanges, n)((proof ?? {}) as Holder);
  }
  return copy;
}

function isInside(place: Place, other: Place): boolean {
  const holds = (value: Json, wanted: Json): boolean =>
    value === wanted ||
    (typeof value === 'object' && value !== null && Object.values(value).some((member) => holds(member, wanted)));
  return holds(place.holder[place.key], other.holder) || holds(other.holder[other.key], place.holder);
}

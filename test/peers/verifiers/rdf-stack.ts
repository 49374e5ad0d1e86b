import { hash, verify } from 'node:crypto';
import { Readable } from 'node:stream';
import { gunzipSync } from 'node:zlib';
import { base58 } from '@scure/base';
import { JsonLdParser } from 'jsonld-streaming-parser';
import { RDFC10 } from 'rdfjs-c14n';
import { outsideDocument } from '../outside-documents.ts';
import type { Handed, OutsideVerifier } from '../outside-verifier.ts';

type Members = Readonly<Record<string, unknown>>;
type Quad = ReturnType<NonNullable<ReturnType<JsonLdParser['import']>['read']>> & object;

/**
 * eddsa-rdfc-2022 from its text alone (https://www.w3.org/TR/vc-di-eddsa/#verify-proof-eddsa-rdfc-2022), over another
 * JSON-LD processor, another RDFC-1.0 and node:crypto: it shares no line with us, nor with jsonld and rdf-canonize.
 */
export const rdfStack: OutsideVerifier = {
  packages: ['jsonld-streaming-parser', 'rdfjs-c14n'],
  asked: {
    ja: '証明と、鍵が発行元の文書に挙がっていること。署名の検証には node:crypto を使います。失効リストは自分で展開します。',
    en: 'Proof, and that the issuer’s document lists the key. node:crypto verifies the signature; it unpacks a status list itself.',
  },
  async accepts({ secured, published }) {
    if (typeof secured === 'string') return false;
    const { credentialStatus } = secured as { readonly credentialStatus?: Members };
    if (!(await isProven(secured as Members, published))) return false;
    return credentialStatus === undefined || isClear(secured as Members, credentialStatus, published);
  },
};

async function isProven({ proof, ...document }: Members, published: Handed['published']): Promise<boolean> {
  const { proofValue, ...options } = (Array.isArray(proof) ? proof[0] : proof) as Members;
  const publicKey = publicKeyOf(document, String(options.verificationMethod), published);
  if (publicKey === undefined || options.cryptosuite !== 'eddsa-rdfc-2022') return false;
  const configuration = await canonical({ '@context': document['@context'], ...options }, published);
  const data = [configuration, await canonical(document, published)].map((quads) => hash('sha256', quads, 'buffer'));
  return verify(null, Buffer.concat(data), publicKey, base58.decode(String(proofValue).slice(1)));
}

/** Whether the list that an entry names is its issuer's, and the entry not set: https://www.w3.org/TR/vc-bitstring-status-list/#validate-algorithm */
async function isClear(credential: Members, entry: Members, published: Handed['published']): Promise<boolean> {
  const list = outsideDocument(String(entry.statusListCredential), published) as Members;
  const subject = list.credentialSubject as Members;
  if (!(await isProven(list, published)) || issuerOf(list) !== issuerOf(credential)) return false;
  if (subject.statusPurpose !== entry.statusPurpose) return false;
  const bits = gunzipSync(Buffer.from(String(subject.encodedList).slice(1), 'base64url'));
  const index = Number(entry.statusListIndex);
  return ((bits[index >> 3] ?? 0xff) & (0x80 >> (index & 7))) === 0;
}

function issuerOf({ issuer }: Members): string {
  return typeof issuer === 'string' ? issuer : String((issuer as Members).id);
}

/** The key by its name, if the issuer of the document lists it. */
function publicKeyOf(document: Members, method: string, published: Handed['published']) {
  const listed = (published.get(issuerOf(document)) as Members | undefined)?.assertionMethod;
  if (!Array.isArray(listed) || !listed.includes(method)) return undefined;
  const { publicKeyMultibase } = outsideDocument(method, published) as Members;
  const x = Buffer.from(base58.decode(String(publicKeyMultibase).slice(1)).subarray(2)).toString('base64url');
  return { key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' } as const;
}

async function canonical(document: object, published: Handed['published']): Promise<string> {
  return canonicalOf(await quadsOf(JSON.stringify(document), published));
}

export async function canonicalOf(quads: readonly Quad[]): Promise<string> {
  return unescaped(await new RDFC10().canonicalize(quads));
}

/** The quads of a text of JSON-LD as it stands: a member that stands twice gives two. */
export function quadsOf(text: string, published: Handed['published'] = new Map()): Promise<readonly Quad[]> {
  const documentLoader = { load: async (url: string) => outsideDocument(url, published) as { '@context': object } };
  const parser = new JsonLdParser({ documentLoader, baseIRI: '' });
  return quadsFrom(parser.import(Readable.from([text])));
}

function quadsFrom(stream: ReturnType<JsonLdParser['import']>): Promise<Quad[]> {
  return new Promise((resolve, reject) => {
    const quads: Quad[] = [];
    stream.on('data', (quad: Quad) => quads.push(quad));
    stream.on('end', () => resolve(quads));
    stream.on('error', reject);
  });
}

/**
 * rdfjs-c14n 3.1.4 writes what lies beyond the BMP as `\U00020BB7`; the canonical form leaves it as it is
 * (https://www.w3.org/TR/rdf-canon/#canonical-quads).
 */
function unescaped(quads: string): string {
  return quads.replace(/\\(?:U([0-9a-fA-F]{8})|.)/g, (found, code?: string) =>
    code === undefined ? found : String.fromCodePoint(Number.parseInt(code, 16)),
  );
}

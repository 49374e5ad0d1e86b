import { hash, verify } from 'node:crypto';
import { Readable } from 'node:stream';
import { gunzipSync } from 'node:zlib';
import { base58 } from '@scure/base';
import { JsonLdParser } from 'jsonld-streaming-parser';
import { RDFC10 } from 'rdfjs-c14n';
import { outsideDocument } from '../outside-documents.ts';
import type { Handed, OutsideVerifier } from '../outside-verifier.ts';

type Members = Readonly<Record<string, unknown>>;

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
    const { proof, ...document } = secured as Members;
    const { proofValue, ...options } = (Array.isArray(proof) ? proof[0] : proof) as Members;
    const method = String(options.verificationMethod);
    const publicKey = publicKeyOf(document, method, published);
    if (publicKey === undefined || options.cryptosuite !== 'eddsa-rdfc-2022') return false;
    const configuration = await canonical({ '@context': document['@context'], ...options }, published);
    const data = [configuration, await canonical(document, published)].map((quads) => hash('sha256', quads, 'buffer'));
    return verify(null, Buffer.concat(data), publicKey, base58.decode(String(proofValue).slice(1)));
  },
};

/** The key by its name, if the issuer of the document lists it. */
function publicKeyOf({ issuer }: Members, method: string, published: Handed['published']) {
  const id = typeof issuer === 'string' ? issuer : String((issuer as Members).id);
  const listed = (published.get(id) as Members | undefined)?.assertionMethod;
  if (!Array.isArray(listed) || !listed.includes(method)) return undefined;
  const { publicKeyMultibase } = outsideDocument(method, published) as Members;
  const x = Buffer.from(base58.decode(String(publicKeyMultibase).slice(1)).subarray(2)).toString('base64url');
  return { key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' } as const;
}

async function canonical(document: object, published: Handed['published']): Promise<string> {
  const documentLoader = { load: async (url: string) => outsideDocument(url, published) as { '@context': object } };
  const parser = new JsonLdParser({ documentLoader, baseIRI: '' });
  const quads = await Readable.from(parser.import(Readable.from([JSON.stringify(document)]))).toArray();
  return unescaped(await new RDFC10().canonicalize(quads));
}

/**
 * rdfjs-c14n 3.1.4 writes what lies beyond the BMP as `\U00020BB7`; the canonical form leaves it as it is
 * (https://www.w3.org/TR/rdf-canon/#canonical-quads).
 */
function unescaped(quads: string): string {
  return quads.replace(/\\(?:U([0-9a-fA-F]{8})|.)/g, (escape, code?: string) =>
    code === undefined ? escape : String.fromCodePoint(Number.parseInt(code, 16)),
  );
}

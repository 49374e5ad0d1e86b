import { base58 } from '@scure/base';
import { studentIdFrom } from './credential.ts';
import type { Handed } from './outside-verifier.ts';
import { type IssuerForm, school, stranger } from './school.ts';
import { publishedWithList, secure } from './status-list.ts';
import { edits, flipped, type Members, type Specimen, type Tampering } from './tampering.ts';

export type Way = 'stencil' | 'standard';

/** The credential as the way needs it: a stencil is only cut of a document whose contexts all are named by URL. */
function credentialFor(form: IssuerForm, way: Way): Members {
  const credential = studentIdFrom(form);
  if (way === 'stencil') return credential;
  const contexts = credential['@context'] as readonly string[];
  return { ...credential, '@context': [...contexts, { nickname: 'https://schema.org/alternateName' }], nickname: '花' };
}

export async function dataIntegritySpecimen(way: Way, form: IssuerForm): Promise<Specimen> {
  const credential = credentialFor(form, way);
  const published = await publishedWithList(form);
  const hand = (secured: object): Handed => ({ secured, publicKey: school.EdDSA.publicKey, published });
  const genuine = await secure(credential, form);
  if (genuine.way !== way) throw new TypeError(`the credential went the ${genuine.way} way, not the ${way} one`);
  const other = await secure({ ...credential, id: 'urn:uuid:6a5f1a94-9c52-4c3c-8a0b-0f8fca23e009' }, form);
  const tampered: [Tampering, object][] = [
    ['name', edits.name(genuine.secured)],
    ['issuer', edits.issuer(genuine.secured)],
    ['identifier', edits.identifier(genuine.secured)],
    ['signature', withFlippedBit(genuine.secured)],
    ['foreign-key', (await secure(credential, form, stranger, school)).secured],
    ['own-key', (await secure(credential, form, stranger)).secured],
    ['foreign-proof', { ...genuine.secured, proof: other.secured.proof }],
  ];
  return { genuine: hand(genuine.secured), tampered: new Map(tampered.map(([name, one]) => [name, hand(one)])) };
}

export function withFlippedBit(secured: Members): Members {
  const [proof] = secured.proof as readonly Members[];
  const bytes = flipped(base58.decode(String(proof?.proofValue).slice(1)));
  return { ...secured, proof: [{ ...proof, proofValue: `z${base58.encode(bytes)}` }] };
}

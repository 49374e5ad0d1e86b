import { shapeOf } from './document-shape.ts';
import { cutStencil, type Stencil } from './stencil.ts';

const contexts = ['https://www.w3.org/ns/credentials/v2'];

/** What every run with a gate signs and verifies: texts are examples, the rest is as the issuer makes it. */
const documents: readonly object[] = [
  ...['revocation', 'suspension'].map((statusPurpose) => ({
    '@context': contexts,
    id: 'urn:example:id',
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: 'urn:example:issuer',
    validFrom: 'from',
    validUntil: 'until',
    credentialSubject: {
      id: 'urn:example:list',
      type: 'BitstringStatusList',
      statusPurpose,
      encodedList: 'list',
      ttl: 300_000,
    },
  })),
  {
    '@context': contexts,
    type: 'DataIntegrityProof',
    created: 'created',
    verificationMethod: 'urn:example:method',
    cryptosuite: 'eddsa-rdfc-2022',
    proofPurpose: 'assertionMethod',
  },
];

/** The stencils that are cut beforehand, by shape: the libraries that cut take a quarter of a second to load. */
export async function cutOwnStencils(): Promise<Readonly<Record<string, Stencil>>> {
  const cut: Record<string, Stencil> = {};
  for (const document of documents) {
    const shape = shapeOf(document);
    const stencil = shape && (await cutStencil(document, shape.texts.length));
    if (shape === undefined || stencil === undefined)
      throw new TypeError('no stencil can be cut of a document of ours');
    cut[shape.key] = stencil;
  }
  return cut;
}

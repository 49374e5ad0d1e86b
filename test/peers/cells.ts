import type { Bilingual } from '#sim/errors';
import { bakedSpecimen, isBaked } from './baked-specimen.ts';
import { dataIntegritySpecimen } from './data-integrity-specimen.ts';
import type { OutsideVerifier } from './outside-verifier.ts';
import type { IssuerForm } from './school.ts';
import { statusListSpecimen } from './status-list-specimen.ts';
import type { Specimen, Tampering } from './tampering.ts';
import { vcJwtSpecimen } from './vc-jwt-specimen.ts';
import { bitstringStatusList } from './verifiers/bitstring-status-list.ts';
import { digitalbazaarVc } from './verifiers/digitalbazaar-vc.ts';
import { fastJwt } from './verifiers/fast-jwt.ts';
import { jsonwebtoken } from './verifiers/jsonwebtoken.ts';
import { nodeCrypto } from './verifiers/node-crypto.ts';
import { rdfStack } from './verifiers/rdf-stack.ts';
import { verifierCore } from './verifiers/verifier-core.ts';

/** Who looks, in the order of the columns. */
export const outsideVerifiers = {
  jsonwebtoken,
  'fast-jwt': fastJwt,
  'node:crypto': nodeCrypto,
  '@digitalbazaar/vc': digitalbazaarVc,
  'streaming-parser + c14n': rdfStack,
  'verifier-core': verifierCore,
  'vc-bitstring-status-list': bitstringStatusList,
} as const satisfies Record<string, OutsideVerifier>;

export type VerifierName = keyof typeof outsideVerifiers;

/** Why a verifier was not asked. */
export const reasons = {
  'no-documents': {
    ja: 'JWS の検証器で、文書の中の証明は読みません。',
    en: 'Verifies JWS, and reads no proof inside a document.',
  },
  'no-jws': {
    ja: '文書の中の証明の検証器で、VC-JWT は読みません。',
    en: 'Verifies proofs inside documents, and reads no VC-JWT.',
  },
  'no-eddsa': { ja: 'EdDSA を知りません。', en: 'Knows no EdDSA.' },
  'no-https-issuer': {
    ja: 'https の発行元の鍵を読みません。この作り方（型紙）で発行するのは https の発行元だけです。',
    en: 'Reads no key of an https issuer, and only https issuers issue this way.',
  },
  'no-credentials': { ja: '失効リストだけの検証器です。', en: 'Verifies status lists only.' },
  'by-the-list': {
    ja: '失効リストは vc-bitstring-status-list に任せます。その列を見てください。',
    en: 'Leaves status lists to vc-bitstring-status-list: see there.',
  },
} as const satisfies Record<string, Bilingual>;

export type Reason = keyof typeof reasons;

/** One way in which we issue. */
export interface CredentialKind {
  readonly name: string;
  /** What is done to it; each verifier that is asked must refuse each of these. */
  readonly tamperings: readonly Tampering[];
  specimen(form: IssuerForm): Promise<Specimen>;
  /** Who is not asked, and why. */
  readonly without: Partial<Readonly<Record<VerifierName, Reason>>>;
}

const ofDocument = ['name', 'issuer', 'identifier', 'signature', 'foreign-key', 'own-key', 'foreign-proof'] as const;
const ofJwt = [...ofDocument, 'unsigned', 'shared-secret'] as const;
const ofList = ['revoked', 'cleared', 'issuer', 'purpose', 'signature', 'foreign-key', 'own-key'] as const;

const readNoJws = {
  '@digitalbazaar/vc': 'no-jws',
  'streaming-parser + c14n': 'no-jws',
  'verifier-core': 'no-jws',
  'vc-bitstring-status-list': 'no-credentials',
} as const;
const readNoDocuments = {
  jsonwebtoken: 'no-documents',
  'fast-jwt': 'no-documents',
  'node:crypto': 'no-documents',
} as const;

const rs256: CredentialKind = {
  name: 'VC-JWT RS256',
  tamperings: ofJwt,
  specimen: () => vcJwtSpecimen('RS256'),
  without: readNoJws,
};
const stencil: CredentialKind = {
  name: 'eddsa-rdfc-2022 (stencil)',
  tamperings: ofDocument,
  specimen: (form) => dataIntegritySpecimen('stencil', form),
  without: { ...readNoDocuments, 'verifier-core': 'no-https-issuer', 'vc-bitstring-status-list': 'no-credentials' },
};

export const credentialKinds: readonly CredentialKind[] = [
  rs256,
  { ...rs256, name: 'VC-JWT ES256', specimen: () => vcJwtSpecimen('ES256') },
  {
    ...rs256,
    name: 'VC-JWT EdDSA',
    specimen: () => vcJwtSpecimen('EdDSA'),
    without: { ...readNoJws, jsonwebtoken: 'no-eddsa' },
  },
  stencil,
  {
    name: 'eddsa-rdfc-2022 (standard)',
    tamperings: ofDocument,
    specimen: (form) => dataIntegritySpecimen('standard', form),
    without: { ...readNoDocuments, 'vc-bitstring-status-list': 'no-credentials' },
  },
  {
    name: 'BitstringStatusListCredential',
    tamperings: ofList,
    specimen: statusListSpecimen,
    without: { ...readNoDocuments, '@digitalbazaar/vc': 'by-the-list' },
  },
  ...(['png', 'svg'] as const).flatMap((format) =>
    [rs256, stencil].map((kind) => ({
      ...kind,
      name: `${kind.name}, ${format.toUpperCase()}`,
      tamperings: kind.tamperings.filter(isBaked),
      specimen: async (form: IssuerForm) => bakedSpecimen(await kind.specimen(form), format),
    })),
  ),
];

/** How the issuer is named for a verifier: verifier-core reads did:key alone. */
export function issuerFormFor(verifier: VerifierName): IssuerForm {
  return verifier === 'verifier-core' ? 'did:key' : 'https';
}

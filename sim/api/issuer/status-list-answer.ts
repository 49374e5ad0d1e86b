import { Type } from 'typebox';
import { closed, instant } from '../vocabulary.ts';

/** https://www.w3.org/TR/vc-data-integrity/#proofs */
const proof = Type.Object(
  {
    type: Type.Literal('DataIntegrityProof'),
    cryptosuite: Type.String(),
    created: Type.String({ format: 'date-time' }),
    verificationMethod: Type.String({ format: 'uri' }),
    proofPurpose: Type.Literal('assertionMethod'),
    proofValue: Type.String(),
  },
  closed,
);

/** https://www.w3.org/TR/vc-bitstring-status-list/#bitstringstatuslistcredential */
export const statusListAnswer = Type.Object(
  {
    '@context': Type.Array(Type.String()),
    id: Type.String({ format: 'uri' }),
    type: Type.Array(Type.String()),
    issuer: Type.String({ format: 'uri' }),
    validFrom: instant,
    validUntil: instant,
    credentialSubject: Type.Object(
      {
        id: Type.String({ format: 'uri' }),
        type: Type.Literal('BitstringStatusList'),
        statusPurpose: Type.Enum(['revocation', 'suspension']),
        encodedList: Type.String({ description: 'Base64url of gzip, with u before it.' }),
        ttl: Type.Integer({ description: 'Milliseconds.' }),
      },
      closed,
    ),
    proof: Type.Array(proof),
  },
  closed,
);

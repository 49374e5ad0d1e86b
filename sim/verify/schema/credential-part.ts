import { dateTime, noun, text, types } from './value-form.ts';

/** The parts of a credential that have a type, and mostly an id, and whatever that type brings with it. */
export const credentialParts = [
  noun('TermsOfUse', { type: text }, { id: text }),
  noun('CredentialStatus', { type: text }, { id: text }),
  noun('CredentialSchema', { id: text, type: text }, {}),
  noun('RefreshService', { id: text, type: text }, {}),
  noun('EndorsementSubject', { id: text, type: types(['EndorsementSubject']) }, { endorsementComment: text }),
  noun(
    'Proof',
    { type: text },
    {
      created: dateTime,
      cryptosuite: text,
      challenge: text,
      domain: text,
      nonce: text,
      proofPurpose: text,
      proofValue: text,
      verificationMethod: text,
    },
  ),
];

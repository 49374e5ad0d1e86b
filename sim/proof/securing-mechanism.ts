/**
 * A way to make a credential verifiable (VCDM 2.0 §5.13, "securing mechanism"): VC-JWT gives text, an embedded proof
 * gives the credential with one member more. As events and scenarios name it.
 */
export const securingMechanisms = ['VC-JWT RS256', 'VC-JWT ES256', 'VC-JWT EdDSA', 'eddsa-rdfc-2022'] as const;

export type SecuringMechanism = (typeof securingMechanisms)[number];

/** What issuers secure with unless they choose: RS256 is the one that every verifier must know (OB 3.0 §8.2.2). */
export const defaultMechanism: SecuringMechanism = 'VC-JWT RS256';

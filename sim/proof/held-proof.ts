/** What a proof that holds says about itself. Whether its key is the issuer's is another check's question. */
export interface HeldProof {
  /** `VC-JWT RS256`, `VC-JWT ES256`, `VC-JWT EdDSA`, `eddsa-rdfc-2022`, `ecdsa-sd-2023`, `Ed25519Signature2020`. */
  readonly mechanism: string;
  /** The id of the verification method; absent for a JWK that stands in a JOSE header. */
  readonly verificationMethod?: string;
  /** Whose key it is; absent for a JWK in a header: whose that is, another check must find out. */
  readonly controller?: string;
  /** How the quads were made, for Linked Data proofs. */
  readonly way?: 'stencil' | 'standard';
  /** What was hashed on the way, by name (`documentHash`, `proofHash`; hex), and `canonicalQuads` as text. */
  readonly hashes: Readonly<Record<string, string>>;
}

/** Packages of proofs, which come without types: what is used of them. */
declare module '@digitalbazaar/data-integrity' {
  interface Outcome {
    readonly verified: boolean;
    readonly error?: Error;
  }
  export class DataIntegrityProof {
    constructor(options: { readonly cryptosuite: object; readonly signer?: object; readonly date?: string });
    verifyProof(options: {
      readonly proof: object;
      readonly document: object;
      readonly documentLoader: (url: string) => Promise<object>;
    }): Promise<Outcome>;
  }
}
declare module '@digitalbazaar/ecdsa-sd-2023-cryptosuite' {
  export function createVerifyCryptosuite(): object;
  export function createSignCryptosuite(options: { readonly mandatoryPointers: readonly string[] }): object;
  export function createDiscloseCryptosuite(options: {
    readonly proofId?: string;
    readonly selectivePointers: readonly string[];
  }): object;
}

/** Packages of Digital Bazaar that come without types: as much of them as is used here. */
declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: object;
}
declare module '@digitalbazaar/ed25519-signature-2020' {
  export class Ed25519Signature2020 {
    constructor(options?: { readonly signer?: object; readonly date?: string });
  }
}
declare module '@digitalbazaar/ed25519-multikey' {
  interface Multikey {
    id: string;
    controller: string;
    readonly publicKeyMultibase: string;
    signer(): object;
  }
  export function fromJwk(options: {
    readonly jwk: object;
    readonly secretKey?: boolean;
    readonly id?: string;
    readonly controller?: string;
  }): Promise<Multikey>;
}
declare module '@digitalbazaar/ecdsa-multikey' {
  interface Multikey {
    id: string;
    controller: string;
    readonly publicKeyMultibase: string;
    signer(): object;
  }
  export function fromJwk(options: {
    readonly jwk: object;
    readonly secretKey?: boolean;
    readonly id?: string;
    readonly controller?: string;
  }): Promise<Multikey>;
}
declare module '@digitalbazaar/vc' {
  type Loader = (
    url: string,
  ) => Promise<{ readonly contextUrl: null; readonly documentUrl: string; readonly document: object }>;
  interface Verdict {
    readonly verified: boolean;
    readonly error?: Error & { readonly errors?: readonly Error[] };
  }
  /** Adds the proof to the very credential that it is given. */
  export function issue(options: {
    readonly credential: object;
    readonly suite: object;
    readonly documentLoader: Loader;
  }): Promise<object>;
  export function signPresentation(options: {
    readonly presentation: object;
    readonly suite: object;
    readonly challenge: string;
    readonly domain?: string;
    readonly documentLoader: Loader;
  }): Promise<object>;
  export function derive(options: {
    readonly verifiableCredential: object;
    readonly suite: object;
    readonly documentLoader: Loader;
  }): Promise<object>;
  export function verifyCredential(options: {
    readonly credential: object;
    readonly suite: object;
    readonly documentLoader: Loader;
    readonly checkStatus?: unknown;
  }): Promise<Verdict>;
}
declare module '@digitalbazaar/vc-bitstring-status-list' {
  export function checkStatus(options: {
    readonly credential: object;
    readonly suite: object;
    readonly documentLoader: (url: string) => Promise<object>;
  }): Promise<{ readonly verified: boolean; readonly results?: readonly { readonly status: boolean }[] }>;
}

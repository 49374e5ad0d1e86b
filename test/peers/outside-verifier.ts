import type { KeyObject } from 'node:crypto';
import type { Bilingual } from '#sim/errors';

/** A credential as it is handed to an outsider, with all that the network would answer him. */
export interface Handed {
  /** A compact JWS, or a document with its proof in it. */
  readonly secured: string | object;
  /** The issuer's key. */
  readonly publicKey: KeyObject;
  /** By URL: the issuer's own document, its verification methods, its status lists. No other address answers. */
  readonly published: ReadonlyMap<string, object>;
}

/** A verifier of other people. */
export interface OutsideVerifier {
  /** The packages it is made of, as npm names them. */
  readonly packages: readonly string[];
  /** What it is asked, and what it was given. */
  readonly asked: Bilingual;
  /** Whether it takes the credential for genuine. Errors that are no refusal of its own are thrown. */
  accepts(handed: Handed): Promise<boolean>;
}

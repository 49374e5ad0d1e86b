import type { KeyObject } from 'node:crypto';
import type { Instant } from '../kernel/index.ts';
import type { AchievementCredential } from './credential-schema.ts';
import type { SigningKey } from './signing-key.ts';

/**
 * A way to make a credential verifiable (VCDM 2.0 §4.12, "securing mechanism"). VC-JWT gives text; an embedded proof
 * gives the credential with one member more.
 */
export interface SecuringMechanism<Secured> {
  /** As events name it: `VC-JWT RS256`. */
  readonly name: string;
  /** Throws ServiceError `credential-invalid`. */
  secure(credential: AchievementCredential, key: SigningKey): Promise<Secured>;
  /**
   * The credential inside, once its proof holds for this key; with `now`, its times too.
   * Throws ServiceError `proof-…`, `credential-not-yet-valid`, `credential-expired`.
   */
  open(secured: Secured, publicKey: KeyObject, options?: { readonly now?: Instant }): Promise<AchievementCredential>;
}

import type { Fetch } from '../kernel/index.ts';
import type { HashPassword } from './password-hash.ts';

/** How the wallet reaches what is not its own. */
export interface WalletPorts {
  /** The only way to the issuer. */
  readonly fetch: Fetch;
  /** Instead of scrypt, for those who count what a request costs. */
  readonly hashPassword?: HashPassword;
}

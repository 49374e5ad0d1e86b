import type { World } from '../kernel/index.ts';

/** scrypt's cost (RFC 7914 §2): CPU and memory `N` (a power of two), block size `r`, parallelism `p`. */
export type PasswordCost = { readonly N: number; readonly r: number; readonly p: number };

/**
 * What OWASP asks of scrypt: 128 MiB and about 390 ms a hash. For `todoku serve`, and for the scenario that plays it.
 * https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html#scrypt
 */
export const owaspPasswordCost: PasswordCost = { N: 131_072, r: 8, p: 1 };

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** The manual states none of these times and counts: each is what comparable services do, so an assumption. */
export const walletDefaults = {
  /** Assumption: a document's version is the day from which it holds. */
  termsVersion: '2026-04-01',
  privacyPolicyVersion: '2026-04-01',
  /** Assumption (admissions-office.net: 24 h). */
  activationTtlMs: dayMs,
  /** Assumption. */
  passwordResetTtlMs: hourMs,
  /** Assumption: how long a form may lie before it is sent. */
  formTtlMs: 30 * minuteMs,
  /** The oldest version of the app that is served; none is turned away unless a world asks for more. */
  appVersionMin: '1.0',
  /** Assumption: as the activation. */
  addressConfirmationTtlMs: dayMs,
  /** Assumption: of each kind (activation, reset, confirmation) for one account. */
  mailsPerHourMax: 5,
  /** Assumption; an offer list at the issuer takes 50. */
  addressesMax: 10,
  /** Assumption. */
  sessionTtlMs: 30 * dayMs,
  /** Assumption: the fifth wrong password in a row locks. */
  wrongTriesMax: 5,
  /** Assumption. */
  lockMs: 30 * minuteMs,
  /** Assumption: how exactly "last seen" of a device is kept, so that looking at a list is not a write each time. */
  lastSeenStepMs: 5 * minuteMs,
  /** For simulation only: about half a millisecond. What protects people is {@link owaspPasswordCost}. */
  passwordCost: { N: 256, r: 8, p: 1 } as PasswordCost,
};

export type WalletParameters = typeof walletDefaults;

export function walletParameters(world: World): WalletParameters {
  return world.parameters('wallet', walletDefaults);
}

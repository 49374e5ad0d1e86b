import type { World } from '../kernel/index.ts';

/** How the issuer speaks OpenID4VCI; a world may differ in any of it. */
export type Openid4vciParameters = {
  readonly offerMs: number;
  readonly numberMs: number;
  readonly numbersMax: number;
  readonly triesMax: number;
  readonly accessTokenMs: number;
  readonly nonceMs: number;
  readonly proofAgeMsMax: number;
  readonly proofAheadMsMax: number;
  readonly deferredMs: number;
  readonly pollMs: number;
};

const openid4vciDefaults: Openid4vciParameters = {
  /** How long an offer counts that a clerk made: until the student has left the counter and found the app; an assumption. */
  offerMs: 60 * 60_000,
  /** How long a number counts that was mailed, and how many of them are mailed for one link: assumptions. */
  numberMs: 30 * 60_000,
  numbersMax: 3,
  /** Wrong numbers until the code is dead: 15 guesses at most of a million, as a newer number forgives nothing. */
  triesMax: 5,
  accessTokenMs: 60 * 60_000,
  nonceMs: 5 * 60_000,
  /** How old a proof may be, and how far ahead of the world's clock the clock of the phone: assumptions. */
  proofAgeMsMax: 5 * 60_000,
  proofAheadMsMax: 60_000,
  /** How long a wallet must wait for the credential; 0 gives it at once. */
  deferredMs: 0,
  /** How long a wallet shall wait between two questions whether it is there. */
  pollMs: 5_000,
};

export function openid4vciParameters(world: Pick<World, 'parameters'>): Openid4vciParameters {
  return world.parameters('openid4vci', openid4vciDefaults);
}

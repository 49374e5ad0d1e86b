import type { World } from '../kernel/index.ts';

/** Each is an assumption: neither the manual nor a specification states how long a gate may go by what it knows. */
export const verifyDefaults = {
  /** Assumption: how long a revocation may stay unnoticed by a gate that has a network. */
  statusTtlMs: 5 * 60_000,
  /** Assumption: the same for a device that its owner has logged out. */
  presentationTtlMs: 5 * 60_000,
  /** Assumption; a key that is not in the set is looked up at once, so a rotation does not wait for this. */
  keysTtlMs: 3_600_000,
  /** Assumption: how long a gate without a network goes on by what it last knew. */
  offlineGraceMs: 24 * 3_600_000,
  /** Assumption, as time-based codes allow (RFC 6238 §5.2): one step of the phone's clock early or late. */
  driftSteps: 1,
};

export function verifyParameters(world: World): typeof verifyDefaults {
  return world.parameters('verify', verifyDefaults);
}

import type { Fetch, RunningWorld } from '../kernel/index.ts';
import { checkIdentity, type Identity } from './checks/identity.ts';
import { checkAtCounter } from './commands.ts';
import { type Judgement, judge, payloadOf } from './gate.ts';
import { trustIssuer } from './trust.ts';
import { type Verifier, verifyPresentation } from './verify-presentation.ts';

/** A clerk who checks who somebody is: scans as a gate does, and compares. */
export interface Counter {
  /** `shown` is what stands on the card's screen, `claimed` what the person says. */
  check(text: string, shown: Identity, claimed: Identity): Promise<Judgement>;
  /** Trusts one more issuer, by the id of its profile. */
  trust(issuer: string): Promise<void>;
}

export function createCounter(world: RunningWorld, ports: { readonly fetch: Fetch }, counter: Verifier): Counter {
  return {
    async check(text, shown, claimed) {
      const verification = await verifyPresentation(world, ports.fetch, counter, text);
      const { checks, studentId } = verification;
      const all = studentId === undefined ? checks : [...checks, ...checkIdentity(studentId, shown, claimed)];
      const judgement = judge(verification, all);
      await world.perform(checkAtCounter, payloadOf(counter, judgement, verification));
      return judgement;
    },
    async trust(issuer) {
      await world.perform(trustIssuer, { verifier: counter.name, issuer });
    },
  };
}

import type { Fetch, Json, RunningWorld } from '../kernel/index.ts';
import type { Check } from './check.ts';
import { scanAtGate } from './commands.ts';
import { trustIssuer } from './trust.ts';
import { type Verification, type Verifier, verifyPresentation } from './verify-presentation.ts';

export interface Judgement {
  readonly verdict: 'accepted' | 'refused';
  readonly credential?: string;
  readonly checks: readonly Check[];
  /** Something came from memory, as nobody answered. */
  readonly isOffline: boolean;
}

export interface Gate {
  /** Judges whatever the camera read; a refusal is a judgement, not an error. */
  scan(text: string): Promise<Judgement>;
  /** Trusts one more issuer, by the id of its profile. */
  trust(issuer: string): Promise<void>;
}

export function createGate(world: RunningWorld, ports: { readonly fetch: Fetch }, gate: Verifier): Gate {
  return {
    async scan(text) {
      const verification = await verifyPresentation(world, ports.fetch, gate, text);
      const judgement = judge(verification, verification.checks);
      await world.perform(scanAtGate, payloadOf(gate, judgement, verification));
      return judgement;
    },
    async trust(issuer) {
      await world.perform(trustIssuer, { verifier: gate.name, issuer });
    },
  };
}

/** Accepted only when nothing had to be left out and every check holds. */
export function judge(verification: Verification, checks: readonly Check[]): Judgement {
  const isComplete = verification.studentId !== undefined;
  return {
    verdict: isComplete && checks.every(({ valid }) => valid) ? 'accepted' : 'refused',
    checks,
    isOffline: verification.isOffline,
    ...(verification.credential === undefined ? {} : { credential: verification.credential }),
  };
}

/** The one command that writes down what was judged and what was learnt on the way. */
export function payloadOf(verifier: Verifier, judgement: Judgement, { learnt }: Verification) {
  return {
    verifier: verifier.name,
    verdict: judgement.verdict,
    isOffline: judgement.isOffline,
    checks: judgement.checks as unknown as Json,
    learnt: learnt as unknown as Json,
    ...(judgement.credential === undefined ? {} : { credential: judgement.credential }),
  };
}

import { emit } from '../events/index.ts';
import { command, type Json } from '../kernel/index.ts';
import type { Check } from './check.ts';
import { type Learnt, remember } from './memory.ts';

type Judged = {
  readonly verifier: string;
  readonly verdict: 'accepted' | 'refused';
  readonly credential?: string;
  readonly isOffline: boolean;
  readonly checks: Json;
  readonly learnt: Json;
};

export const scanAtGate = command<Judged, void>('gate.scan', (world, given) => {
  remember(world, given.verifier, given.learnt as unknown as Learnt[]);
  emit(world, 'gate.scanned', { gate: given.verifier, offline: given.isOffline, ...outcomeOf(given) });
});

export const checkAtCounter = command<Judged, void>('counter.check', (world, given) => {
  remember(world, given.verifier, given.learnt as unknown as Learnt[]);
  emit(world, 'counter.checked', { counter: given.verifier, ...outcomeOf(given) });
});

function outcomeOf({ verdict, credential, checks }: Judged) {
  return {
    verdict,
    // The clauses are the same at every scan: an event tells what happened.
    checks: (checks as unknown as Check[]).map(({ clause, ...check }) => check),
    ...(credential === undefined ? {} : { credential }),
  };
}

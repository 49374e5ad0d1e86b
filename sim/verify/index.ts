export type { Check } from './check.ts';
export type { Identity } from './checks/identity.ts';
export { type Counter, createCounter } from './counter.ts';
export { createGate, type Gate, type Judgement } from './gate.ts';
export { verifyModule } from './module.ts';
export { verifyDefaults } from './parameters.ts';
export type { Verifier } from './verify-presentation.ts';

import type { SystemActions, SystemState } from '../../phone/system-state.ts';

/** All that a screen draws from. */
export interface Shown {
  readonly state: SystemState;
  /** The phone's own time. */
  readonly now: Date;
  /** Whether what lies behind can be painted. */
  readonly hasBehind: boolean;
  /** What a screen can make happen. */
  act<Name extends keyof SystemActions>(name: Name, given: SystemActions[Name]): void;
}

/** The looks that screens come in. */
export function lookOf({ platform }: Pick<SystemState, 'platform'>): 'ios' | 'android' | 'desktop' {
  return platform === 'iOS' ? 'ios' : platform === 'Android' ? 'android' : 'desktop';
}

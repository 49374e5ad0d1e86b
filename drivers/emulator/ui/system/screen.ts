import type { SystemAction, SystemActions, SystemState } from './state.ts';

/** What a screen can make happen; the state is asked for anew behind it. */
export type Act = <Action extends SystemAction>(action: Action, value: SystemActions[Action]) => void;

/** The looks that screens come in. */
export function lookOf({ platform }: Pick<SystemState, 'platform'>): 'ios' | 'android' | 'desktop' {
  return platform === 'iOS' ? 'ios' : platform === 'Android' ? 'android' : 'desktop';
}

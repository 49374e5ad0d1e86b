import type { SystemAction, SystemActions, SystemState } from './state.ts';

export interface SystemApi {
  state(): Promise<SystemState>;
  do<Action extends SystemAction>(action: Action, value: SystemActions[Action]): Promise<void>;
}

/** The phone behind the page. Throws Error when it does not answer. */
export function createSystemApi(): SystemApi {
  return {
    async state() {
      const response = await fetch('/state');
      if (!response.ok) throw new Error(`the phone does not tell its state: ${response.status}`);
      return (await response.json()) as SystemState;
    },
    async do(action, value) {
      const headers = { 'Content-Type': 'application/json' };
      const response = await fetch(`/do/${action}`, { method: 'POST', headers, body: JSON.stringify(value) });
      if (!response.ok) throw new Error(`the phone does not ${action}: ${response.status}`);
    },
  };
}

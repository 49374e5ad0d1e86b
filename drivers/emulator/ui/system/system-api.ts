import type { SystemActions, SystemState } from '../../phone/system-state.ts';

export interface SystemApi {
  state(): Promise<SystemState>;
  /** A person's tap: over when everything that it set off is done. */
  act<Name extends keyof SystemActions>(name: Name, given: SystemActions[Name]): Promise<void>;
}

/** The phone behind the page; a failure page asks across origins. Throws Error when it does not answer, or says no. */
export function createSystemApi(origin: string): SystemApi {
  return {
    async state() {
      const response = await fetch(`${origin}/state`);
      if (!response.ok) throw new Error(`the phone does not tell its state: ${response.status}`);
      return (await response.json()) as SystemState;
    },
    async act(name, given) {
      const headers = { 'Content-Type': 'application/json' };
      const response = await fetch(`${origin}/do/${name}`, { method: 'POST', headers, body: JSON.stringify(given) });
      if (response.ok) return;
      const { message = String(response.status) } = (await response.json().catch(() => ({}))) as { message?: string };
      throw new Error(message);
    },
  };
}

import type { Session } from '../session.ts';

/** A command by name through `execute/sync`: `mobile: deepLink`, `handset: setClock`. */
export interface ExecuteMethod {
  readonly params?: { readonly required?: readonly string[]; readonly optional?: readonly string[] };
  run(session: Session, given: Readonly<Record<string, unknown>>): Promise<unknown>;
}

export type ExecuteMethods = Readonly<Record<string, ExecuteMethod>>;

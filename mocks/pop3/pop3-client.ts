import type { RunningWorld } from '#sim/kernel';
import type { Maildrop } from './maildrop.ts';

/** One client, as commands see it. */
export interface Pop3Client {
  readonly world: RunningWorld;
  readonly isSecure: boolean;
  /** The address that USER named. */
  address: string;
  /** Undefined before the log-in. */
  maildrop: Maildrop | undefined;
  /** Takes a mailbox for this client alone; false when another one has it. */
  lock(mailbox: string): boolean;
}

export type Pop3Answer =
  | {
      readonly type: 'ok';
      readonly text: string;
      /** The lines behind the first one, as they go over the wire. */
      readonly lines?: Buffer;
      readonly after?: 'start-tls' | 'quit';
    }
  | { readonly type: 'asks'; answer(line: string): Pop3Answer };

export interface Pop3Command {
  readonly name: string;
  /** Before the log-in, behind it, or both. */
  readonly states: readonly ('authorization' | 'transaction')[];
  /** What follows the name: words between spaces. Throws Pop3Refusal. */
  run(client: Pop3Client, words: readonly string[]): Pop3Answer | Promise<Pop3Answer>;
}

/** A command that is not carried out: `-ERR`. */
export class Pop3Refusal extends Error {
  /** https://www.rfc-editor.org/rfc/rfc2449#section-8 */
  readonly code: string | undefined;

  constructor(text: string, code?: string) {
    super(text);
    this.code = code;
  }
}

export function ok(text: string, lines?: Buffer): Pop3Answer {
  return { type: 'ok', text, ...(lines !== undefined && { lines }) };
}

import type { SmtpReply } from '../../events/index.ts';
import type { Instant } from '../../kernel/index.ts';

/** A mail that a host could not hand on, or not yet. */
export interface Undelivered {
  /** `dsn_0001`. */
  readonly report: string;
  readonly action: 'failed' | 'delayed';
  /** The host that tells, and the one that it could not hand the mail to. */
  readonly reportingHost: string;
  readonly remoteHost: string;
  readonly reversePath: string;
  readonly recipient: string;
  readonly envelopeId: string;
  readonly reply: SmtpReply;
  readonly queuedAt: Instant;
  readonly now: Instant;
  /** Until when it is tried: of a delayed one. */
  readonly retryUntil: Instant;
  /** The mail. */
  readonly data: Uint8Array;
}

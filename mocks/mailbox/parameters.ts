/** How the receiving side of a world differs from a mailbox as it comes; a mailbox's own settings stand above these. */
export const mailboxDefaults = {
  /** `low`, `high`, or `certain` for all of it: how easily content filters take mail for junk; what real ones do is not published. */
  junkBias: 'low',
  /** How long a bounce of a host that forwards takes to come back; assumption. */
  bounceAfterMs: 1_000,
  /**
   * How long after taking a mail au sends it back when the account is limited, disabled or full; 0: it is refused at
   * once. Assumption: no source says when.
   */
  lateBounceMs: 0,
  /** By provider: conditions that are asked in this order instead, such as `{ softbank: [allowed-sender, spoofed] }`. */
  ruleOrder: {} as { readonly [provider: string]: readonly string[] },
  /** Whether addresses such as `spam+hanako@…` select what becomes of their mail: docs/magic-addresses.md. */
  magicAddresses: false,
  /** How much all mailboxes together keep before the oldest message goes; `null` is without end. Bytes are those of the messages. */
  capturesMax: null as number | null,
  bytesMax: null as number | null,
  /** By the world's clock. */
  ageMsMax: null as number | null,
};

/** How the receiving side of a world differs from a mailbox as it comes; a mailbox's own settings stand above these. */
export const mailboxDefaults = {
  /** `low` or `high`: how easily content filters take the mail for junk; what real filters do is not published. */
  junkBias: 'low',
  /** By provider: conditions that are asked in this order instead, such as `{ softbank: [allowed-sender, spoofed] }`. */
  ruleOrder: {} as { readonly [provider: string]: readonly string[] },
};

/** How SMTP reception differs from a host that knows nobody. */
export const smtpDefaults = {
  /**
   * Whether a client that does not say where it would be (XCLIENT) counts as the sender's own host, and the sender's
   * domain as one with right records: for trying mailings out, whose domains no zone here knows.
   */
  trustsSenders: false,
};

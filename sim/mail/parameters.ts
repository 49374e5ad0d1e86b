/** How the outgoing host behaves; a world may differ in any of it. */
export const mailDefaults = {
  /** How long the first attempt takes to leave; assumption. */
  latencyMsMin: 1_000,
  latencyMsMax: 3_000,
  /**
   * Waits between attempts, the last one repeating. At least 30 minutes with one earlier second try:
   * https://www.rfc-editor.org/rfc/rfc5321#section-4.5.4.1 ; the growth up to 4 hours is an assumption.
   */
  retryDelaysMs: [300_000, 1_800_000, 3_600_000, 7_200_000, 14_400_000],
  /** "generally needs to be at least 4-5 days", same clause. */
  giveUpAfterMs: 432_000_000,
  /**
   * A mail that still waits after this long is reported once as delayed: https://www.rfc-editor.org/rfc/rfc3464#section-2.3.3 ;
   * four hours are what sendmail is usually set to: assumption.
   */
  delayReportAfterMs: 14_400_000,
  /** How long a report of our own host takes until it is read; assumption. */
  reportLatencyMs: 1_000,
  /** How the sending host calls itself; assumption. */
  hostName: 'mail.openbadge.net',
  /**
   * Mails a day to personal Gmail from which a sender counts as a bulk sender:
   * https://support.google.com/a/answer/81126 ("close to 5,000 messages or more" within 24 hours).
   */
  bulkMailsPerDay: 5_000,
  reversePath: 'service@openbadge.net',
  /** The manual, 2-1. */
  fromAddress: 'service@openbadge.net',
  fromName: 'オープンバッジサービス',
  /** The manual, 2-1, leaves open whether 【】 are part of the subject or only mark the place of the name. */
  hasSubjectBrackets: true,
};

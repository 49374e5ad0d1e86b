/** A mail that the services sent, as its reader sees it. */
export interface MockedMail {
  /** What it is about, in the names of this project: `issue-notice`, `activation`, `password-reset`, … */
  readonly kind: string;
  /** The address it went to. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** In the order of reading, each once; the first is the one that the mail is for. */
  readonly links: readonly string[];
  /** The message as it went over the wire: RFC 5322, signed by DKIM. */
  readonly raw: Uint8Array;
}

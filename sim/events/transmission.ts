/** One mail transaction as the issuer's host hands it over: envelope and message, for one address. */
export interface Transmission {
  /** The queue's name of the message: `msg_0001`. */
  readonly message: string;
  /** What the simulation knows of the message and no real host would: its kind, and the credential that it is about. */
  readonly kind: string;
  readonly about?: string;
  readonly reversePath: string;
  readonly forwardPath: string;
  /** The address that the client connects from, and how it calls itself; the sender's own host when absent. */
  readonly clientAddress?: string;
  readonly helo?: string;
  /** What the client said up to MAIL, where that came over a socket: `EHLO client.test`, `MAIL FROM:<a@b.test> SIZE=100`. */
  readonly opening?: readonly string[];
  /** The message: RFC 5322 bytes with CRLF line ends. */
  readonly data: Buffer;
}

/** What the receiving host answered (RFC 5321 §4.2): the last reply of the transaction. */
export interface SmtpReply {
  readonly replyCode: number;
  /** RFC 3463, such as `5.1.1`. */
  readonly enhancedStatusCode?: string;
  /** The text after the codes. */
  readonly text: string;
  /** The command that was answered; absent means DATA: the reply after the final dot. */
  readonly stage?: SmtpStage;
}

export type SmtpStage = 'MAIL' | 'RCPT' | 'DATA';

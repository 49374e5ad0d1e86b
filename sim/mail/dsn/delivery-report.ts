import type { SmtpReply } from '../../events/index.ts';

/** What a delivery status notification tells of one recipient: https://www.rfc-editor.org/rfc/rfc3464#section-2.3 */
export interface RecipientReport {
  readonly finalRecipient: string;
  /** The address that the sender named, where the reporting host knows it. */
  readonly originalRecipient?: string;
  /** The other actions tell of no trouble. */
  readonly action: 'failed' | 'delayed';
  /** RFC 3463, such as `5.1.1`; `5.0.0` when the receiving host gave none. */
  readonly status: string;
  /** What the receiving host said. */
  readonly reply: SmtpReply;
}

/** A delivery status notification, read: https://www.rfc-editor.org/rfc/rfc3464#section-2 */
export interface DeliveryReport {
  readonly reportingHost: string;
  /** The sender's own name of the transaction, where the reporting host knows it. */
  readonly envelopeId?: string;
  /** The Message-ID of the mail that it is about. */
  readonly messageId?: string;
  readonly recipients: readonly RecipientReport[];
}

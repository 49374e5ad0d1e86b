import type { Language } from '../errors/index.ts';
import type { Instant } from '../kernel/index.ts';

interface LinkVariables {
  readonly recipientName: string;
  /** The live one-time link, absolute. */
  readonly link: string;
  readonly expiresAt: Instant;
}

/** What each kind of mail says, by kind. */
export interface MailVariables {
  'issue-notice': LinkVariables & { readonly issuerName: string };
  activation: LinkVariables;
  'password-reset': LinkVariables;
  'address-confirmation': LinkVariables;
  /** `number` is a secret like the link. */
  'receipt-number': LinkVariables & { readonly issuerName: string; readonly number: string };
}

export type MailKind = keyof MailVariables;

/** A mail to be sent. */
export type MailOrder = {
  readonly [Kind in MailKind]: {
    readonly kind: Kind;
    /** One address below `.test`. */
    readonly forwardPath: string;
    /** Japanese when absent. */
    readonly language?: Language;
    /** The credential that the mail is about. */
    readonly about?: string;
    readonly variables: MailVariables[Kind];
  };
}[MailKind];

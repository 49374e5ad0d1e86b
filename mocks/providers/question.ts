import type { Instant } from '#sim/kernel';
import type { Authentication } from './authentication.ts';
import type { Settings } from './setting.ts';

/** What a provider sees when it decides about one message for one mailbox. */
export interface Question {
  readonly mailbox: MailboxView;
  readonly message: Incoming;
}

export interface MailboxView {
  readonly address: string;
  /** Every setting of the provider, defaults filled in. */
  readonly settings: Settings;
  /** What all folders hold together. */
  readonly usedBytes: number;
}

export interface Incoming {
  readonly reversePath: string;
  readonly forwardPath: string;
  /** The address in the From field; empty when there is none. */
  readonly fromAddress: string;
  /** The addresses in To and Cc. */
  readonly recipients: readonly string[];
  /** The header section without From, To, Cc and Subject, unfolded. */
  readonly otherHeader: string;
  /** The values of all header fields of a name (in lower case), unfolded. */
  fields(name: string): readonly string[];
  readonly sizeBytes: number;
  /** What the world's zone says of the sender: absent as long as nobody asked, `unknown` in a world without a zone. */
  readonly authentication?: Authentication | 'unknown';
  /** What the provider has seen of this sender before; absent when it keeps no book. */
  readonly history?: History;
  /** Links in the bodies; decodes them when asked. */
  links(): readonly string[];
  /** The readable bodies; decodes them when asked. */
  bodies(): { readonly text: string; readonly html: string };
  /** Bytes of the longest line, without its end. */
  longestLine(): number;
  /** Absent in a world without a zone. */
  readonly zone?: ZoneView;
  /** Addresses of the same transaction that were taken before; absent when every address has a transaction of its own. */
  readonly recipientsBefore?: number;
  /** Whether the client encrypted the connection; absent when nobody can say. */
  readonly isEncrypted?: boolean;
}

/** What name servers say, as far as a provider asks them itself. */
export interface ZoneView {
  /** Whether a name has a record of one of the types; of any type at all when none is named. */
  hasRecord(name: string, types?: readonly ('A' | 'AAAA' | 'MX')[]): boolean;
  /** Whether the client's address has a name (PTR) that leads back to the address. */
  clientHasName(): boolean;
}

/** What a provider remembers of the deliveries before this one. */
export interface History {
  readonly now: Instant;
  /** When the same (client, reverse-path, forward-path) was here for the first time; undefined when it never was. */
  readonly firstTriedAt: Instant | undefined;
  /** Messages of the From address's organisational domain to this provider within the last hour, and the last 24 hours. */
  readonly lastHour: number;
  readonly lastDay: number;
  /** Addresses without a mailbox that the same client asked for within the last hour. */
  readonly unknownLastHour: number;
}

export function flag(question: Question, setting: string): boolean {
  return question.mailbox.settings[setting] === true;
}

export function choice(question: Question, setting: string): string {
  return String(question.mailbox.settings[setting]);
}

export function number(question: Question, setting: string): number {
  return Number(question.mailbox.settings[setting] ?? 0);
}

export function list(question: Question, setting: string): readonly string[] {
  return (question.mailbox.settings[setting] ?? []) as readonly string[];
}

/** Whether the From address is on a list of addresses and domains. */
export function isListed(question: Question, setting: string): boolean {
  return list(question, setting).some((entry) => fits(question.message.fromAddress, entry));
}

/** Whether an address of To or Cc is on a list of addresses and domains; blind copies are not seen. */
export function isRecipientListed(question: Question, setting: string): boolean {
  const { recipients } = question.message;
  return list(question, setting).some((entry) => recipients.some((address) => fits(address, entry)));
}

/** Whether an entry of a list means the address: the address itself, its domain, or a domain above that. */
export function fits(address: string, entry: string): boolean {
  const lower = address.toLowerCase();
  if (isAddress(entry)) return entry.toLowerCase() === lower;
  const listed = entry.toLowerCase().replace(/^@/, '');
  const domain = domainOf(lower);
  return domain === listed || domain.endsWith(`.${listed}`);
}

/** An entry with something before its `@`; all others are domains. */
export function isAddress(entry: string): boolean {
  return entry.lastIndexOf('@') > 0;
}

export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}

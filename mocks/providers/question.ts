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
  readonly sizeBytes: number;
  /** Links in the bodies; decodes them when asked. */
  links(): readonly string[];
  /** Bytes of the longest line, without its end. */
  longestLine(): number;
}

export function flag(question: Question, setting: string): boolean {
  return question.mailbox.settings[setting] === true;
}

export function choice(question: Question, setting: string): string {
  return String(question.mailbox.settings[setting]);
}

/** Whether the From address is on a list of addresses and domains. */
export function isListed(question: Question, setting: string): boolean {
  const address = question.message.fromAddress.toLowerCase();
  const domain = address.slice(address.lastIndexOf('@') + 1);
  return list(question, setting).some((listed) => {
    const entry = listed.toLowerCase();
    if (entry.lastIndexOf('@') > 0) return entry === address;
    const listedDomain = entry.replace(/^@/, '');
    return domain === listedDomain || domain.endsWith(`.${listedDomain}`);
  });
}

export function list(question: Question, setting: string): readonly string[] {
  return (question.mailbox.settings[setting] ?? []) as readonly string[];
}

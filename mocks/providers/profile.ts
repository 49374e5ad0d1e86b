import type { Bilingual } from '#sim/errors';
import type { SmtpStage } from '#sim/events';
import type { Question } from './question.ts';
import type { Setting } from './setting.ts';

export type Folder = 'inbox' | 'junk' | 'trash' | 'archive';

/** A reply as a profile writes it: `{address}` in the text is the address of the RCPT command. */
export interface ReplyTemplate {
  readonly replyCode: number;
  readonly enhancedStatusCode?: string;
  readonly text: string;
  readonly stage: SmtpStage;
}

export type Verdict =
  | { readonly type: 'rejected'; readonly reply: ReplyTemplate }
  | { readonly type: 'deferred'; readonly reply: ReplyTemplate }
  /** Accepted and thrown away; nobody is told. */
  | { readonly type: 'dropped' }
  | { readonly type: 'delivered'; readonly folder: 'inbox' | 'junk' };

/** One thing that a provider asks about a message, with its sentences for both answers. */
export interface Condition {
  readonly condition: string;
  /** The setting that it looks at; `{setting}` in a sentence is the provider's name for it. */
  readonly setting?: string;
  readonly holds: (question: Question) => boolean;
  readonly matched: Bilingual;
  readonly passed: Bilingual;
}

/** A condition at its place in a provider's order, and what follows when it holds. */
export interface Rule {
  readonly when: Condition;
  readonly verdict: Verdict;
  /** Where it is known from; `assumption: …` when no source was found. */
  readonly source: string;
}

export interface Profile {
  readonly provider: string;
  readonly name: Bilingual;
  readonly settings: { readonly [setting: string]: Setting };
  /** The answer to RCPT for an address without a mailbox. */
  readonly unknownUser: { readonly reply: ReplyTemplate; readonly source: string };
  /** Asked from first to last; the first that holds decides. The last one always holds. */
  readonly rules: readonly Rule[];
  /** Where the order is known from. */
  readonly orderSource: string;
  readonly acceptedText: { readonly enhancedStatusCode?: string; readonly text: string };
  /** How long a message stays in a folder before the provider removes it. */
  readonly retention: {
    readonly [folder in 'junk' | 'trash']: { readonly keptMs: number; readonly source: string };
  };
  /** What the mail app's search looks through. */
  readonly search: { readonly folders: readonly Folder[]; readonly source: string };
}

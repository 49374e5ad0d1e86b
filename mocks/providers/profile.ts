import type { Bilingual, Parameters } from '#sim/errors';
import type { SmtpStage } from '#sim/events';
import type { Question } from './question.ts';
import type { Setting, Settings } from './setting.ts';

export type Folder = 'inbox' | 'junk' | 'trash' | 'archive';

/** Where a provider may put a message: a quarantine is no folder, and no mail app shows it. */
export type Place = 'inbox' | 'junk' | 'quarantine';

/** A reply as a profile writes it: `{address}` is the address of the RCPT command, `{domain}` the domain it is about. */
export interface ReplyTemplate {
  readonly replyCode: number;
  readonly enhancedStatusCode?: string;
  readonly text: string;
  readonly stage: SmtpStage;
}

/** What a delivered message carries into the mail app. */
export type Mark = 'sender-warning' | 'sender-verified' | 'tab-updates' | 'tab-promotions' | 'focused-other';

export type Verdict =
  | { readonly type: 'rejected'; readonly reply: ReplyTemplate }
  | { readonly type: 'deferred'; readonly reply: ReplyTemplate }
  /** Accepted and thrown away; nobody is told. */
  | { readonly type: 'dropped' }
  | { readonly type: 'delivered'; readonly folder: 'inbox' | 'junk' }
  /** Kept apart from the mailbox until someone lets it out. */
  | { readonly type: 'quarantined'; readonly releasedBy: 'user' | 'admin' }
  /** Decides nothing, but these conditions are not asked any more. */
  | { readonly type: 'exempted'; readonly from: readonly string[] }
  /** Decides nothing, but the message will bear a mark. */
  | { readonly type: 'marked'; readonly mark: Mark };

/** What a provider writes down of what it saw, for the questions that ask. */
export type Memory = 'first-tries' | 'traffic' | 'unknown-users';

export type Need = Memory | 'authentication' | 'zone' | 'transaction' | 'encryption';

/** One thing that a provider asks about a message, with its sentences for both answers. */
export interface Condition {
  readonly condition: string;
  /** The setting that it looks at; `{setting}` in a sentence is the provider's name for it. */
  readonly setting?: string;
  /** What the world must know to answer; without it the question is not asked. */
  readonly needs?: readonly Need[];
  readonly holds: (question: Question) => boolean;
  /** For further `{…}` of the sentences and of the reply. */
  readonly words?: (question: Question) => Parameters;
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

/** What the local part of an address may look like at a provider; nothing else reaches a mailbox. */
export interface AddressGrammar {
  readonly allows: (localPart: string) => boolean;
  readonly reply: ReplyTemplate;
  readonly source: string;
}

export type ScanMethod = 'HEAD' | 'GET';

/** Machines that look at links before the reader does. */
export interface LinkScanner {
  readonly name: Bilingual;
  /** Put before the percent-encoded link; absent when links stay as they are. */
  readonly rewritesTo?: string;
  /** How many machines come, and how long after the arrival; each fetches every link, and every image of the HTML. */
  readonly prefetches: number;
  readonly prefetchAfterMs: number;
  /** What a machine asks of each, in this order; GET alone when absent. */
  readonly methods?: readonly ScanMethod[];
  readonly source: string;
}

export interface Profile {
  readonly provider: string;
  readonly name: Bilingual;
  readonly settings: { readonly [setting: string]: Setting };
  /** By a choice setting and its value: the settings that it stands for. They hold whatever is set beside them. */
  readonly presets?: { readonly [setting: string]: { readonly [value: string]: Settings } };
  readonly addressGrammar?: AddressGrammar;
  /** Asked at MAIL, before anybody knows whom the message is for: they look at nothing of the mailbox. */
  readonly atMail?: readonly Rule[];
  /** The answer to RCPT for an address without a mailbox. */
  readonly unknownUser: { readonly reply: ReplyTemplate; readonly source: string };
  /** Asked from first to last; the first that decides ends it. The last one always holds. */
  readonly rules: readonly Rule[];
  /** Where the order is known from. */
  readonly orderSource: string;
  readonly acceptedText: { readonly enhancedStatusCode?: string; readonly text: string };
  /** How long a message stays in a folder before the provider removes it. */
  readonly retention: {
    readonly [folder in 'junk' | 'trash']: { readonly keptMs: number; readonly source: string };
  };
  /** A place for dangerous mail apart from the mailbox. */
  readonly quarantine?: {
    readonly keptMs: number;
    /** Who writes the daily list of what is held, and under which subject. */
    readonly digest: { readonly from: string; readonly fromName: string; readonly subject: string };
    readonly source: string;
  };
  /** A daily mail to the owner about what one filter threw away. */
  readonly report?: {
    /** The flag that asks for it. */
    readonly setting: string;
    /** The rule whose finds it tells of, and the setting whose name it gives for the reason. */
    readonly condition: string;
    readonly reasonSetting: string;
    readonly mail: { readonly from: string; readonly fromName: string; readonly subject: string };
    readonly source: string;
  };
  /** A change of mind after the delivery: `later` holds which setting says so. */
  readonly zap?: { readonly setting: string; readonly afterMsSetting: string; readonly source: string };
  readonly scanner?: LinkScanner;
  /** What the mail app's search looks through. */
  readonly search: { readonly folders: readonly Folder[]; readonly source: string };
}

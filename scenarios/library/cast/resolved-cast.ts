import type { StoreCircumstances } from '#drivers/handset';
import type { Bilingual } from '#sim/errors';
import type { Json } from '#sim/kernel';
import type { SecuringMechanism } from '#sim/proof';

/** The people and things that one cell of a scenario plays with. Order is that of the scenario's `cast`. */
export interface ResolvedCast {
  readonly schools: readonly ResolvedSchool[];
  readonly students: readonly ResolvedStudent[];
}

export interface ResolvedSchool {
  /** The key in the scenario's `cast`. */
  readonly key: string;
  /** `mihon-university` */
  readonly slug: string;
  readonly name: Bilingual;
  /** The school's own mail domain, real and without `.test`. */
  readonly domain: string;
  /** Whether the gate and the counter trust it from the start. */
  readonly isKnownAtGate: boolean;
  /** How its credentials are secured; as usual when absent. */
  readonly proof?: SecuringMechanism;
}

export interface ResolvedStudent {
  /** The key in the scenario's `cast`. */
  readonly key: string;
  /** `見本 花子` */
  readonly name: string;
  /** `ミホン ハナコ` */
  readonly kana: string;
  readonly studentNumber: string;
  readonly faculty: string;
  /** The key of the school whose roster the student is on. */
  readonly school: string;
  /** The student's own address: real, without `.test`. */
  readonly address: string;
  /** The row of the school's roster, which may be wrong; absent when the student is not on it. */
  readonly roster?: ResolvedRosterRow;
  readonly provider: string;
  /** What the student has set for the mailbox of that address; which settings exist is the provider's business. */
  readonly mailbox: { readonly [setting: string]: Json };
  readonly otherMailboxes: readonly ResolvedMailbox[];
  /** The device that the wallet is meant for; absent when there is none (`handset: none`). */
  readonly handset?: ResolvedHandset;
  /** Further devices, by the name that steps call them. */
  readonly otherHandsets: { readonly [name: string]: ResolvedHandset };
}

export interface ResolvedRosterRow {
  readonly studentNumber: string;
  readonly name: string;
  readonly kana: string;
  readonly faculty: string;
  readonly address: string;
}

export interface ResolvedMailbox {
  readonly address: string;
  readonly provider: string;
  readonly settings: { readonly [name: string]: Json };
}

export interface ResolvedHandset {
  readonly platform: 'iOS' | 'Android' | 'Windows' | 'ChromeOS';
  /** As the device shows it: `15.0`. */
  readonly version: string;
  readonly form: 'phone' | 'tablet' | 'pc';
  readonly model: string;
  readonly settings: HandsetSettings;
}

/** What differs from a handset as it comes. */
export interface HandsetSettings extends Partial<StoreCircumstances> {
  /** The version of the LecoS app that is on it already. */
  readonly appVersion?: string;
  /** The app for Open Badges 2.0 is on it, with a badge of this name. */
  readonly oldBadge?: string;
}

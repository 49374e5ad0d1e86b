import type { Handset, MailApp } from '#drivers/handset';
import type { Bilingual } from '#sim/errors';
import type { EventData, EventName } from '#sim/events';
import type { Fetch, Json, RunningWorld } from '#sim/kernel';
import type { Counter, Gate } from '#sim/verify';

/** What a step acts on: the world, who plays in it, and what earlier steps kept. */
export interface Play {
  readonly world: RunningWorld;
  readonly fetch: Fetch;
  readonly gate: Gate;
  readonly counter: Counter;
  /** The only school when no name is given. Throws ServiceError `cast-ambiguous`, `cast-unknown-member`. */
  school(name?: string): PlayedSchool;
  /** The only student when no name is given. Throws as {@link school}. */
  student(name?: string): PlayedStudent;
  readonly students: readonly PlayedStudent[];
  /** Keeps a value for later steps under a name; `what` says in the log what it is, the value itself stays out of it. */
  keep(name: string, value: Json, what: string): Promise<void>;
  /** Throws ServiceError `scenario-name-unknown`. */
  kept(name: string): Json;
  /** Asks a desk; its answer is an event. Throws ServiceError when the desk has no such topic. */
  ask(student: PlayedStudent, party: 'school' | 'lecos', about: string): Promise<unknown>;
  record<Name extends EventName>(type: Name, data: EventData<Name>): Promise<void>;
}

export interface PlayedSchool {
  readonly slug: string;
  readonly name: Bilingual;
  /** Calls the issuer API as this school. Throws the ServiceError that the answer carries. */
  call<Answer>(method: string, path: string, body?: Json): Promise<Answer>;
  importRoster(csv: string | Uint8Array): Promise<RosterAnswer>;
}

export interface RosterRemark {
  readonly line: number;
  readonly column: string;
  readonly code: string;
}

export interface RosterAnswer {
  readonly roster: string;
  readonly accepted: number;
  readonly rejected: readonly RosterRemark[];
  /** What was changed or looks odd in the rows that were taken. */
  readonly warnings: readonly RosterRemark[];
}

export interface PlayedStudent {
  /** The name in the cast: `student`. */
  readonly key: string;
  readonly school: PlayedSchool;
  readonly name: string;
  /** The number that the school has of the student, right or wrong. */
  readonly studentNumber: string;
  /** The number that the student knows as their own. */
  readonly ownNumber: string;
  /**
   * The simulated address that the school has on its roster now; that of the cast as long as the roster has one that is
   * none of the student's.
   */
  readonly address: string;
  /** The address of the student's mailbox at a provider, {@link address} when none is named. Throws ServiceError `cast-unknown-member`. */
  addressAt(provider?: string): string;
  readonly password: string;
  /** The device that the wallet is meant for, or another one of the student's by name. Throws ServiceError `cast-unknown-member`. */
  handset(name?: string): Handset;
  /**
   * The mail app of that device; that of the phone when none is named. A student who has no phone reads mail elsewhere.
   * Throws ServiceError `cast-unknown-member`.
   */
  mailApp(device?: string): MailApp;
}

import type { Json } from '#sim/kernel';

/** One entry of a scenario's `cast`: whose data to use, and what differs from them. */
export interface CastMember {
  readonly role: 'school' | 'student';
  /** A key of the schools or students of the library, or `generated`. */
  readonly use?: string;
  readonly [override: string]: Json | undefined;
}

import type { Bilingual } from '#sim/errors';
import type { Json } from '#sim/kernel';
import type { CastMember, Row } from '../library/cast/index.ts';
import type { ResolutionParty } from './resolution-party.ts';

/** What is replayed. YAML, the builder, the recorder and the shrinker all make this one value. */
export interface Scenario {
  /** `S-2.2-01` */
  readonly id: string;
  readonly title: Bilingual;
  readonly description?: Bilingual;
  /** The sections of the manual that it plays: `2-2`. */
  readonly manual: readonly string[];
  /** How the case is known: the manual says so, implies it, comparable services behave so, or it is somebody's own. */
  readonly stated: 'manual' | 'implied' | 'inferred' | 'own';
  readonly tags: readonly string[];
  /** 0 … 2^32 - 1 */
  readonly seed: number;
  /** RFC 3339 with an offset. */
  readonly starts: string;
  /** By key: `school` and `student` have that role; other keys name theirs. Leaves may be `$column`. */
  readonly cast: Readonly<Record<string, CastMember>>;
  /** By module: what differs from its defaults. Leaves may be `$column`. */
  readonly world: Readonly<Record<string, Json>>;
  readonly limits?: { readonly time?: string; readonly events?: number };
  /** The cells to play: at least one; `{}` when there is no matrix. */
  readonly matrix: readonly Row[];
  readonly steps: readonly Step[];
  readonly resolution?: Resolution;
  /** Invariants on top of those that every run checks. */
  readonly never: readonly string[];
  /** Where it came from, as the caller named it. */
  readonly file: string;
}

/** One step: exactly one `actor.verb`, where it stands in the file (from 1), and its value. */
export interface Step {
  readonly verb: string;
  readonly value: Json;
  readonly line: number;
  readonly column: number;
}

/** What the case turns out to be: the label that diagnosis is tested against. */
export interface Resolution {
  readonly cause: string;
  /** Who puts it right. */
  readonly party: ResolutionParty;
  /** How often support is asked until then. */
  readonly contacts?: number;
}

import type { Static, TSchema } from 'typebox';
import type { Bilingual } from '#sim/errors';

/**
 * The `$comment` of a member that takes the name of something that an earlier step keeps with `as`, `batch` or `keep`;
 * what the member takes besides stands in its `examples`.
 */
export const takesKeptName = 'takes a kept name';

export type VerbName = `${string}.${string}`;

/**
 * What a step can say: `actor.verb`, what its value looks like, and one use of it as prose. `Name` lets the builder know
 * which value belongs to which verb.
 */
export interface Verb<Value extends TSchema = TSchema, Name extends VerbName = VerbName> {
  /** `student.opensMail` */
  readonly verb: Name;
  /** One sentence for the editor's schema, the docs and completion. */
  readonly description: Bilingual;
  /** What the value must be; a step that gives none (`''` or null in YAML) gives `{}`. */
  readonly value: Value;
  /** Prose of one use, a sentence without its final stop; leaves of the value may still be `$name`. */
  sentence(value: Static<Value>): Bilingual;
}

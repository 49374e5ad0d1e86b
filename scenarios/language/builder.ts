import type { Static } from 'typebox';
import type { Bilingual } from '#sim/errors';
import type { Json } from '#sim/kernel';
import { parseScenario } from './parse-scenario.ts';
import type { Resolution, Scenario } from './scenario.ts';
import { printFile, toYaml } from './to-yaml.ts';
import type { Verb } from './verb.ts';

/** The keys of a scenario file without its steps; what is left out has the same default as in YAML. */
export interface ScenarioHead {
  readonly id: string;
  readonly title: Bilingual;
  readonly description?: Bilingual;
  readonly manual?: readonly string[];
  readonly stated?: Scenario['stated'];
  readonly tags?: readonly string[];
  readonly seed: number;
  readonly starts?: string;
  readonly cast: { readonly [key: string]: { readonly [member: string]: Json } };
  readonly world?: { readonly [module: string]: { readonly [parameter: string]: Json } };
  readonly limits?: { readonly time?: string; readonly events?: number };
  /** Columns, `rows`, or both, as in YAML. */
  readonly matrix?: { readonly [column: string]: readonly Json[] };
  readonly resolution?: Resolution;
  readonly never?: readonly string[];
}

/** A value in which every leaf may be a `$name` instead. */
type Named<Value> = Value extends readonly (infer Item)[]
  ? readonly Named<Item>[]
  : Value extends object
    ? { readonly [Key in keyof Value]: Named<Value[Key]> }
    : Value | `$${string}`;

type ValueOf<Verbs extends readonly Verb[], Name> = Named<
  Static<Extract<Verbs[number], { readonly verb: Name }>['value']>
>;

/** A value that needs no member may be left out. */
type Given<Value> = Record<never, never> extends Value ? [value?: Value] : [value: Value];

/** Each call returns a new builder, so that one beginning can have several ends. */
export interface ScenarioBuilder<Verbs extends readonly Verb[]> {
  step<const Name extends Verbs[number]['verb']>(
    verb: Name,
    ...value: Given<ValueOf<Verbs, Name>>
  ): ScenarioBuilder<Verbs>;
  /**
   * The scenario as its YAML would be read: places are those in what `toYaml` prints. `file` is `<id>.yaml` unless
   * given. Throws ScenarioFault.
   */
  build(file?: string): Scenario;
}

/** Makes `scenario(head).step(…).build()` for a set of verbs. */
export function builderOf<const Verbs extends readonly Verb[]>(
  verbs: Verbs,
): (head: ScenarioHead) => ScenarioBuilder<Verbs> {
  const continued = (head: ScenarioHead, steps: readonly Json[]): ScenarioBuilder<Verbs> => ({
    step: (verb, ...[value = {}]) => continued(head, [...steps, { [verb]: value as Json }]),
    build(file = `${head.id}.yaml`) {
      const written = parseScenario(printFile({ ...(head as unknown as Record<string, Json>), steps }), file, verbs);
      // Read from what `toYaml` prints, so that places are those of the file that is saved from it.
      return parseScenario(toYaml(written), file, verbs);
    },
  });
  return (head) => continued(head, []);
}

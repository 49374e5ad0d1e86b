import type { Static } from 'typebox';
import { type Json, parseInstant } from '#sim/kernel';
import { namesIn } from '../library/cast/index.ts';
import { checkFilled, checkNames } from './check-filled.ts';
import { checkValue } from './check-value.ts';
import { defaultStart, fileSchema, resolutionSchema } from './file-schema.ts';
import { jsonSchemaOf } from './json-schema.ts';
import type { Located } from './located.ts';
import { readCast } from './read-cast.ts';
import { type Matrix, readMatrix, rowOf } from './read-matrix.ts';
import { readSteps } from './read-steps.ts';
import { readYaml } from './read-yaml.ts';
import type { Resolution, Scenario } from './scenario.ts';
import { type Problem, ScenarioFault } from './scenario-fault.ts';
import type { Verb } from './verb.ts';

/**
 * Reads a scenario from YAML. `file` only names the place in errors. Throws {@link ScenarioFault}, which holds every
 * problem of the file (at most 20), each with line, column, what was found and what would fit.
 */
export function parseScenario(text: string, file: string, verbs: readonly Verb[]): Scenario {
  const root = readYaml(text, file);
  const part = (key: string): Located | undefined => root.members?.get(key)?.node;
  const problems: Problem[] = checkValue(jsonSchemaOf(fileSchema), root);
  const matrix = readMatrix(part('matrix'), problems);
  const columns = new Set(matrix.columns.keys());
  const castNode = part('cast');
  const cast = castNode?.members === undefined ? {} : readCast(castNode, matrix, problems);
  const steps = readSteps(part('steps')?.items ?? [], verbs, matrix, problems);
  const resolution = part('resolution');
  if (resolution !== undefined) problems.push(...checkFilled(jsonSchemaOf(resolutionSchema), resolution, matrix));
  for (const node of [part('world'), resolution]) {
    if (node !== undefined) problems.push(...checkNames(node, columns));
  }
  const named = [castNode, part('world'), part('steps'), resolution].flatMap((node) => namesIn(node?.value));
  problems.push(...unusedColumns(matrix, new Set(named)), ...startProblems(part('starts')));
  if (problems.length > 0) throw new ScenarioFault(file, problems);
  const head = root.value as unknown as Static<typeof fileSchema>;
  return {
    id: head.id,
    title: head.title,
    ...(head.description === undefined ? {} : { description: head.description }),
    manual: head.manual ?? [],
    stated: head.stated ?? 'own',
    tags: head.tags ?? [],
    seed: head.seed,
    starts: head.starts ?? defaultStart,
    cast,
    world: (head.world ?? {}) as Record<string, Json>,
    ...(head.limits === undefined ? {} : { limits: head.limits }),
    matrix: matrix.rows.map(rowOf),
    steps,
    ...(resolution === undefined ? {} : { resolution: resolution.value as unknown as Resolution }),
    never: head.never ?? [],
    file,
  };
}

function unusedColumns(matrix: Matrix, named: ReadonlySet<string>): Problem[] {
  return [...matrix.columns]
    .filter(([column]) => !named.has(column))
    .map(([column, place]) => ({
      code: 'scenario-column-unused',
      place,
      found: column,
      expected: `$${column}`,
      suggestion: `$${column}`,
    }));
}

/** A day that the calendar does not have passes every pattern. */
function startProblems(node: Located | undefined): Problem[] {
  if (typeof node?.value !== 'string') return [];
  const day = node.value.slice(0, 10);
  const midnight = parseInstant(`${day}T00:00:00Z`);
  const isDay = midnight !== undefined && new Date(midnight).toISOString().startsWith(day);
  if (
    /^\d{4}-\d\d-\d\dT/.test(node.value) &&
    (!isDay || (hasOffset(node.value) && parseInstant(node.value) === undefined))
  ) {
    const { place, value: found } = node;
    return [
      {
        code: 'scenario-wrong-value',
        place,
        found,
        expected: { ja: '暦にある日時（時差つき）', en: 'a date of the calendar, with time and offset' },
        suggestion: defaultStart,
      },
    ];
  }
  return [];
}

function hasOffset(text: string): boolean {
  return /(Z|[+-]\d\d:\d\d)$/.test(text);
}

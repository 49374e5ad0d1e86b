import type { Bilingual } from '#sim/errors';
import type { Json } from '#sim/kernel';
import { nearest } from '#sim/kernel';
import { nameOf } from '../library/cast/index.ts';
import { checkFilled, checkNames, usableNames } from './check-filled.ts';
import { exampleOf } from './describe-schema.ts';
import { mostSteps } from './file-schema.ts';
import { inlineYaml } from './inline-yaml.ts';
import { branchesAt, type JsonSchema, jsonSchemaOf } from './json-schema.ts';
import { type Located, orEmpty } from './located.ts';
import type { Matrix } from './read-matrix.ts';
import type { Step } from './scenario.ts';
import { mostProblems, type Problem } from './scenario-fault.ts';
import { takesKeptName, type Verb } from './verb.ts';

/** The steps in order, each held against its verb in every cell; what is wrong goes into `problems`. */
export function readSteps(
  nodes: readonly Located[],
  verbs: readonly Verb[],
  matrix: Matrix,
  problems: Problem[],
): Step[] {
  const byName = new Map<string, Verb>(verbs.map((verb) => [verb.verb, verb]));
  const known = new Set(matrix.columns.keys());
  // What comes after too many steps, or too many problems, is not looked at: the file is refused anyway.
  return nodes.slice(0, mostSteps).flatMap((node) => {
    if (problems.length >= mostProblems) return [];
    const entry = node.members?.size === 1 ? [...node.members][0] : undefined;
    if (entry === undefined) {
      problems.push(notAStep(node, byName));
      return [];
    }
    const [name, { key, node: given }] = entry;
    const verb = byName.get(name);
    if (verb === undefined) {
      problems.push(unknownVerb(name, key, [...byName.keys()]));
      return [];
    }
    const value = orEmpty(given);
    problems.push(...checkFilled(jsonSchemaOf(verb.value), value, matrix), ...checkNames(value, known));
    problems.push(...keptNameProblems(jsonSchemaOf(verb.value), value, known), ...keepNames(value, matrix, known));
    return [{ verb: name, value: value.value, line: key.line, column: key.column }];
  });
}

/** Names of credentials and batches that no earlier step gave. */
function keptNameProblems(schema: JsonSchema, value: Located, known: ReadonlySet<string>): Problem[] {
  return [...(value.members ?? [])].flatMap(([key, { node }]) => {
    const [member] = branchesAt(schema, [key]);
    const isKept = member?.$comment === takesKeptName;
    if (!isKept || typeof node.value !== 'string' || nameOf(node.value) !== undefined) return [];
    const others = Array.isArray(member.examples) ? member.examples.map(String) : [];
    const names = [...others, ...known];
    if (names.includes(node.value)) return [];
    const suggestion = nearest(node.value, names, '');
    return [
      { code: 'scenario-name-unknown', place: node.place, found: node.value, expected: usableNames(names), suggestion },
    ];
  });
}

/** What `keep`, `as` and `batch` of a step name is known to the steps after it. */
function keepNames(value: Located, matrix: Matrix, known: Set<string>): Problem[] {
  const problems: Problem[] = [];
  for (const key of ['keep', 'as', 'batch']) {
    const node = value.members?.get(key)?.node;
    if (typeof node?.value !== 'string' || nameOf(node.value) !== undefined) continue;
    const name = node.value;
    if (matrix.columns.has(name)) {
      problems.push({
        code: 'scenario-name-taken',
        place: node.place,
        found: name,
        expected: '',
        suggestion: `${name}2`,
      });
    }
    known.add(name);
  }
  return problems;
}

function notAStep(node: Located, verbs: ReadonlyMap<string, Verb>): Problem {
  const keys = [...(node.members?.keys() ?? [])];
  const written = typeof node.value === 'string' ? node.value : (keys[0] ?? '');
  const verb = verbs.get(nearest(written, [...verbs.keys()], [...verbs.keys()][0] ?? ''));
  const found = node.members === undefined ? inlineYaml(node.value) : keys.join(', ') || '{}';
  const said = saidOfStep(node, keys, found);
  const example: Json = verb === undefined ? {} : { [verb.verb]: exampleOf(jsonSchemaOf(verb.value)) };
  const suggestion = `- ${inlineYaml(example).slice(2, -2)}`;
  return { code: 'scenario-step', place: node.place, found, said, expected: 'actor.verb', suggestion };
}

function saidOfStep(node: Located, keys: readonly string[], found: string): Bilingual {
  if (keys.length > 1)
    return { ja: `キーが${keys.length}個あります（${found}）`, en: `there are ${keys.length} (${found})` };
  if (typeof node.value === 'string') {
    return { ja: `「${found}」にコロンがありません`, en: `there is no colon in "${found}"` };
  }
  return { ja: `${found} は手順ではありません`, en: `${found} is no step` };
}

function unknownVerb(name: string, place: Located['place'], verbs: readonly string[]): Problem {
  const actors = [...new Set(verbs.map((verb) => verb.split('.')[0] ?? verb))];
  const ofActor = verbs.filter((verb) => verb.startsWith(`${name.split('.')[0]}.`));
  const expected = ofActor.length > 0 ? ofActor.join(' | ') : actors.map((actor) => `${actor}.…`).join(' | ');
  return {
    code: 'scenario-unknown-verb',
    place,
    found: name,
    expected,
    suggestion: nearest(name, verbs, ''),
  };
}

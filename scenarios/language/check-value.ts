import { Check, Errors } from 'typebox/schema';
import type { Json } from '#sim/kernel';
import { nearest } from '#sim/kernel';
import { nameOf } from '../library/cast/index.ts';
import { describeSchemas, exampleOf } from './describe-schema.ts';
import { inlineYaml } from './inline-yaml.ts';
import { branchesAt, branchesOf, type JsonSchema, memberNames } from './json-schema.ts';
import { type Located, partOf } from './located.ts';
import { mostProblems, type Problem } from './scenario-fault.ts';

/** The nodes that a matrix row gives to its columns. */
export type Cells = ReadonlyMap<string, Located>;

interface Finding {
  readonly path: readonly string[];
  readonly unknown: readonly string[];
  readonly missing: readonly string[];
}

/**
 * Holds a value against its schema. `checked` is what validates (the schema, or the open one), `filled` the value with
 * the row's cells in it; what is wrong with a cell is reported where the cell stands.
 */
export function checkValue(
  schema: JsonSchema,
  node: Located,
  options: { readonly checked?: JsonSchema; readonly filled?: Json; readonly cells?: Cells } = {},
): Problem[] {
  const { checked = schema, filled = node.value, cells = new Map() } = options;
  if (Check(checked, filled)) return [];
  const problems: Problem[] = [];
  for (const findings of byPath(checked, filled).values()) {
    const [first] = findings;
    if (first !== undefined) problems.push(...explained(schema, node, cells, first.path, findings));
  }
  return problems;
}

/**
 * The findings at each path. Where a part of a value is wrong, that the whole fits no alternative is no news. A key that
 * may not be there is found twice: as a member that no value fits ('boolean'), and by its mapping, unless the validator,
 * which stops after a few errors, never comes so far.
 */
function byPath(schema: JsonSchema, value: Json): Map<string, Finding[]> {
  const [, errors] = Errors(schema, value);
  const found = new Map<string, Finding[]>();
  for (const error of errors) {
    const isAlternative = error.keyword === 'anyOf' || error.schemaPath.includes('/anyOf/');
    const isDeeper = (other: { readonly instancePath: string }) =>
      other.instancePath.startsWith(`${error.instancePath}/`);
    if (isAlternative && error.keyword !== 'additionalProperties' && errors.some(isDeeper)) continue;
    const path = error.instancePath
      .split('/')
      .slice(1)
      .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
    const refused = error.keyword === 'boolean' ? path.splice(-1) : [];
    const finding: Finding = {
      path,
      unknown: error.keyword === 'additionalProperties' ? error.params.additionalProperties : refused,
      missing: error.keyword === 'required' ? error.params.requiredProperties : [],
    };
    const at = JSON.stringify(path);
    found.set(at, [...(found.get(at) ?? []), finding]);
  }
  return found;
}

function explained(
  schema: JsonSchema,
  root: Located,
  cells: Cells,
  path: readonly string[],
  findings: readonly Finding[],
): Problem[] {
  const node = follow(root, path, cells);
  const branches = branchesAt(schema, path);
  const names = branches.flatMap(memberNames);
  const isMapping = node.members !== undefined;
  const unknown = findings.flatMap((finding) => finding.unknown);
  const strange = [...new Set(unknown)].filter((key) => !names.includes(key)).slice(0, mostProblems);
  const missing = findings.flatMap((finding) => finding.missing);
  if (!isMapping || strange.length + missing.length === 0) return [{ ...wrongValue(node, branches), path }];
  const isOneShape = branches.length === 1 || strange.length === 0;
  return [
    ...strange.map((key) => unknownKey(node, key, names)),
    ...(isOneShape ? [...new Set(missing)].map((key) => missingKey(node, key, branches)) : []),
  ];
}

/** The node at a path; behind a `$name` that the row gives, the row's cell. */
function follow(root: Located, path: readonly string[], cells: Cells): Located {
  let node = throughName(root, cells);
  for (const key of path) {
    const part = partOf(node, key);
    if (part === undefined) break;
    node = throughName(part, cells);
  }
  return node;
}

function throughName(node: Located, cells: Cells): Located {
  const name = nameOf(node.value);
  return (name === undefined ? undefined : cells.get(name)) ?? node;
}

function unknownKey(node: Located, key: string, names: readonly string[]): Problem {
  return {
    code: 'scenario-unknown-key',
    place: node.members?.get(key)?.key ?? node.place,
    found: key,
    expected: names.join(' | ') || '{}',
    suggestion: nearest(key, names, ''),
  };
}

function missingKey(node: Located, key: string, branches: readonly JsonSchema[]): Problem {
  const [member] = branches.flatMap((branch) => branchesAt(branch, [key]));
  return {
    code: 'scenario-missing-key',
    place: node.place,
    found: [...(node.members?.keys() ?? [])].join(', ') || '{}',
    expected: key,
    suggestion: inlineYaml({ [key]: member === undefined ? null : exampleOf(member) }).slice(2, -2),
  };
}

function wrongValue(node: Located, branches: readonly JsonSchema[]): Problem {
  const { place, source, value } = node;
  const expected = describeSchemas(branches);
  const isBare = source !== undefined && (typeof value === 'number' || typeof value === 'boolean');
  if (isBare && branches.some((branch) => Check(branch, source))) {
    return { code: 'scenario-unquoted', place, found: source, expected, suggestion: JSON.stringify(source) };
  }
  const found = source || inlineYaml(value);
  return { code: 'scenario-wrong-value', place, found, expected, suggestion: suggestionFor(value, branches) };
}

/** The nearest of the values that fit, when they can be listed; else a value that fits. */
function suggestionFor(value: Json, branches: readonly JsonSchema[]): string {
  const listed = branches.flatMap(branchesOf).flatMap((branch) => branch.enum ?? branch.const ?? []);
  const texts = listed.filter((item) => typeof item === 'string');
  const [branch] = branches;
  const example = inlineYaml(branch === undefined ? {} : exampleOf(branch));
  return typeof value === 'string' && texts.length > 0 ? nearest(value, texts, example) : example;
}

import { Document, isCollection, isMap, isScalar, isSeq } from 'yaml';
import type { Json } from '#sim/kernel';
import type { CastMember, Row } from '../library/cast/index.ts';
import type { Scenario } from './scenario.ts';

/** Writes a scenario as a person would: one line a step, a member of the cast, a matrix row. Defaults are left out. */
export function toYaml(scenario: Scenario): string {
  return printFile(fileOf(scenario));
}

/** Prints the keys of a scenario file in the order in which they are given. */
export function printFile(file: { readonly [key: string]: Json | undefined }): string {
  const present = Object.fromEntries(Object.entries(file).filter(([, value]) => value !== undefined));
  const document = new Document(present, { schema: 'core', aliasDuplicateObjects: false });
  for (const [key, value] of membersOf(document.contents)) {
    if (key === 'cast' || key === 'world') membersOf(value).map(([, member]) => flow(member));
    else if (key === 'steps')
      itemsOf(value)
        .flatMap(membersOf)
        .map(([, given]) => flow(given));
    else if (key === 'matrix')
      membersOf(value).map(([column, cells]) => (column === 'rows' ? itemsOf(cells) : [cells]).map(flow));
    else flow(value);
  }
  return document.toString({
    lineWidth: 0,
    blockQuote: 'literal',
    doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
  });
}

function membersOf(node: unknown): [string, unknown][] {
  return isMap(node) ? node.items.map((pair) => [isScalar(pair.key) ? String(pair.key.value) : '', pair.value]) : [];
}

function itemsOf(node: unknown): unknown[] {
  return isSeq(node) ? node.items : [];
}

/** Puts a collection on one line, unless a text of several lines is in it: that one stays as readable as it is. */
function flow(node: unknown): void {
  if (isCollection(node)) node.flow = !JSON.stringify(node).includes('\\n');
}

/** The keys of the file that say what the scenario is; what a default says is left out. */
function fileOf(scenario: Scenario): { readonly [key: string]: Json | undefined } {
  const unlessEmpty = <Value extends Json>(value: Value): Value | undefined =>
    Object.keys(value as object).length === 0 ? undefined : value;
  return {
    id: scenario.id,
    title: { ...scenario.title },
    description: scenario.description && { ...scenario.description },
    manual: unlessEmpty(scenario.manual),
    stated: scenario.stated === 'own' ? undefined : scenario.stated,
    tags: unlessEmpty(scenario.tags),
    seed: scenario.seed,
    starts: scenario.starts,
    cast: Object.fromEntries(Object.entries(scenario.cast).map(([key, member]) => [key, memberOf(key, member)])),
    world: unlessEmpty(scenario.world),
    limits: scenario.limits && { ...scenario.limits },
    matrix: matrixOf(scenario.matrix),
    steps: scenario.steps.map((step) => ({ [step.verb]: step.value })),
    resolution: scenario.resolution && { ...scenario.resolution },
    never: unlessEmpty(scenario.never),
  };
}

/** A member whose key says its role needs no `role`. */
function memberOf(key: string, member: CastMember): Json {
  const { role, ...rest } = member;
  return role === key ? rest : { role, ...rest };
}

/** Columns when the rows are their whole product in its order, else the rows. */
function matrixOf(rows: readonly Row[]): Json | undefined {
  const [first = {}] = rows;
  const columns = Object.keys(first);
  if (columns.length === 0) return undefined;
  const values = columns.map((column): [string, Json[]] => [
    column,
    [...new Set(rows.map((row) => row[column] ?? null))],
  ]);
  const size = values.reduce((product, [, items]) => product * items.length, 1);
  if (size !== rows.length) return { rows: rows.map((row) => ({ ...row })) };
  const product = values.reduce<Row[]>(
    (made, [column, items]) => made.flatMap((row) => items.map((item) => ({ ...row, [column]: item }))),
    [{}],
  );
  const isProduct = JSON.stringify(product) === JSON.stringify(rows);
  return isProduct ? Object.fromEntries(values) : { rows: rows.map((row) => ({ ...row })) };
}

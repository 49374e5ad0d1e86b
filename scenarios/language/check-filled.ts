import type { Bilingual } from '#sim/errors';
import type { Json } from '#sim/kernel';
import { nearest } from '#sim/kernel';
import { nameOf, namesIn, substitute } from '../library/cast/index.ts';
import { type Cells, checkValue } from './check-value.ts';
import type { JsonSchema } from './json-schema.ts';
import type { Located } from './located.ts';
import { openSchema } from './open-schema.ts';
import { type Matrix, rowOf } from './read-matrix.ts';
import { mostProblems, type Problem } from './scenario-fault.ts';

/** Holds a value against its schema in every cell of the matrix; reports the first cell in which it does not fit. */
export function checkFilled(schema: JsonSchema, node: Located, matrix: Matrix): Problem[] {
  const checked = openSchema(schema);
  for (const { filled, cells } of fillingsOf(node, matrix)) {
    const problems = checkValue(schema, node, { checked, filled, cells });
    if (problems.length > 0) return problems;
  }
  return [];
}

/** The different values that the rows make of one; a single one when it names no column. */
export function* fillingsOf(node: Located, matrix: Matrix): Generator<{ filled: Json; cells: Cells }> {
  const columns = namesIn(node.value).filter((name) => matrix.columns.has(name));
  const seen = new Set<string>();
  for (const cells of columns.length === 0 ? [new Map()] : matrix.rows) {
    const values = JSON.stringify(columns.map((column) => cells.get(column)?.value ?? null));
    if (seen.has(values)) continue;
    seen.add(values);
    yield { filled: substitute(node.value, rowOf(cells)), cells };
  }
}

/** Every `$name` that nothing gives, up to as many as are reported. */
export function checkNames(node: Located, known: ReadonlySet<string>): Problem[] {
  const problems: Problem[] = [];
  const visit = (part: Located): void => {
    if (problems.length >= mostProblems) return;
    const name = nameOf(part.value);
    if (name !== undefined && !known.has(name)) problems.push(unknownName(part, name, known));
    part.items?.forEach(visit);
    for (const member of part.members?.values() ?? []) visit(member.node);
  };
  visit(node);
  return problems;
}

function unknownName(node: Located, name: string, known: ReadonlySet<string>): Problem {
  const names = [...known].map((other) => `$${other}`);
  return {
    code: 'scenario-name-unknown',
    place: node.place,
    found: `$${name}`,
    expected: usableNames(names),
    suggestion: nearest(`$${name}`, names, ''),
  };
}

/** The names that stand for something at a place, as a sentence. */
export function usableNames(names: readonly string[]): Bilingual {
  return names.length === 0
    ? { ja: 'ここで使える名前はありません。', en: 'no name can stand here.' }
    : { ja: `ここで使えるのは ${names.join(' | ')} です。`, en: `there are ${names.join(' | ')}.` };
}

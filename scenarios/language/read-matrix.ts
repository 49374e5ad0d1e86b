import type { Json } from '#sim/kernel';
import { nameOf, type Row } from '../library/cast/index.ts';
import { cellName } from './cell.ts';
import type { Cells } from './check-value.ts';
import { inlineYaml } from './inline-yaml.ts';
import type { Located, Place } from './located.ts';
import type { Problem } from './scenario-fault.ts';

export const mostCells = 1_000;
export const columnPattern = '[A-Za-z][A-Za-z0-9_-]*';

export interface Matrix {
  /** At least one; the only row of no matrix has no cells. */
  readonly rows: readonly Cells[];
  /** Where each column is named first. */
  readonly columns: ReadonlyMap<string, Place>;
}

const mapping = { ja: '「列: 値」の組', en: 'a mapping of columns to values' };
const mappings = { ja: '「列: 値」の組のリスト', en: 'a list of mappings of columns to values' };

const noMatrix: Matrix = { rows: [new Map()], columns: new Map() };

/** The values of a row's cells. */
export function rowOf(cells: Cells): Row {
  return Object.fromEntries([...cells].map(([column, node]) => [column, node.value]));
}

/** The product of the columns, in the order they are written, each with every row of `rows`. */
export function readMatrix(node: Located | undefined, problems: Problem[]): Matrix {
  if (node === undefined) return noMatrix;
  const report: Report = (code, place, found, expected = '', suggestion = '') => {
    problems.push({ code, place, found, expected, suggestion });
  };
  if (node.members === undefined) {
    const example = '{ provider: [gmail, docomo] }';
    report('scenario-wrong-value', node.place, inlineYaml(node.value), mapping, example);
    return noMatrix;
  }
  if (node.members.size === 0) report('scenario-matrix-empty', node.place, 'matrix');
  const before = problems.length;
  const columns = new Map<string, Place>();
  const factors: Cells[][] = [];
  for (const [column, member] of node.members) {
    if (column === 'rows') continue;
    checkColumn(column, member.key, report);
    columns.set(column, member.key);
    factors.push(scalarsOf(column, member.node, report).map((cell) => new Map([[column, cell]])));
  }
  const rows = node.members.get('rows');
  if (rows !== undefined) factors.push(readRows(rows.node, columns, report));
  if (problems.length > before || factors.length === 0) return { rows: [new Map()], columns };
  const size = factors.reduce((product, factor) => product * factor.length, 1);
  if (size > mostCells) {
    report('scenario-matrix-large', node.place, String(size), String(mostCells), String(mostCells));
    return { rows: [new Map()], columns };
  }
  const product = factors.reduce<Cells[]>(
    (made, factor) => made.flatMap((left) => factor.map((right) => new Map([...left, ...right]))),
    [new Map()],
  );
  checkRepeated(product, node.place, report);
  return { rows: product, columns };
}

type Report = (
  code: Problem['code'],
  place: Place,
  found: string,
  expected?: Problem['expected'],
  suggestion?: string,
) => void;

const columnWords = {
  ja: '英字で始め、英数字・ハイフン・下線で書きます',
  en: 'it begins with a letter, and goes on with letters, digits, hyphens and underscores',
};

function checkColumn(column: string, place: Place, report: Report): void {
  if (!new RegExp(`^${columnPattern}$`).test(column)) {
    report('scenario-key', place, column, columnWords, 'provider');
  }
}

function scalarsOf(column: string, node: Located, report: Report): readonly Located[] {
  if (node.items === undefined) {
    report(
      'scenario-wrong-value',
      node.place,
      inlineYaml(node.value),
      { ja: `値のリスト（${scalars.ja}）`, en: `a list of values (${scalars.en})` },
      `[${inlineYaml(node.value)}]`,
    );
    return [];
  }
  if (node.items.length === 0) report('scenario-matrix-empty', node.place, column);
  for (const item of node.items) checkCell(item, report);
  return node.items;
}

const scalars = { ja: '文字列・数・true・false', en: 'texts, numbers, true, false' };

function checkCell(node: Located, report: Report): void {
  const isScalar = (value: Json): boolean => typeof value !== 'object';
  if (!isScalar(node.value)) report('scenario-wrong-value', node.place, inlineYaml(node.value), scalars, 'docomo');
  else if (nameOf(node.value) !== undefined) {
    report('scenario-wrong-value', node.place, String(node.value), scalars, String(node.value).slice(1));
  }
}

function readRows(node: Located, columns: Map<string, Place>, report: Report): Cells[] {
  if (node.items === undefined) {
    report('scenario-wrong-value', node.place, inlineYaml(node.value), mappings, '[{ provider: gmail }]');
    return [];
  }
  if (node.items.length === 0) report('scenario-matrix-empty', node.place, 'rows');
  let first: readonly string[] | undefined;
  return node.items.map((item) => {
    const names = [...(item.members?.keys() ?? [])];
    if (names.length === 0)
      report('scenario-wrong-value', item.place, inlineYaml(item.value), mapping, '{ provider: gmail }');
    if (first === undefined) {
      first = names;
      for (const [name, { key }] of item.members ?? []) {
        checkColumn(name, key, report);
        if (columns.has(name)) report('scenario-name-taken', key, name, '', `${name}2`);
        columns.set(name, key);
      }
    } else if (names.toSorted().join() !== first.toSorted().join()) {
      report('scenario-matrix-uneven', item.place, names.join(', ') || '{}', first.join(', '));
    }
    const cells = first.map((name): [string, Located] => [name, item.members?.get(name)?.node ?? item]);
    if (item.members !== undefined) for (const { node: cell } of item.members.values()) checkCell(cell, report);
    return new Map(cells);
  });
}

function checkRepeated(rows: readonly Cells[], place: Place, report: Report): void {
  const seen = new Set<string>();
  for (const cells of rows) {
    const name = cellName(rowOf(cells));
    if (seen.has(name)) {
      const [last] = [...cells.values()].slice(-1);
      report('scenario-matrix-repeated', last?.place ?? place, name);
    }
    seen.add(name);
  }
}

import { matchesCell, type Row, type Scenario } from '#scenarios/language';
import { resolveCast } from '#scenarios/library/cast';

/** Where the students of one cell have their mail, each provider once. */
function providersOfRow(scenario: Scenario, row: Row): string[] {
  return [...new Set(resolveCast(scenario, row).students.map(({ provider }) => provider))];
}

/** The same over all cells, in the order of the matrix. */
export function providersOf(scenario: Scenario): string[] {
  return [...new Set(scenario.matrix.flatMap((row) => providersOfRow(scenario, row)))];
}

/** Whether a cell has the values that `--cell` asks for; a matrix without a provider has that of its students. */
export function fits(scenario: Scenario, row: Row, asked: string): boolean {
  if (matchesCell(row, asked)) return true;
  if (Object.hasOwn(row, 'provider') || !/(^|,)\s*provider=/.test(asked)) return false;
  return providersOfRow(scenario, row).some((provider) => matchesCell({ ...row, provider }, asked));
}

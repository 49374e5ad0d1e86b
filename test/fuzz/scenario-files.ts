import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parseScenario, type Scenario, ScenarioFault } from '#scenarios/language';
import { planCells, playCell } from '#scenarios/runner';
import { verbs } from '#scenarios/steps';
import { mutated } from './mutation.ts';

export interface Outcomes {
  /** Files that were what they should be, whatever then happened in the run. */
  accepted: number;
  /** Files that were answered with a place. */
  refused: number;
}

const root = join(import.meta.dirname, '..', '..');
const corpus = globSync('scenarios/library/*/*.yaml', { cwd: root })
  .toSorted()
  .map((file) => readFileSync(join(root, file), 'utf8'));

/**
 * Hands in mutated scenario files: each plays to a verdict, or is answered with a line and a column inside the file.
 * Throws fast-check's report of the first that does neither.
 */
export async function fuzzScenarioFiles(count: number, seed: number): Promise<Outcomes> {
  const outcomes: Outcomes = { accepted: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(mutated(corpus), async (text) => {
      const scenario = read(text);
      outcomes[scenario === undefined ? 'refused' : 'accepted'] += 1;
      const [cell] = scenario === undefined ? [] : planCells([scenario]);
      if (cell === undefined) return;
      const { verdict, events } = await playCell(cell);
      const last = events.at(-1);
      if (last?.type !== 'run.finished' || last.data.verdict !== verdict) throw new Error('the run has no end');
    }),
    { numRuns: count, seed },
  );
  return outcomes;
}

function read(text: string): Scenario | undefined {
  try {
    return parseScenario(text, 'handed-in.yaml', verbs);
  } catch (error) {
    if (!(error instanceof ScenarioFault)) throw error;
    const { line, column } = error.parameters;
    if (text.split('\n')[Number(line) - 1] === undefined || Number(column) < 1) throw error;
    return undefined;
  }
}

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseScenario } from './parse-scenario.ts';
import { sampleVerbs } from './sample-verbs.ts';
import { handedInText } from './scenario-arbitrary.ts';
import { ScenarioFault } from './scenario-fault.ts';

test('whatever is handed in is a scenario, or is answered with a place inside the text', { timeout: 60_000 }, () => {
  let read = 0;
  let refused = 0;
  fc.assert(
    fc.property(handedInText, (text) => {
      try {
        parseScenario(text, 'a.yaml', sampleVerbs);
        read += 1;
      } catch (error) {
        if (!(error instanceof ScenarioFault)) throw error;
        refused += 1;
        for (const { parameters, detail } of error.problems) {
          const { line, column } = parameters;
          const lines = text.split('\n');
          const length = lines[Number(line) - 1]?.length;
          expect(length).toBeDefined();
          expect(column).toBeGreaterThanOrEqual(1);
          // One past the end: where something is missing.
          expect(column).toBeLessThanOrEqual((length ?? 0) + 1);
          expect(detail.ja).toContain(`a.yaml:${line}:${column}: `);
          expect(detail.en).not.toMatch(/\{(file|line|column|found|expected|suggestion)\}/);
        }
      }
    }),
    { numRuns: 500, seed: 1 },
  );
  // Both sides were looked at, or the property says little.
  expect(Math.min(read, refused)).toBeGreaterThan(20);
});

import { parseScenario, type Scenario } from '#scenarios/language';
import { verbs } from '#scenarios/steps';
import { libraryPaths, readScenarioFile } from './scenario-files.ts';

/** The scenarios of these files. Throws what readScenarioFile throws, and what is wrong with the first bad file. */
export function readScenarios(paths: readonly string[], from: string): Scenario[] {
  return paths.map((path) => {
    const { file, text } = readScenarioFile(path, from);
    return parseScenario(text, file, verbs);
  });
}

/** The project's own scenarios, by id. */
export function readLibrary(from: string): Scenario[] {
  return readScenarios(libraryPaths(), from);
}

export { fuzzRosterFiles } from './roster-files.ts';
export { fuzzScenarioFiles } from './scenario-files.ts';

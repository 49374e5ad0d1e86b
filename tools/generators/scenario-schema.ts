import { scenarioSchema } from '#scenarios/language';
import { verbs } from '#scenarios/steps';
import type { Generator } from './generator.ts';

/** For editors; every scenario file names it in its first line. */
export const scenarioSchemaFile: Generator = {
  file: 'scenarios/language/scenario.schema.json',
  make: () => `${JSON.stringify(scenarioSchema(verbs), null, 2)}\n`,
};

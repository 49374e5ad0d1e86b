import { operationTable } from '#sim/api';
import { simulatedOrigins } from '#sim/kernel';
import type { Generator } from './generator.ts';

const written = (value: unknown): string => JSON.stringify(value);

/** For browsers, where no world runs, and for the type of every operation's name. */
export const mockedOperations: Generator = {
  file: 'mocks/handlers/generated/operations.ts',
  make: () => `// Written by npm run generate from the operations of the services.

/** Where the services live when nobody says otherwise. */
export const simulatedOrigins = ${written(simulatedOrigins)} as const;

/** Every operation of every service. */
export const operations = [
${operationTable()
  .map((operation) => `  ${written(operation)},\n`)
  .join('')}] as const;
`,
};

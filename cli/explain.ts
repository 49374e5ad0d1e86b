import { explain } from '#scenarios/language';
import { verbs } from '#scenarios/steps';
import { ServiceError } from '#sim/errors';
import type { CliCommand } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { scenariosOf } from './selection.ts';

export const explainCommand: CliCommand = {
  takes: '<id|section|word|file>…',
  wordsMax: Number.POSITIVE_INFINITY,
  options: [],
  examples: ['npx todoku explain S-2.2-01', 'npx todoku explain ./my-case.yaml --lang ja'],
  async run({ words, language, terminal }) {
    if (words.length === 0) throw new ServiceError('argument-missing', { command: 'explain', expected: 'id | file' });
    const texts = scenariosOf(words, terminal.folder).map((scenario) => explain(scenario, verbs, language).trimEnd());
    terminal.write(`${texts.join('\n\n')}\n`);
    return exitCodes.well;
  },
};

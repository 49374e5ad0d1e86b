import { mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { readMe, samples } from '#scenarios/samples';
import { type Bilingual, ServiceError } from '#sim/errors';
import type { CliCommand } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { seedMax } from './run-options.ts';
import { writeWhole } from './write-whole.ts';

const written: Bilingual = {
  ja: '{count}個のファイルを {folder} に書きました。それぞれの説明は README.txt にあります。',
  en: 'Wrote {count} files into {folder}; README.txt says what each of them is.',
};

export const samplesCommand: CliCommand = {
  takes: '<folder>',
  wordsMax: 1,
  options: [
    {
      name: 'seed',
      kind: 'number',
      placeholder: `0…${seedMax}`,
      summary: {
        ja: '同じ数なら、同じ名前・鍵・バイト列になる（指定しなければ 1）',
        en: 'the same number gives the same names, keys and bytes (1 if not given)',
      },
    },
    {
      name: 'overwrite',
      kind: 'flag',
      summary: { ja: '同じ名前のファイルを置き換える', en: 'replace files of the same names' },
    },
  ],
  examples: ['npx todoku samples ./samples', 'npx todoku samples ./samples --seed 7 --overwrite'],
  async run({ words: [name], options, language, terminal }) {
    if (name === undefined) throw new ServiceError('argument-missing', { command: 'samples', expected: '<folder>' });
    const seed = options.number('seed') ?? 1;
    if (seed > seedMax) {
      throw new ServiceError('option-value', { option: '--seed', expected: `0…${seedMax}`, given: seed });
    }
    const made = await samples(seed);
    const all = [readMe(made, seed), ...made];
    const folder = resolve(terminal.folder, name);
    for (const sample of all) {
      const file = join(folder, sample.name);
      makeFolder(dirname(file), name);
      writeWhole(file, sample.bytes, { name: join(name, sample.name), overwrite: options.has('overwrite') });
    }
    for (const sample of made) terminal.write(`${sample.name}  ${sample.title[language]}\n`);
    const told = written[language].replace('{count}', String(all.length)).replace('{folder}', () => name);
    terminal.write(`${told}\n`);
    return exitCodes.well;
  },
};

/** Throws ServiceError `out-not-writable`. */
function makeFolder(folder: string, name: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new ServiceError('out-not-writable', { path: name, reason }, { cause: error });
  }
}

import { parseArgs } from 'node:util';
import { ServiceError } from '#sim/errors';
import type { CliCommand, Option, Options } from './command.ts';
import { didYouMean, withNearest } from './did-you-mean.ts';

/** Every command takes these. */
export const commonOptions: readonly Option[] = [
  {
    name: 'lang',
    kind: 'text',
    values: ['ja', 'en'],
    summary: {
      ja: '表示の言語。指定しなければ環境変数 LANG による',
      en: 'the language to speak; by LANG when not given',
    },
  },
  { name: 'help', kind: 'flag', summary: { ja: 'このコマンドの使い方', en: 'how to use this command' } },
];

/** What `parseArgs` tells of one argument, with `strict: false`. */
interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}

export interface ParsedArguments {
  readonly words: readonly string[];
  readonly options: Options;
}

/** Throws ServiceError `option-unknown`, `option-value`, `argument-missing`, `argument-unexpected`. */
export function parseArguments(
  name: string,
  command: Pick<CliCommand, 'options' | 'wordsMax'>,
  given: readonly string[],
): ParsedArguments {
  const known = new Map([...command.options, ...commonOptions].map((option) => [option.name, option]));
  const { tokens } = parseArgs({
    args: [...given],
    options: Object.fromEntries(
      [...known.values()].map(({ name, kind }) => [name, { type: kind === 'flag' ? 'boolean' : 'string' } as const]),
    ),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const words: string[] = [];
  const values = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value);
    if (token.kind !== 'option') continue;
    const isShort = !token.rawName.startsWith('--');
    const option = known.get(token.rawName === '-h' ? 'help' : token.name);
    if (option === undefined || (isShort && option.name !== 'help')) {
      throw unknownOption(name, token.rawName, [...known.keys()]);
    }
    values.set(option.name, [...(values.get(option.name) ?? []), checked(option, token)]);
  }
  const surplus = values.has('help') ? undefined : words[command.wordsMax];
  if (surplus !== undefined) {
    throw new ServiceError('argument-unexpected', { command: name, given: surplus });
  }
  return { words, options: optionsOf(values) };
}

function unknownOption(command: string, given: string, known: readonly string[]): ServiceError {
  const nearest = didYouMean(
    given,
    known.map((name) => `--${name}`),
  );
  return withNearest(new ServiceError('option-unknown', { command, given }), nearest);
}

function checked(option: Option, { rawName, value, inlineValue }: OptionToken): string {
  if (option.kind === 'flag') {
    if (inlineValue === true) throw new ServiceError('argument-unexpected', { command: rawName, given: value ?? '' });
    return 'true';
  }
  const expected = option.values?.join(' | ') ?? option.placeholder ?? '…';
  // `--out --json`: the next option is no value.
  if (value === undefined || value === '' || (inlineValue !== true && /^-\D/.test(value))) {
    throw new ServiceError('argument-missing', { command: rawName, expected });
  }
  const isNumber = /^\d+$/.test(value) && Number.isSafeInteger(Number(value));
  if (option.values?.includes(value) === false || (option.kind === 'number' && !isNumber)) {
    throw new ServiceError('option-value', { option: rawName, expected, given: value });
  }
  return value;
}

function optionsOf(values: ReadonlyMap<string, readonly string[]>): Options {
  return {
    has: (name) => values.has(name),
    text: (name) => values.get(name)?.at(-1),
    all: (name) => values.get(name) ?? [],
    number: (name) => {
      const value = values.get(name)?.at(-1);
      return value === undefined ? undefined : Number(value);
    },
  };
}

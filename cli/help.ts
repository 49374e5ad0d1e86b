import type { Bilingual, Language } from '#sim/errors';
import type { CliCommand, ListedCommand, Option } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { findCommand, groupOf } from './find-command.ts';
import { commonOptions } from './options.ts';

const words = {
  about: {
    ja: 'todoku（届く）: スマート学生証が学生に届くまでを、最初から最後まで再生します。',
    en: 'todoku ("it arrives") replays how a smart student ID reaches a student, from end to end.',
  },
  usage: { ja: '使い方', en: 'Usage' },
  commands: { ja: 'コマンド', en: 'Commands' },
  options: { ja: 'オプション', en: 'Options' },
  examples: { ja: '例', en: 'Examples' },
  exit: { ja: '終了コード', en: 'Exit codes' },
  start: {
    ja: 'まずは npx todoku run --core をお試しください。マニュアルにある場面をすべて再生します。',
    en: 'Start with npx todoku run --core: it plays every case that the manual states.',
  },
  more: { ja: 'npx todoku help <command> で詳しく見られます。', en: 'npx todoku help <command> tells more.' },
} as const satisfies Record<string, Bilingual>;

const exitMeanings: readonly (readonly [number, Bilingual])[] = [
  [exitCodes.well, { ja: 'すべて期待どおり', en: 'all as expected' }],
  [exitCodes.failed, { ja: '期待と違う結果があった', en: 'a scenario failed, or a replay differed' }],
  [
    exitCodes.misused,
    { ja: '使い方の誤り、または必要なものがない', en: 'used wrongly, or something needed is missing' },
  ],
  [
    exitCodes.partly,
    { ja: '再生したものは期待どおり。省いたものがある', en: 'all that was played is well; some was left out' },
  ],
  [exitCodes.bug, { ja: 'todoku の不具合', en: 'a bug of todoku' }],
];

type Row = readonly [name: string, text: string];

function table(title: string, rows: readonly Row[]): string {
  const width = Math.max(...rows.map(([name]) => name.length)) + 2;
  return [`${title}:`, ...rows.map(([name, text]) => `  ${name.padEnd(width)}${text}`)].join('\n');
}

function generalHelp(commands: readonly ListedCommand[], language: Language): string {
  return [
    words.about[language],
    `${words.usage[language]}: npx todoku <command> [options]`,
    table(
      words.commands[language],
      commands.map(({ name, summary }): Row => [name, summary[language]]),
    ),
    table(
      words.exit[language],
      exitMeanings.map(([code, meaning]): Row => [String(code), meaning[language]]),
    ),
    `${words.start[language]}\n${words.more[language]}`,
  ]
    .join('\n\n')
    .concat('\n');
}

/** What there is under the first word of names that have two. */
export function groupHelp(group: string, commands: readonly ListedCommand[], language: Language): string {
  const rows = commands.map(({ name, summary }): Row => [name, summary[language]]);
  const usage = `${words.usage[language]}: npx todoku ${group} <command> [options]`;
  return `${usage}\n\n${table(words.commands[language], rows)}\n\n${words.more[language]}\n`;
}

export function commandHelp({ name, summary }: ListedCommand, command: CliCommand, language: Language): string {
  const { takes, options, examples } = command;
  const parts = [
    `npx todoku ${name}: ${summary[language]}`,
    `${words.usage[language]}: ${['npx todoku', name, takes, '[options]'].filter((part) => part !== '').join(' ')}`,
    table(
      words.options[language],
      [...options, ...commonOptions].map((option): Row => [optionName(option), option.summary[language]]),
    ),
  ];
  if (examples.length > 0)
    parts.push(`${words.examples[language]}:\n${examples.map((line) => `  ${line}`).join('\n')}`);
  return `${parts.join('\n\n')}\n`;
}

function optionName({ name, kind, placeholder, values }: Option): string {
  if (kind === 'flag') return `--${name}`;
  return `--${name} ${values?.join('|') ?? placeholder ?? ''}`.trimEnd();
}

export const help: CliCommand = {
  takes: '[command]',
  wordsMax: 2,
  options: [],
  examples: ['npx todoku help run', 'npx todoku help --lang ja'],
  async run({ words: asked, language, terminal, commands }) {
    const [first] = asked;
    const group = first === undefined ? [] : groupOf(first, commands);
    if (first === undefined) terminal.write(generalHelp(commands, language));
    else if (asked.length === 1 && group.length > 0) terminal.write(groupHelp(first, group, language));
    else {
      const listed = findCommand(asked, commands);
      terminal.write(commandHelp(listed, await listed.load(), language));
    }
    return exitCodes.well;
  },
};

import type { Language } from '#sim/errors';
import { commands } from './commands.ts';
import { told } from './error-text.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import { findCommand, groupOf } from './find-command.ts';
import { environmentLanguage } from './language.ts';
import { parseArguments } from './options.ts';
import { processTerminal, type Terminal } from './terminal.ts';

/** What `bin/todoku.js` starts. */
export async function main(): Promise<void> {
  const given = process.argv.slice(2);
  const language = languageOf(given, { environment: process.env });
  process.exitCode = await runCommandLine(given, processTerminal(language));
}

/** Does what the arguments say; what goes wrong is told on standard error. */
export async function runCommandLine(given: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const language = languageOf(given, terminal);
  try {
    return await dispatch(given, language, terminal);
  } catch (error) {
    const text = told(error, language);
    terminal.complain(text ?? bugReport(error, language));
    return text === undefined ? exitCodes.bug : exitCodes.misused;
  }
}

async function dispatch(given: readonly string[], language: Language, terminal: Terminal): Promise<ExitCode> {
  const at = wordIndexes(given);
  const [first = given.some(isVersionOption) ? 'version' : 'help', second] = at.map((index) => given[index]);
  const group = groupOf(first, commands);
  if (group.length > 0 && second === undefined) {
    const { groupHelp } = await import('./help.ts');
    terminal.write(groupHelp(first, group, language));
    return exitCodes.well;
  }
  const listed = findCommand(second === undefined ? [first] : [first, second], commands);
  const command = await listed.load();
  const named = new Set(at.slice(0, listed.name.split(' ').length));
  // Without any word the options said which command is meant.
  const rest = at.length === 0 ? [] : given.filter((_, index) => !named.has(index));
  const { words, options } = parseArguments(listed.name, command, rest);
  if (options.has('help')) {
    const { commandHelp } = await import('./help.ts');
    terminal.write(commandHelp(listed, command, language));
    return exitCodes.well;
  }
  return command.run({ given, words, options, language, terminal, commands });
}

function isVersionOption(option: string): boolean {
  return option === '--version' || option === '-V' || option === '-v';
}

/** Where the words stand that are neither options nor the value of `--lang`, which may stand before the command. */
function wordIndexes(given: readonly string[]): number[] {
  return [...given.keys()].filter((index) => !given[index]?.startsWith('-') && given[index - 1] !== '--lang');
}

/** Known before anything else is understood, because what is not understood must be told in it. */
function languageOf(given: readonly string[], terminal: Pick<Terminal, 'environment'>): Language {
  const at = given.lastIndexOf('--lang');
  const asked = at >= 0 ? given[at + 1] : given.findLast((word) => word.startsWith('--lang='))?.slice('--lang='.length);
  return asked === 'ja' || asked === 'en' ? asked : environmentLanguage(terminal);
}

function bugReport(error: unknown, language: Language): string {
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const apology = {
    ja: 'todoku の不具合です。申し訳ありません。次の内容を添えてお知らせください。',
    en: 'This is a bug of todoku. Please report it with what follows.',
  };
  return `${apology[language]}\n${trace}\n`;
}

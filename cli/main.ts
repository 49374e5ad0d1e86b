import type { Language } from '#sim/errors';
import { commands } from './commands.ts';
import { told } from './error-text.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import { findCommand } from './find-command.ts';
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
  const at = commandIndex(given);
  const name = given[at];
  const rest = given.filter((_, index) => index !== at);
  if (name === undefined) return dispatch([rest.some(isVersionOption) ? 'version' : 'help'], language, terminal);
  const listed = findCommand(name, commands);
  const command = await listed.load();
  const { words, options } = parseArguments(name, command, rest);
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

/** The first word that is neither an option nor the value of `--lang`, which may stand before the command. */
function commandIndex(given: readonly string[]): number {
  return given.findIndex((word, index) => !word.startsWith('-') && given[index - 1] !== '--lang');
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

import type { Bilingual, Language } from '#sim/errors';
import type { ExitCode } from './exit-codes.ts';
import type { Terminal } from './terminal.ts';

/** One `--name` of a command. */
export interface Option {
  readonly name: string;
  /** What it takes: nothing, a text, or a whole number. */
  readonly kind: 'flag' | 'text' | 'number';
  /** What the value is called in the help: `DIR`. */
  readonly placeholder?: string;
  /** The only values it takes. */
  readonly values?: readonly string[];
  readonly summary: Bilingual;
}

/** The options that were given, by name. */
export interface Options {
  has(name: string): boolean;
  text(name: string): string | undefined;
  /** Every value of an option that may be given several times, in order. */
  all(name: string): readonly string[];
  number(name: string): number | undefined;
}

export interface Invocation {
  /** The arguments as they were given, the command's name among them. */
  readonly given: readonly string[];
  /** What is no option, in order. */
  readonly words: readonly string[];
  readonly options: Options;
  readonly language: Language;
  readonly terminal: Terminal;
  /** All there are, for the one that tells about the others. */
  readonly commands: readonly ListedCommand[];
}

/** A command as the list of commands shows it, without what it needs loaded. */
export interface ListedCommand {
  readonly name: string;
  readonly summary: Bilingual;
  load(): Promise<CliCommand>;
}

/** What a command takes and does; each has a file of its own. */
export interface CliCommand {
  /** What it takes besides options, as the help shows it: `[id|section|tag|file]…`. Empty: nothing. */
  readonly takes: string;
  readonly wordsMax: number;
  readonly options: readonly Option[];
  readonly examples: readonly string[];
  /** Returns the exit code. Throws ServiceError for what was used wrongly. */
  run(invocation: Invocation): Promise<ExitCode>;
}

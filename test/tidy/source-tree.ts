import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join, sep } from 'node:path';
import { type Import, importsOf } from './imports.ts';
import { type Lexed, lex } from './lexer.ts';

/** A file of the project: tracked by git, or new and not ignored. */
export interface SourceFile {
  /** From the root of the project, with slashes. */
  readonly path: string;
  readonly text: string;
  /** The file as written. */
  readonly lexed: Lexed;
  /** The file as Node runs it: types blanked, positions kept. */
  readonly running: Lexed;
  readonly imports: readonly Import[];
  /** The line, from 1, of a position in the text. */
  lineAt(at: number): number;
}

export interface SourceTree {
  /** Every text file, in the order of paths. */
  readonly files: readonly SourceFile[];
  /** The TypeScript and JavaScript files among them. */
  readonly code: readonly SourceFile[];
}

const root = join(import.meta.dirname, '..', '..');

/** A contract suite is a test, run by the tests of each implementation. */
export function isTest(path: string): boolean {
  return path.endsWith('.test.ts') || path.endsWith('-contract.ts') || path.startsWith('test/');
}

/** A tree of given files, for trying a law on a bad snippet. */
export function treeOf(texts: Readonly<Record<string, string>>): SourceTree {
  const files = Object.keys(texts)
    .sort()
    .map((path) => sourceFile(path, texts[path] ?? ''));
  return { files, code: files.filter(({ path }) => /\.[jt]s$/.test(path)) };
}

let repository: SourceTree | undefined;

/** The project as it lies on the disk. */
export function repositoryTree(): SourceTree {
  if (repository === undefined) {
    const texts: Record<string, string> = {};
    for (const path of paths()) {
      const text = readFileSync(join(root, path), 'utf8');
      if (!text.includes('\0')) texts[path] = text;
    }
    repository = treeOf(texts);
  }
  return repository;
}

function paths(): string[] {
  const isFile = (path: string): boolean => statSync(join(root, path), { throwIfNoEntry: false })?.isFile() ?? false;
  return (fromGit() ?? fromDisk()).filter(isFile);
}

function fromGit(): string[] | undefined {
  try {
    const options = ['ls-files', '--cached', '--others', '--exclude-standard', '-z'];
    const output = execFileSync('git', options, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    return [...new Set(output.split('\0').filter((path) => path !== ''))];
  } catch {
    return undefined;
  }
}

/** For a copy without git: everything but what is installed or made. */
function fromDisk(): string[] {
  const ignored = new Set(['node_modules', 'built', 'todoku-report', 'coverage', '.git']);
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((path) => path.split(sep).join('/'))
    .filter((path) => !path.split('/').some((part) => ignored.has(part)));
}

function sourceFile(path: string, text: string): SourceFile {
  const lines = [...text.matchAll(/\n/g)].map(({ index }) => index);
  const once = <Value>(make: () => Value): (() => Value) => {
    let made: { value: Value } | undefined;
    return () => {
      made ??= { value: make() };
      return made.value;
    };
  };
  const lexed = once(() => lex(text));
  const running = once(() => lex(stripQuietly(text)));
  const imports = once(() => importsOf(lexed()));
  return {
    path,
    text,
    get lexed() {
      return lexed();
    },
    get running() {
      return running();
    },
    get imports() {
      return imports();
    },
    lineAt: (at) => lines.filter((end) => end < at).length + 1,
  };
}

/** Node says once a process that its own type stripping may change; a test run need not hear it. */
function stripQuietly(text: string): string {
  const emitWarning = process.emitWarning;
  process.emitWarning = () => undefined;
  try {
    return stripTypeScriptTypes(text);
  } finally {
    process.emitWarning = emitWarning;
  }
}

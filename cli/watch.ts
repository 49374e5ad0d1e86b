import { type FSWatcher, statSync, watch as watchPath } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { Language } from '#sim/errors';
import { told } from './error-text.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import type { Terminal } from './terminal.ts';

/** Editors write a file in several steps; what comes within this time is one change. */
const settleMs = 100;

/** Plays now and after every change of the paths, until it is interrupted; then returns what the last play did. */
export function watch(
  paths: readonly string[],
  { language, terminal }: { readonly language: Language; readonly terminal: Terminal },
  play: () => Promise<ExitCode>,
): Promise<ExitCode> {
  const waiting = { ja: '変更を待っています（Ctrl-C で終了）', en: 'waiting for changes (Ctrl-C ends)' };
  return new Promise((resolve, reject) => {
    let last: ExitCode = exitCodes.well;
    let timer: NodeJS.Timeout | undefined;
    let turn: Promise<void> = Promise.resolve();
    const playAgain = async (): Promise<void> => {
      try {
        last = await play();
      } catch (error) {
        // A half-written scenario is what watching is for: say what is wrong with it and go on.
        const text = told(error, language);
        if (text === undefined) throw error;
        terminal.complain(text);
        last = exitCodes.misused;
      }
      terminal.write(`\n${waiting[language]}\n`);
    };
    const next = (): void => {
      turn = turn.then(playAgain);
      turn.catch(reject);
    };
    const watchers = paths.map((path) =>
      watcherOf(path, () => {
        clearTimeout(timer);
        timer = setTimeout(next, settleMs);
      }),
    );
    process.once('SIGINT', () => {
      clearTimeout(timer);
      for (const watcher of watchers) watcher.close();
      void turn.then(() => resolve(last));
    });
    next();
  });
}

/** A file is watched by its folder: many editors put a new file in the place of the old one. */
function watcherOf(path: string, onChange: () => void): FSWatcher {
  if (statSync(path).isDirectory()) return watchPath(path, { recursive: true }, onChange);
  return watchPath(dirname(path), (_, name) => {
    if (name === basename(path)) onChange();
  });
}

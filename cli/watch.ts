import { type FSWatcher, watch as watchFile } from 'node:fs';
import type { Language } from '#sim/errors';
import type { ExitCode } from './command.ts';
import { told } from './error-text.ts';
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
  return new Promise((resolve) => {
    let last: ExitCode = 0;
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
        last = 2;
      }
      terminal.write(`\n${waiting[language]}\n`);
    };
    const next = (): void => {
      turn = turn.then(playAgain);
    };
    const watchers: FSWatcher[] = paths.map((path) =>
      watchFile(path, { recursive: true }, () => {
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

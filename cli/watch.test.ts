import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createDesk } from './recording-terminal.ts';

const start = join(import.meta.dirname, '..', 'bin', 'todoku.js');

const scenario = (title: string): string => `id: OWN-1
title: { ja: 見ている場面, en: ${title} }
seed: 7
cast:
  school: { use: mihon-university }
  student: { use: hanako, provider: gmail, handset: android-13 }
steps:
  - school.issues: { credential: student-id }
`;

/** Waits until the child has said something new that fits, on either stream. */
function listenTo(child: ChildProcessWithoutNullStreams): (pattern: RegExp) => Promise<void> {
  let unheard = '';
  let tell = (): void => undefined;
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      unheard += String(chunk);
      tell();
    });
  }
  return async (pattern) => {
    for (;;) {
      const found = pattern.exec(unheard);
      if (found !== null) {
        unheard = unheard.slice(found.index + found[0].length);
        return;
      }
      await new Promise<void>((resolve) => {
        tell = resolve;
      });
    }
  };
}

/** In one step, as many editors do: nobody sees half a file. */
function save(file: string, text: string): void {
  writeFileSync(`${file}~`, text);
  renameSync(`${file}~`, file);
}

test.skipIf(process.platform === 'win32')(
  '--watch plays again whenever the file is saved, over its own report, until Ctrl-C',
  async () => {
    using desk = createDesk();
    const file = join(desk.folder, 'own.yaml');
    save(file, scenario('First'));
    const child = spawn(process.execPath, [start, 'run', './own.yaml', '--watch', '--out', 'kept', '--lang', 'en'], {
      cwd: desk.folder,
    });
    const says = listenTo(child);
    await says(/✓ OWN-1 First[\s\S]+waiting for changes/);
    save(file, scenario('Second').replace('school.issues', 'school.isues'));
    await says(/own\.yaml:8:5[\s\S]+waiting for changes/);
    save(file, scenario('Third'));
    await says(/✓ OWN-1 Third[\s\S]+waiting for changes/);
    child.kill('SIGINT');
    expect(await once(child, 'exit')).toEqual([0, null]);
  },
  60_000,
);

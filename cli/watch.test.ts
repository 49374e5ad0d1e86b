import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
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

/** What the child says until it waits for changes again. */
async function heard(child: ChildProcessWithoutNullStreams): Promise<string> {
  let text = '';
  while (!text.includes('waiting for changes')) {
    const [chunk] = await once(child.stdout, 'data');
    text += String(chunk);
  }
  return text;
}

test.skipIf(process.platform === 'win32')('--watch plays again whenever the file is saved, until Ctrl-C', async () => {
  using desk = createDesk();
  const file = join(desk.folder, 'own.yaml');
  writeFileSync(file, scenario('First'));
  const child = spawn(process.execPath, [start, 'run', './own.yaml', '--watch', '--lang', 'en'], { cwd: desk.folder });
  let complaints = '';
  child.stderr.on('data', (chunk) => {
    complaints += String(chunk);
  });
  expect(await heard(child)).toContain('✓ OWN-1 First');
  writeFileSync(file, scenario('Second').replace('school.issues', 'school.isues'));
  expect(await heard(child)).not.toContain('✓');
  expect(complaints).toContain('own.yaml:8:5');
  writeFileSync(file, scenario('Third'));
  expect(await heard(child)).toContain('✓ OWN-1 Third');
  child.kill('SIGINT');
  expect(await once(child, 'exit')).toEqual([0, null]);
});

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { complaint, createDesk } from './recording-terminal.ts';

test('todoku samples writes a file for each sample, and says what they are', async () => {
  using desk = createDesk();
  const { exitCode, output } = await desk.run('samples', 'mine', '--lang', 'ja');
  expect(exitCode).toBe(0);
  expect(output).toContain('rosters/good-utf-8.csv  正しい名簿（UTF-8）\n');
  expect(output).toMatch(/\n\d+個のファイルを mine に書きました。/);
  const named = [...output.matchAll(/^(\w+\/\S+)/gm)].map(([, name = '']) => name);
  expect(named.filter((name) => !existsSync(join(desk.folder, 'mine', name)))).toEqual([]);
  expect(readFileSync(join(desk.folder, 'mine', 'README.txt'), 'utf8')).toContain(named[0]);
});

test('todoku samples replaces nothing unless it is told to', async () => {
  using desk = createDesk();
  writeFileSync(join(desk.folder, 'README.txt'), 'mine');
  const refused = await desk.run('samples', '.');
  expect(refused).toMatchObject({ exitCode: 2, complaints: complaint('file-exists', { file: 'README.txt' }) });
  expect((await desk.run('samples', '.', '--overwrite', '--seed', '2')).exitCode).toBe(0);
  expect(readFileSync(join(desk.folder, 'README.txt'), 'utf8')).toContain('seed 2');
});

test('todoku samples says what is missing or wrong', async () => {
  using desk = createDesk();
  const missing = complaint('argument-missing', { command: 'samples', expected: '<folder>' });
  expect(await desk.run('samples')).toMatchObject({ exitCode: 2, complaints: missing });
  writeFileSync(join(desk.folder, 'file'), '');
  const inFile = complaint('out-not-writable', { path: 'file', reason: 'EEXIST' });
  expect(await desk.run('samples', 'file')).toMatchObject({ exitCode: 2, complaints: inFile });
  const large = complaint('option-value', { option: '--seed', expected: '0…4294967295', given: 4294967296 });
  expect(await desk.run('samples', 'x', '--seed', '4294967296')).toMatchObject({ exitCode: 2, complaints: large });
});

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { own, read, withOwn } from './own-case.ts';
import { complaint, createDesk } from './recording-terminal.ts';

describe('todoku run', { timeout: 60_000 }, () => {
  test('plays, writes the report, says where it is and ends with 0', async () => {
    using desk = createDesk();
    const { exitCode, output, complaints } = await desk.run('run', withOwn(desk), '--cell', 'mails=0');
    expect(complaints).toBe('');
    expect(exitCode).toBe(0);
    expect(output).toContain('✓ OWN-1 A case of my own [mails=0]');
    expect(output).toContain(`Report: ${join('todoku-report', 'report.html')}\n`);
    expect(output).toMatch(/^To open it: .+report\.html"?$/m);
    expect(read(desk, 'todoku-report', 'report.html')).toContain('A case of my own');
    const manifest = JSON.parse(read(desk, 'todoku-report', 'manifest.json'));
    expect(manifest.command).toBe('npx todoku run ./own.yaml --cell mails=0');
  });

  test('a failure ends with what was expected, what happened, the line that replays it, and 1', async () => {
    using desk = createDesk();
    const { exitCode, output } = await desk.run('run', withOwn(desk));
    expect(exitCode).toBe(1);
    expect(output).toContain('✓ OWN-1 A case of my own [mails=0]');
    expect(output).toContain('✗ OWN-1 A case of my own [mails=3]');
    expect(output).toMatch(/Expected: .+\n {2}Actual: .+\n/);
    expect(output).toMatch(/Replay: npx todoku run .+ --seed 7 --cell mails=3\n/);
    expect((await desk.run('run', './own.yaml', '--lang', 'ja')).output).toMatch(/再現: npx todoku run /);
  });

  test('--bail stops at the first failure', async () => {
    using desk = createDesk();
    const file = withOwn(desk, own.replace('[0, 3]', '[3, 0]'));
    const { exitCode, output } = await desk.run('run', file, '--bail');
    expect(exitCode).toBe(1);
    expect(output).not.toContain('[mails=0]');
    expect(output).toContain('1 more were not played');
  });

  test('--json keeps standard output for one document', async () => {
    using desk = createDesk();
    const { exitCode, output, complaints } = await desk.run('run', withOwn(desk), '--json', '--seed', '8');
    expect(exitCode).toBe(1);
    expect(JSON.parse(output)).toMatchObject({
      verdict: 'failed',
      planned: 2,
      passed: 1,
      failed: 1,
      report: join(desk.folder, 'todoku-report', 'report.html'),
      cells: [
        { scenario: 'OWN-1', cell: 'mails=0', seed: 8, verdict: 'passed' },
        { scenario: 'OWN-1', cell: 'mails=3', seed: 8, verdict: 'failed', failure: { index: 1 } },
      ],
    });
    expect(complaints).toContain('✗ OWN-1');
  });

  test('replaces its own report, never another one, and nothing else', async () => {
    using desk = createDesk();
    const given = ['run', withOwn(desk), '--cell', 'mails=0'];
    expect((await desk.run(...given)).output).not.toContain('was replaced');
    const again = await desk.run(...given);
    expect(again.exitCode).toBe(0);
    expect(again.output).toContain('The former report was replaced');
    const out = [...given, '--out', 'kept'];
    expect((await desk.run(...out)).exitCode).toBe(0);
    expect(await desk.run(...out)).toMatchObject({
      exitCode: 2,
      output: '',
      complaints: complaint('bundle-exists', { folder: 'kept' }),
    });
    expect((await desk.run(...out, '--overwrite')).exitCode).toBe(0);
    mkdirSync(join(desk.folder, 'thesis'));
    writeFileSync(join(desk.folder, 'thesis', 'chapter-1.txt'), 'x');
    const { complaints } = await desk.run(...given, '--out', 'thesis', '--overwrite');
    expect(complaints).toBe(complaint('out-not-empty', { folder: 'thesis' }));
    expect(existsSync(join(desk.folder, 'thesis', 'chapter-1.txt'))).toBe(true);
  });

  test('a file with mistakes is told with line and column, all of them, and ends with 2', async () => {
    using desk = createDesk();
    const file = withOwn(desk, own.replace('school.issues', 'school.isues').replace('seed: 7', 'seeds: 7'));
    const { exitCode, output, complaints } = await desk.run('run', file);
    expect(exitCode).toBe(2);
    expect(output).toBe('');
    expect(complaints).toMatch(/own\.yaml:5:1: /);
    expect(complaints).toMatch(/own\.yaml:12:5: /);
    expect(complaints).toContain('school.issues');
  });

  test('refuses what it does not know or cannot do yet', async () => {
    using desk = createDesk();
    const file = withOwn(desk);
    const refused = async (...given: string[]): Promise<string> => {
      const { exitCode, output, complaints } = await desk.run('run', ...given);
      expect({ exitCode, output }).toEqual({ exitCode: 2, output: '' });
      return complaints;
    };
    expect(await refused(file, '--lane', 'device')).toBe(complaint('lane-not-ready', { lane: 'device' }));
    const named = ['--lane', 'device', '--appium', 'http://127.0.0.1:9', '--capabilities'];
    expect(await refused(file, ...named, 'phones.json')).toBe(complaint('file-missing', { file: 'phones.json' }));
    expect(await refused(file, ...named, '.')).toBe(complaint('file-unreadable', { file: '.', reason: 'EISDIR' }));
    expect(await refused('--core', file)).toBe(complaint('options-exclude', { one: '--core', other: file }));
    expect(await refused('--core', '--all')).toBe(complaint('options-exclude', { one: '--core', other: '--all' }));
    expect(await refused(file, '--cell', 'mials=3')).toBe(
      complaint('cell-unknown', { cell: 'mials=3' }, { nearest: 'mails=3, mails=0' }),
    );
    expect(await refused('./nowhere.yaml')).toBe(complaint('file-missing', { file: './nowhere.yaml' }));
    mkdirSync(join(desk.folder, 'empty'));
    expect(await refused('./empty')).toBe(complaint('folder-without-scenarios', { folder: './empty' }));
    expect(await refused(file, '--seed', '4294967296')).toContain('--seed takes 0…4294967295');
    expect(await refused('S-2.2-99')).toContain('Did you mean: S-2.2-0');
    expect(existsSync(join(desk.folder, 'todoku-report'))).toBe(false);
  });

  test('where it cannot write, it plays nothing and names the place', async () => {
    using desk = createDesk();
    const out = join('own.yaml', 'below');
    const { exitCode, output, complaints } = await desk.run('run', withOwn(desk), '--out', out);
    expect({ exitCode, output }).toEqual({ exitCode: 2, output: '' });
    expect(complaints).toBe(complaint('out-not-writable', { path: out, reason: 'ENOTDIR: not a directory' }));
  });

  test.skipIf(process.platform === 'win32')('a pipe is no scenario file', async () => {
    using desk = createDesk();
    spawnSync('sh', ['-c', 'mkfifo pipe.yaml'], { cwd: desk.folder });
    const { exitCode, complaints } = await desk.run('run', './pipe.yaml');
    expect(exitCode).toBe(2);
    expect(complaints).toBe(complaint('file-irregular', { file: './pipe.yaml' }));
  });

  test.skipIf(process.platform === 'win32')('what cannot be read is told with its reason', async () => {
    using desk = createDesk();
    symlinkSync('loop.yaml', join(desk.folder, 'loop.yaml'));
    const { complaints } = await desk.run('run', './loop.yaml');
    expect(complaints).toBe(complaint('file-unreadable', { file: './loop.yaml', reason: 'ELOOP' }));
  });

  test('--cell provider= sees the cast where the matrix has no provider', async () => {
    using desk = createDesk();
    const file = withOwn(desk);
    const { output } = await desk.run('run', file, 'S-2.2-01', '--cell', 'provider=gmail', '--json');
    const cells = JSON.parse(output).cells.map(({ cell }: { readonly cell: string }) => cell);
    expect(cells).toEqual(['mails=0', 'mails=3', 'provider=gmail']);
    const both = await desk.run('run', file, '--cell', 'provider=gmail,mails=0', '--json');
    expect(JSON.parse(both.output).planned).toBe(1);
    const none = await desk.run('run', file, '--cell', 'provider=docmo');
    expect(none.complaints).toBe(complaint('cell-unknown', { cell: 'provider=docmo' }, { nearest: 'provider=gmail' }));
  });

  test('a scenario of the library is called the same wherever it is played', async () => {
    using desk = createDesk();
    await desk.run('run', 'S-2.1-02');
    const manifest = JSON.parse(read(desk, 'todoku-report', 'manifest.json'));
    expect(manifest.scenarios[0].file).toBe('scenarios/library/2-1/S-2.1-02.yaml');
    const events = read(desk, 'todoku-report', ...manifest.scenarios[0].cells[0].path.split('/'));
    expect(events).toContain('npx todoku run S-2.1-02 --seed 2102"');
    mkdirSync(join(desk.folder, 'scenarios', 'library'), { recursive: true });
    const path = join('scenarios', 'library', 'own.yaml');
    writeFileSync(join(desk.folder, path), own);
    const { output } = await desk.run('run', path);
    expect(output).toContain('Replay: npx todoku run ./scenarios/library/own.yaml');
  });
});

import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { own, read, withOwn } from './own-case.ts';
import { complaint, createDesk } from './recording-terminal.ts';

describe('todoku report', { timeout: 60_000 }, () => {
  test('renders what a bundle holds', async () => {
    using desk = createDesk();
    await desk.run('run', withOwn(desk));
    expect((await desk.run('report', 'todoku-report')).output).toContain('Replay: npx todoku run');
    const junit = await desk.run('report', 'todoku-report', '--format', 'junit');
    expect(junit.output).toBe(read(desk, 'todoku-report', 'junit.xml'));
    const html = await desk.run('report', 'todoku-report', '--format', 'html', '--out', 'report.html');
    expect(html).toEqual({ exitCode: 0, output: '', complaints: '' });
    expect(read(desk, 'report.html')).toBe(read(desk, 'todoku-report', 'report.html'));
  });

  test('does not write over a file unasked', async () => {
    using desk = createDesk();
    await desk.run('run', withOwn(desk));
    const given = ['report', 'todoku-report', '--out', 'own.yaml'];
    expect((await desk.run(...given)).complaints).toBe(complaint('file-exists', { file: 'own.yaml' }));
    expect(read(desk, 'own.yaml')).toBe(own);
    expect((await desk.run(...given, '--overwrite')).exitCode).toBe(0);
    const lost = await desk.run('report', 'todoku-report', '--out', join('no', 'such', 'folder.txt'));
    expect(lost.complaints).toBe(
      complaint('out-not-writable', { path: join('no', 'such', 'folder.txt'), reason: 'ENOENT' }),
    );
  });

  test.skipIf(process.platform === 'win32')('leaves nothing half-written, and what was there as it was', async () => {
    using desk = createDesk();
    await desk.run('run', withOwn(desk));
    const before = readdirSync(desk.folder);
    const start = join(import.meta.dirname, '..', 'bin', 'todoku.js');
    const cut = (out: string) => {
      // No file may grow beyond some blocks: the report does not fit.
      const script = `ulimit -f 4; exec "${process.execPath}" "${start}" report todoku-report --format html --lang en ${out}`;
      const environment = { ...process.env, NODE_DISABLE_COMPILE_CACHE: '1' };
      return spawnSync('sh', ['-c', script], { cwd: desk.folder, encoding: 'utf8', env: environment });
    };
    for (const [out, path] of [
      ['--out r.html', 'r.html'],
      ['--out own.yaml --overwrite', 'own.yaml'],
    ] as const) {
      const { status, stderr } = cut(out);
      expect({ status, stderr }).toEqual({
        status: 2,
        stderr: complaint('out-not-writable', { path, reason: 'EFBIG' }),
      });
    }
    expect(readdirSync(desk.folder)).toEqual(before);
    expect(read(desk, 'own.yaml')).toBe(own);
  });

  test('says what is wrong with a folder that is no bundle', async () => {
    using desk = createDesk();
    expect((await desk.run('report', 'nothing')).complaints).toBe(complaint('bundle-missing', { folder: 'nothing' }));
  });
});

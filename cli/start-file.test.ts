import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { complaint } from './recording-terminal.ts';

const root = join(import.meta.dirname, '..');
const pinned = join(root, 'node_modules', '.bin', 'node');

/** Makes this Node look like another one to the start file. */
function pretending(version: string): string[] {
  const script = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } });`;
  return ['--import', `data:text/javascript,${encodeURIComponent(script)}`];
}

function start(given: readonly string[], { node = [], environment = {} }: Partial<Start> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...node, join('bin', 'todoku.js'), ...given], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, LANG: 'C.UTF-8', LC_ALL: '', ...environment },
  });
  return { status, stdout, stderr };
}

function shell(script: string) {
  return spawnSync('sh', ['-c', script], { cwd: root, encoding: 'utf8', env: { ...process.env, LANG: 'C.UTF-8' } });
}

interface Start {
  readonly node: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

describe('bin/todoku.js', { timeout: 60_000 }, () => {
  test('starts the command line, with its exit code', () => {
    const help = start(['help']);
    expect(help).toMatchObject({ status: 0, stderr: '' });
    expect(help.stdout).toContain('Usage: npx todoku <command>');
    const wrong = start(['rum']);
    expect(wrong).toMatchObject({ status: 2, stdout: '' });
    expect(wrong.stderr).toContain('Did you mean: run?');
  });

  test.each(['20.20.2', '22.23.3', '24.16.0'])(
    'on Node %s without the project’s own says one clear line',
    (version) => {
      const node = pretending(version);
      const environment = { TODOKU_NODE: 'tried' };
      const english = start(['help'], { node, environment });
      expect(english).toMatchObject({ status: 2, stdout: '' });
      expect(english.stderr).toMatch(/^todoku needs Node 24\.17 or newer, and this is v[^\n]+\n$/);
      const japanese = start(['help'], { node, environment: { ...environment, LANG: 'ja_JP.UTF-8' } });
      expect(japanese.stderr).toMatch(/^todoku には Node 24\.17 以降が必要です[^\n]+\n$/);
    },
  );

  test.skipIf(!existsSync(pinned))('on an old Node starts again on the project’s own, with its exit code', () => {
    const node = pretending('20.20.2');
    const environment = { TODOKU_NODE: '' };
    expect(start(['version'], { node, environment })).toMatchObject({ status: 0, stderr: '' });
    expect(start(['rum'], { node, environment })).toMatchObject({ status: 2, stdout: '' });
  });

  test.skipIf(!existsSync('/dev/full'))('a full standard output is told in a sentence', () => {
    const { status, stderr } = shell(`"${process.execPath}" bin/todoku.js list --lang ja > /dev/full`);
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: complaint('output-lost', { reason: 'ENOSPC' }, { language: 'ja' }),
    });
  });

  test.skipIf(process.platform === 'win32')('a reader who has gone is not told anything', async () => {
    const child = spawn(process.execPath, ['bin/todoku.js', 'list'], { cwd: root });
    child.stdout.destroy();
    let stderr = '';
    child.stderr.on('data', (chunk) => {
      stderr += String(chunk);
    });
    expect(await once(child, 'close')).toEqual([2, null]);
    expect(stderr).toBe('');
  });

  test('24.17 is new enough', () => {
    expect(start(['version'], { node: pretending('24.17.0'), environment: { TODOKU_NODE: 'tried' } }).status).toBe(0);
  });
});

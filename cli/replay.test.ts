import { mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { own, read, withOwn } from './own-case.ts';
import { complaint, createDesk } from './recording-terminal.ts';

describe('todoku replay', { timeout: 60_000 }, () => {
  test('plays the same cells again and finds them the same', async () => {
    using desk = createDesk();
    const file = withOwn(desk);
    await desk.run('run', file);
    const { exitCode, output } = await desk.run('replay', 'todoku-report', file);
    expect(exitCode).toBe(0);
    expect(output).toBe(
      '✓ OWN-1 [mails=0] the same\n✓ OWN-1 [mails=3] the same\n\n2 the same, 0 different (of 2), byte for byte\n',
    );
  });

  test('names the first difference', async () => {
    using desk = createDesk();
    const file = withOwn(desk);
    await desk.run('run', file, '--cell', 'mails=0');
    withOwn(desk, own.replace('A case of my own', 'Another case'));
    const { exitCode, output } = await desk.run('replay', 'todoku-report', file, '--json');
    expect(exitCode).toBe(1);
    expect(JSON.parse(output)).toMatchObject({
      played: 1,
      same: 0,
      differences: [
        {
          scenario: 'OWN-1',
          cell: 'mails=0',
          was: expect.stringMatching('my own'),
          is: expect.stringMatching('Another'),
        },
      ],
    });
    expect((await desk.run('replay', 'todoku-report', file)).output).toMatch(/differs first in line \d+\n {2}was: \{/);
  });

  test('finds a case of one’s own by itself, from anywhere, and where it is said to be', async () => {
    using desk = createDesk();
    withOwn(desk);
    await desk.run('run', './own.yaml');
    expect(JSON.parse(read(desk, 'todoku-report', 'manifest.json')).scenarios[0].file).toBe('own.yaml');
    expect(await desk.run('replay', 'todoku-report')).toMatchObject({ exitCode: 0, complaints: '' });
    using elsewhere = createDesk();
    expect((await elsewhere.run('replay', join(desk.folder, 'todoku-report'))).exitCode).toBe(0);
    mkdirSync(join(desk.folder, 'moved'));
    renameSync(join(desk.folder, 'own.yaml'), join(desk.folder, 'moved', 'other.yaml'));
    expect(await desk.run('replay', 'todoku-report')).toEqual({
      exitCode: 2,
      output: '',
      complaints: complaint('recording-file-missing', { scenario: 'OWN-1', file: 'own.yaml' }),
    });
    expect((await desk.run('replay', 'todoku-report', './moved/other.yaml')).exitCode).toBe(0);
  });

  test('a scenario that has lost its cell is no longer what it was', async () => {
    using desk = createDesk();
    await desk.run('run', withOwn(desk));
    withOwn(desk, own.replace('[0, 3]', '[0, 4]'));
    expect(await desk.run('replay', 'todoku-report')).toEqual({
      exitCode: 2,
      output: '',
      complaints: complaint('recording-outdated', { cell: '--cell mails=3' }),
    });
    withOwn(desk, own.replace('OWN-1', 'OWN-2'));
    expect((await desk.run('replay', 'todoku-report', '--lang', 'ja')).complaints).toBe(
      complaint('recording-outdated', { cell: 'OWN-1' }, { language: 'ja' }),
    );
    const other = await desk.run('replay', 'todoku-report', 'S-2.2-01');
    expect(other.complaints).toBe(complaint('selection-unknown', { given: 'S-2.2-01' }));
  });
});

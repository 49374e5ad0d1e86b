import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { complaint, createDesk, type Desk } from './recording-terminal.ts';

/** A case of one's own: two cells, of which the second expects a mail that cannot have come. */
const own = `id: OWN-1
title: { ja: 自分の場面, en: A case of my own }
stated: inferred
tags: [mine]
seed: 7
cast:
  school: { use: mihon-university }
  student: { use: hanako, provider: gmail, handset: android-13 }
matrix:
  mails: [0, 3]
steps:
  - school.issues: { credential: student-id }
  - expect.mail: { folder: trash, kind: issue-notice, count: $mails }
`;

function withOwn(desk: Desk, text = own): string {
  writeFileSync(join(desk.folder, 'own.yaml'), text);
  return './own.yaml';
}

const read = (desk: Desk, ...path: string[]): string => readFileSync(join(desk.folder, ...path), 'utf8');

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
    expect((await desk.run(...given)).exitCode).toBe(0);
    expect((await desk.run(...given)).exitCode).toBe(0);
    const out = [...given, '--out', 'kept'];
    expect((await desk.run(...out)).exitCode).toBe(0);
    expect(await desk.run(...out)).toMatchObject({
      exitCode: 2,
      output: '',
      complaints: complaint('bundle-exists', {}),
    });
    expect((await desk.run(...out, '--overwrite')).exitCode).toBe(0);
    mkdirSync(join(desk.folder, 'thesis'));
    writeFileSync(join(desk.folder, 'thesis', 'chapter-1.txt'), 'x');
    const { complaints } = await desk.run(...given, '--out', 'thesis', '--overwrite');
    expect(complaints).toBe(complaint('out-not-empty', {}));
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
    expect(await refused(file, '--lane', 'wire')).toBe(complaint('lane-not-ready', { lane: 'wire' }));
    expect(await refused('--core', file)).toBe(complaint('options-exclude', { one: '--core', other: file }));
    expect(await refused('--core', '--all')).toBe(complaint('options-exclude', { one: '--core', other: '--all' }));
    expect(await refused(file, '--cell', 'mials=3')).toBe(
      complaint('cell-unknown', { cell: 'mials=3', nearest: 'mails=3, mails=0' }),
    );
    expect(await refused('./nowhere.yaml')).toBe(
      complaint('file-unreadable', { file: './nowhere.yaml', reason: 'ENOENT' }),
    );
    expect(await refused(file, '--seed', '4294967296')).toContain('--seed takes 0…4294967295');
    expect(await refused('S-2.2-99')).toContain('Did you mean: S-2.2-0');
    expect(existsSync(join(desk.folder, 'todoku-report'))).toBe(false);
  });
});

describe('todoku replay', { timeout: 60_000 }, () => {
  test('plays the same cells again and finds them the same', async () => {
    using desk = createDesk();
    const file = withOwn(desk);
    await desk.run('run', file);
    const { exitCode, output } = await desk.run('replay', 'todoku-report', file);
    expect(exitCode).toBe(0);
    expect(output).toBe(
      '✓ OWN-1 [mails=0] the same\n✓ OWN-1 [mails=3] the same\n\n2 of 2 cells are the same, byte for byte.\n',
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

  test('a scenario that is neither in the library nor named cannot be replayed', async () => {
    using desk = createDesk();
    await desk.run('run', withOwn(desk));
    const { exitCode, complaints } = await desk.run('replay', 'todoku-report');
    expect(exitCode).toBe(2);
    expect(complaints).toContain('No scenario has the id, section or tag "OWN-1"');
    const other = await desk.run('replay', 'todoku-report', './own.yaml', 'S-2.2-01');
    expect(other.complaints).toBe(complaint('selection-unknown', { given: 'S-2.2-01', nearest: 'OWN-1' }));
  });
});

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
    expect(lost.complaints).toBe(complaint('out-not-writable', { reason: 'ENOENT' }));
  });

  test('says what is wrong with a folder that is no bundle', async () => {
    using desk = createDesk();
    expect((await desk.run('report', 'nothing')).complaints).toBe(
      complaint('bundle-unreadable', { file: 'manifest.json', reason: 'missing' }),
    );
  });
});

describe('todoku list and explain', { timeout: 60_000 }, () => {
  test('list the library, or what is asked for', async () => {
    using desk = createDesk();
    const all = JSON.parse((await desk.run('list', '--json')).output);
    const core = JSON.parse((await desk.run('list', '--core', '--json')).output);
    const ids = (scenarios: readonly { readonly id: string }[]): string[] => scenarios.map(({ id }) => id);
    expect(ids(all)).toEqual([...new Set(ids(all))].sort());
    expect(ids(core)).toContain('S-2.2-01');
    expect(core.every(({ stated }: { stated: string }) => stated === 'manual')).toBe(true);
    const { output } = await desk.run('list', '2.2', '--lang', 'ja');
    expect(output).toMatch(/^S-2\.2-01 {2}明記 +\d+ {2}発行のお知らせメールが迷惑メールに入った$/m);
    const own = JSON.parse((await desk.run('list', withOwn(desk), '--json')).output);
    expect(own).toMatchObject([{ id: 'OWN-1', section: '', tags: ['mine'], cells: ['mails=0', 'mails=3'] }]);
  });

  test('tell a scenario as prose in both languages', async () => {
    using desk = createDesk();
    const english = await desk.run('explain', 'S-2.2-01');
    expect(english).toMatchObject({ exitCode: 0, complaints: '' });
    expect(english.output).toContain('The issue mail landed in the junk folder');
    const japanese = await desk.run('explain', 'S-2.2-01', withOwn(desk), '--lang', 'ja');
    expect(japanese.output).toContain('発行のお知らせメールが迷惑メールに入った');
    expect(japanese.output).toContain('自分の場面');
    expect((await desk.run('explain')).complaints).toBe(
      complaint('argument-missing', { command: 'explain', expected: 'id | file' }),
    );
  });
});

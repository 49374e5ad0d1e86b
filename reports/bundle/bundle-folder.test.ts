import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ErrorCode, ServiceError } from '#sim/errors';
import { failingRun, passingRun } from '../sample-run.ts';
import { type BundleContent, checkTarget, readBundle, writeBundle } from './index.ts';

const circumstances = {
  startedAt: '2026-07-01T12:00:00.000Z',
  finishedAt: '2026-07-01T12:00:01.000Z',
  command: 'todoku run S-2.2-01',
  nodeVersion: '24.0.0',
  platform: 'linux-x64',
  todokuVersion: '0.1.0',
  passwordCost: 'scrypt N=256 r=8 p=1',
};

const library = { scenario: 'S-2.2-01', file: 'scenarios/library/2-2/S-2.2-01.yaml' };

const content: BundleContent = {
  runs: [
    { ...library, cell: 'provider=docomo', seed: 2201, verdict: 'passed', events: passingRun() },
    { ...library, cell: 'provider=softbank', seed: 2201, verdict: 'failed', events: failingRun() },
    { scenario: 'S-1.1-01', cell: '', seed: 1101, verdict: 'passed', events: passingRun('gmail') },
  ],
  manifest: circumstances,
};

const keep = { overwrite: false };
let parent: string;
let out: string;

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'bundle-test-'));
  out = join(parent, 'out');
});
afterEach(() => {
  chmodSync(parent, 0o700);
  rmSync(parent, { recursive: true });
});

function failureOf(act: () => unknown): { code: ErrorCode; parameters: unknown } {
  try {
    act();
  } catch (error) {
    if (error instanceof ServiceError) return { code: error.code, parameters: error.parameters };
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('writeBundle', () => {
  it('writes the layout, whole, and nothing beside it', () => {
    writeBundle(out, content, keep);
    expect(readdirSync(parent)).toEqual(['out']);
    expect(readdirSync(out, { recursive: true }).map(String).sort()).toEqual([
      'cells',
      'cells/S-1.1-01',
      'cells/S-1.1-01/cell',
      'cells/S-1.1-01/cell/events.ndjson',
      'cells/S-2.2-01',
      'cells/S-2.2-01/provider=docomo',
      'cells/S-2.2-01/provider=docomo/events.ndjson',
      'cells/S-2.2-01/provider=softbank',
      'cells/S-2.2-01/provider=softbank/events.ndjson',
      'junit.xml',
      'manifest.json',
      'report.html',
    ]);
  });

  it('keeps wall time, host and command in the manifest alone', () => {
    writeBundle(out, content, keep);
    const other = join(parent, 'other');
    const elsewhere = { ...circumstances, startedAt: '2027-01-01T00:00:00.000Z', platform: 'win32-x64', command: 'x' };
    writeBundle(other, { ...content, manifest: elsewhere }, keep);
    for (const name of readdirSync(out, { recursive: true }).map(String)) {
      if (!/\.\w+$/.test(name) || name.endsWith('-01')) continue;
      const isSame = readFileSync(join(out, name), 'utf8') === readFileSync(join(other, name), 'utf8');
      expect(isSame, name).toBe(name !== 'manifest.json');
    }
  });

  it('is read back as it was written', () => {
    writeBundle(out, content, keep);
    const { manifest, runs } = readBundle(out);
    const byScenario = (scenario: string): unknown[] => content.runs.filter((run) => run.scenario === scenario);
    expect(runs).toEqual([...byScenario('S-2.2-01'), ...byScenario('S-1.1-01')]);
    expect(manifest).toMatchObject({ format: 'todoku-bundle', formatVersion: 1, ...circumstances });
    expect(manifest.scenarios[0]?.cells[0]).toMatchObject({
      cell: 'provider=docomo',
      seed: 2201,
      verdict: 'passed',
      path: 'cells/S-2.2-01/provider=docomo/events.ndjson',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it('tells scenarios of one id apart by their files', () => {
    const [run] = content.runs;
    if (run === undefined) throw new TypeError('no run');
    const runs = ['a.yaml', 'b.yaml'].map((file) => ({ ...run, file }));
    writeBundle(out, { ...content, runs }, keep);
    const { manifest, runs: read } = readBundle(out);
    expect(manifest.scenarios.map(({ scenario, file }) => [scenario, file])).toEqual([
      ['S-2.2-01', 'a.yaml'],
      ['S-2.2-01', 'b.yaml'],
    ]);
    expect(read).toEqual(runs);
  });

  it('uses an empty folder, and makes parents', () => {
    mkdirSync(out);
    writeBundle(out, content, keep);
    writeBundle(join(parent, 'a', 'b'), content, keep);
    expect(readBundle(out).runs).toHaveLength(3);
    expect(readBundle(join(parent, 'a', 'b')).runs).toHaveLength(3);
  });

  it('replaces an earlier bundle only when told to', () => {
    writeBundle(out, content, keep);
    const fewer = { ...content, runs: content.runs.slice(0, 1) };
    expect(failureOf(() => writeBundle(out, fewer, keep)).code).toBe('bundle-exists');
    expect(readBundle(out).runs).toHaveLength(3);
    writeBundle(out, fewer, { overwrite: true });
    expect(readBundle(out).runs).toHaveLength(1);
    expect(existsSync(join(out, 'cells', 'S-1.1-01'))).toBe(false);
    expect(readdirSync(parent)).toEqual(['out']);
  });

  it.each([
    [
      'a folder with something else',
      (folder: string) => {
        mkdirSync(folder);
        writeFileSync(join(folder, 'notes.txt'), 'mine');
      },
    ],
    [
      'a manifest of another program',
      (folder: string) => {
        mkdirSync(folder);
        writeFileSync(join(folder, 'manifest.json'), '{"name":"app"}');
      },
    ],
    ['a file', (folder: string) => writeFileSync(folder, 'mine')],
    [
      'a bundle that somebody put a file into',
      (folder: string) => {
        writeBundle(folder, content, keep);
        writeFileSync(join(folder, 'notes.txt'), 'mine');
      },
    ],
  ])('never touches %s, even with overwrite', (_, prepare) => {
    prepare(out);
    const before = existsSync(join(out, 'notes.txt'));
    expect(failureOf(() => writeBundle(out, content, { overwrite: true })).code).toBe('out-not-empty');
    expect(existsSync(join(out, 'notes.txt'))).toBe(before);
    expect(readdirSync(parent)).toEqual(['out']);
  });

  it('says why it cannot write below a file', () => {
    writeFileSync(out, 'mine');
    const { code, parameters } = failureOf(() => writeBundle(join(out, 'deeper'), content, keep));
    expect(code).toBe('out-not-writable');
    expect(parameters).toEqual({ path: join(out, 'deeper'), reason: 'ENOTDIR: not a directory' });
    expect(readdirSync(parent)).toEqual(['out']);
  });

  it.skipIf(process.getuid?.() === 0)('says why it cannot write without permission', () => {
    chmodSync(parent, 0o500);
    const { code, parameters } = failureOf(() => writeBundle(out, content, keep));
    expect(code).toBe('out-not-writable');
    expect(parameters).toEqual({ path: out, reason: 'EACCES: permission denied' });
  });

  it('says why a link that leads nowhere is no place to write', () => {
    symlinkSync(join(parent, 'gone'), out);
    expect(failureOf(() => writeBundle(out, content, keep)).code).toBe('out-not-writable');
    expect(readdirSync(parent)).toEqual(['out']);
  });

  it('leaves nothing half-written when it fails in the middle, and the earlier bundle as it was', () => {
    writeBundle(out, content, keep);
    const [first] = content.runs;
    const broken = {
      ...first,
      cell: 'z',
      get events(): never {
        throw new RangeError('in the middle');
      },
    } as never;
    const half = { ...content, runs: [...content.runs, broken] };
    expect(() => writeBundle(join(parent, 'fresh'), half, keep)).toThrow('in the middle');
    expect(() => writeBundle(out, half, { overwrite: true })).toThrow('in the middle');
    expect(readdirSync(parent)).toEqual(['out']);
    expect(readBundle(out).runs).toHaveLength(3);
  });
});

describe('checkTarget', () => {
  const check = (folder: string, overwrite = false) => checkTarget({ folder, name: 'there', overwrite });

  it('says what is there, and leaves it as it is', () => {
    expect(check(out)).toBe('nothing');
    expect(check(join(out, 'deep', 'er'))).toBe('nothing');
    mkdirSync(out);
    expect(check(out)).toBe('empty');
    writeBundle(out, content, keep);
    expect(check(out, true)).toBe('bundle');
    expect(readdirSync(parent)).toEqual(['out']);
    expect(readBundle(out).runs).toHaveLength(3);
  });

  it('refuses what writing would refuse, and calls it by its name', () => {
    writeFileSync(out, 'mine');
    expect(failureOf(() => check(out, true))).toEqual({ code: 'out-not-empty', parameters: { folder: 'there' } });
    const below = { path: 'there', reason: 'ENOTDIR: not a directory' };
    expect(failureOf(() => check(join(out, 'deeper')))).toEqual({ code: 'out-not-writable', parameters: below });
    rmSync(out);
    writeBundle(out, content, keep);
    expect(failureOf(() => check(out))).toEqual({ code: 'bundle-exists', parameters: { folder: 'there' } });
  });

  it.skipIf(!existsSync('/proc/self'))('tries it, for permissions do not tell all', () => {
    expect(failureOf(() => check('/proc/report')).code).toBe('out-not-writable');
  });
});

describe('readBundle', () => {
  const cell = 'cells/S-2.2-01/provider=docomo/events.ndjson';
  const problem = () => failureOf(() => readBundle(out, 'there'));
  const about = (code: ErrorCode, file?: string) => {
    return { code, parameters: { folder: 'there', ...(file === undefined ? {} : { file }) } };
  };
  const edit = (change: (text: string) => string): void => {
    const file = join(out, 'manifest.json');
    writeFileSync(file, change(readFileSync(file, 'utf8')));
  };

  beforeEach(() => writeBundle(out, content, keep));

  it('names what is missing', () => {
    rmSync(join(out, cell));
    expect(problem()).toEqual(about('bundle-incomplete', cell));
    rmSync(join(out, 'manifest.json'));
    expect(problem()).toEqual(about('bundle-missing'));
    rmSync(out, { recursive: true });
    expect(problem()).toEqual(about('bundle-missing'));
  });

  it('names what was altered, by one byte or cut short', () => {
    const file = join(out, cell);
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace('docomo', 'docomO'));
    expect(problem()).toEqual(about('bundle-altered', cell));
    writeFileSync(file, text.slice(0, -1));
    expect(problem()).toEqual(about('bundle-altered', cell));
  });

  it('refuses a later version and what is no manifest', () => {
    edit((text) => text.replace('"formatVersion": 1', '"formatVersion": 2'));
    expect(problem()).toEqual(about('bundle-version'));
    edit(() => '{"format":');
    expect(problem()).toEqual(about('bundle-format', 'manifest.json'));
    edit(() => '{"format":"todoku-bundle","formatVersion":1,"scenarios":[{"scenario":"x","cells":[{}]}]}');
    expect(problem()).toEqual(about('bundle-format', 'manifest.json'));
  });

  it.each([
    '../secret.ndjson',
    '/etc/hostname',
    'cells/../../secret.ndjson',
    'cells\\\\..\\\\x',
    'C:/x',
    'cells//x',
    './x',
  ])('never reads %s', (path) => {
    writeFileSync(join(parent, 'secret.ndjson'), '');
    edit((text) => text.replace(cell, path));
    expect(problem()).toEqual(about('bundle-outside', 'manifest.json'));
  });

  it('follows no link out of the folder', () => {
    writeFileSync(join(parent, 'secret.ndjson'), readFileSync(join(out, cell)));
    rmSync(join(out, cell));
    symlinkSync(join(parent, 'secret.ndjson'), join(out, cell));
    expect(problem()).toEqual(about('bundle-outside', cell));
  });

  it('reads a bundle through a link to its folder', () => {
    symlinkSync(out, join(parent, 'link'));
    expect(readBundle(join(parent, 'link')).runs).toHaveLength(3);
  });
});

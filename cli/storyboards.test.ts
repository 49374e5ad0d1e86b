import { describe, expect, test } from 'vitest';
import { directLane, type Lane, type LaneName } from '#scenarios/runner';
import { ServiceError } from '#sim/errors';
import type { Options } from './command.ts';
import { complaint, createDesk } from './recording-terminal.ts';
import { boardCells, boardWords, playBoards } from './storyboards.ts';

const asked = (storyboard?: string): Options => ({
  has: () => false,
  text: (name) => (name === 'storyboard' ? storyboard : undefined),
  number: () => undefined,
  all: () => [],
});

/** A lane that has pictures to show, whatever is played. */
const pictured: Lane = {
  name: 'emulated',
  async open(world) {
    const stage = await directLane.open(world);
    const pictures = new Map([
      ['step-01.png', new Uint8Array(1)],
      ['step-01.xml', new Uint8Array(1)],
      ['step-02.png', new Uint8Array(1)],
    ]);
    return { ...stage, pictures, [Symbol.asyncDispose]: () => stage[Symbol.asyncDispose]() };
  },
  async [Symbol.asyncDispose]() {},
};

describe('--storyboard', () => {
  test('means the first cell of each scenario that it names', () => {
    const cells = boardCells(asked('S-2.1-02,S-1.1-01'), '.');
    expect(cells.map(({ scenario, name }) => [scenario.id, name])).toEqual([
      ['S-1.1-01', 'provider=gmail,handset=iphone-17'],
      ['S-2.1-02', expect.any(String)],
    ]);
    expect(boardCells(asked(), '.')).toEqual([]);
  });

  test('plays them with pixels and says how many pictures there are, and where', async () => {
    const cells = boardCells(asked('S-2.1-02'), '.');
    const names: LaneName[] = [];
    const told: string[] = [];
    const boards = await playBoards(
      cells,
      async (name) => {
        names.push(name);
        return pictured;
      },
      ({ cell }) => told.push(cell.scenario.id),
    );
    expect(names).toEqual(['emulated']);
    expect(told).toEqual(['S-2.1-02']);
    expect(boards.runs).toMatchObject([{ lane: 'emulated', verdict: 'passed' }]);
    expect(boardWords(cells, boards, 'todoku-report/report.html').en).toBe(
      'Storyboards: 1, with 2 pictures (in todoku-report/report.html)\n',
    );
  });

  test('leaves them out where there is no browser, and says what to install', async () => {
    const cells = boardCells(asked('S-2.1-02,S-1.1-01'), '.');
    const missing = new ServiceError('chromium-missing', { looked: 'chromium' });
    const boards = await playBoards(
      cells,
      () => Promise.reject(missing),
      () => undefined,
    );
    expect(boards).toEqual({ runs: [], missing });
    const words = boardWords(cells, boards, 'report.html');
    expect(words.ja).toContain('画面つきの再生は省きました（S-1.1-01、S-2.1-02）');
    expect(words.ja).toContain('apt-get install chromium');
    expect(words.en).toContain('Left out with pictures: S-1.1-01, S-2.1-02.');
  });

  test('opens nothing when nothing is asked', async () => {
    const boards = await playBoards(
      [],
      () => Promise.reject(new TypeError('opened')),
      () => undefined,
    );
    expect(boardWords([], boards, 'report.html')).toEqual({ ja: '', en: '' });
  });

  test('hides no bug of ours', async () => {
    const cells = boardCells(asked('S-2.1-02'), '.');
    const broken = playBoards(
      cells,
      () => Promise.reject(new TypeError('a bug')),
      () => undefined,
    );
    await expect(broken).rejects.toThrow('a bug');
  });

  test('names scenarios that there are', async () => {
    using desk = createDesk();
    const { exitCode, complaints } = await desk.run('run', 'S-2.1-02', '--storyboard', 'S-9.9-99');
    expect(exitCode).toBe(2);
    expect(complaints).toContain(complaint('selection-unknown', { given: 'S-9.9-99' }).split('\n')[0]);
  });
});

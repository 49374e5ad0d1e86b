import { describe, expect, it, test } from 'vitest';
import { directLane, directStage, type Lane, planCells } from '#scenarios/runner';
import { compare, compareIn } from './compare.ts';
import { readScenarios } from './library.ts';
import { parseArguments } from './options.ts';
import { withOwn } from './own-case.ts';
import { complaint, createDesk } from './recording-terminal.ts';
import { pathsAt } from './scenario-files.ts';

/** Direct, but a school that asks for something is put off an hour: its mails go out late. */
const slowLane: Lane = {
  name: 'emulated',
  async open(world) {
    const stage = directStage(world);
    return {
      ...stage,
      async fetch(url, request) {
        await world.advance(3_600_000);
        return stage.fetch(url, request);
      },
    };
  },
  async [Symbol.asyncDispose]() {},
};

async function compared(lanes: readonly Lane[], ...given: string[]) {
  using desk = createDesk();
  const file = withOwn(desk);
  let output = '';
  const terminal = {
    folder: desk.folder,
    environment: {},
    hasColour: false,
    read: async () => Buffer.alloc(0),
    write: (text: string) => {
      output += text;
    },
    complain: () => undefined,
  };
  const cells = planCells(readScenarios(pathsAt(file, desk.folder), desk.folder));
  const { options } = parseArguments('compare', compare, given);
  const exitCode = await compareIn(lanes, cells, { options, language: 'en', terminal });
  return { exitCode, output };
}

describe('todoku compare', { timeout: 60_000 }, () => {
  test('plays what is asked for in both lanes, and finds them equal', async () => {
    using desk = createDesk();
    const { exitCode, output } = await desk.run('compare', withOwn(desk));
    expect(output).toBe(
      '✓ OWN-1 A case of my own [mails=0]  direct = wire\n✓ OWN-1 A case of my own [mails=3]  direct = wire\n\n2 equal, 0 different (of 2)\n',
    );
    expect(exitCode).toBe(0);
  });

  test('shows the steps of one cell side by side', async () => {
    using desk = createDesk();
    const { output } = await desk.run('compare', withOwn(desk), '--cell', 'mails=0', '--lang', 'ja');
    expect(output).toMatch(/^ {2}手順 +direct +wire$/m);
    expect(output).toMatch(/^= 始まり +\d+ +\d+$/m);
    expect(output).toMatch(/^= 1\. .+ +\d+ +\d+/m);
    expect(output).toMatch(/\n一致 1、相違 0（全 1）\n$/);
  });

  test('ends with 1 where a lane tells another story, and says where it begins', async () => {
    const { exitCode, output } = await compared([directLane, slowLane]);
    expect(exitCode).toBe(1);
    expect(output).toMatch(
      /^✗ OWN-1 A case of my own \[mails=0\] {2}direct ≠ emulated\n {2}At .+ direct has “.+”, emulated has “/m,
    );
    expect(output).toMatch(/\n0 equal, 2 different \(of 2\)\n$/);
  });

  test('tells the same as JSON', async () => {
    const { output } = await compared([directLane, directLane, slowLane], '--json');
    expect(JSON.parse(output)).toMatchObject({
      lanes: ['direct', 'direct', 'emulated'],
      compared: 2,
      equal: 0,
      different: 2,
      cells: [
        {
          scenario: 'OWN-1',
          cell: 'mails=0',
          equal: false,
          difference: { has: [{ lane: 'direct' }, { lane: 'emulated' }], why: { ja: expect.any(String) } },
        },
        { cell: 'mails=3' },
      ],
    });
  });

  it.each([
    ['direct,wir', 'wir', 'wire'],
    ['direct', 'direct', ''],
    ['wire,wire', 'wire,wire', ''],
  ])('takes no --lanes %s', async (lanes, given, nearest) => {
    using desk = createDesk();
    const { exitCode, complaints } = await desk.run('compare', withOwn(desk), '--lanes', lanes);
    const expected = 'direct, wire, emulated, device';
    expect(complaints).toBe(complaint('option-value', { option: '--lanes', expected, given }, { nearest }));
    expect(exitCode).toBe(2);
  });

  test('plays nothing when one of the lanes is not there yet', async () => {
    using desk = createDesk();
    const { exitCode, complaints } = await desk.run('compare', withOwn(desk), '--lanes', 'direct,device');
    expect(complaints).toBe(complaint('lane-not-ready', { lane: 'device' }));
    expect(exitCode).toBe(2);
  });
});

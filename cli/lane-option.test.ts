import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { withOwn } from './own-case.ts';
import { complaint, createDesk, type Desk } from './recording-terminal.ts';

/** Nobody touches a phone in it, so that none has to be there. */
const untouched = `id: OWN-1
title: { ja: 自分の場面, en: A case of my own }
seed: 7
cast:
  school: { use: mihon-university }
  student: { use: hanako, provider: gmail, handset: $handset }
matrix:
  handset: [iphone-17, android-13]
steps:
  - school.issues: { credential: student-id }
`;

const phones = JSON.stringify({ 'iphone-17': { platformName: 'iOS', browserName: 'Safari' } });

function runOn(desk: Desk, ...more: string[]) {
  writeFileSync(join(desk.folder, 'phones.json'), phones);
  const lane = ['--lane', 'device', '--appium', 'http://127.0.0.1:9', '--capabilities', 'phones.json'];
  return desk.run('run', withOwn(desk, untouched), ...lane, ...more);
}

describe('todoku run --lane device', { timeout: 60_000 }, () => {
  test('names what no phone can play before it plays the rest, says so at the end, and ends with 3', async () => {
    using desk = createDesk();
    const { exitCode, output } = await runOn(desk);
    expect(exitCode).toBe(3);
    const [first = '', second = ''] = output.split('\n');
    expect(first).toMatch(
      /^Not played: OWN-1 handset=android-13 \(Android 13: the file of capabilities has no such phone/,
    );
    expect(second).toMatch(
      /^So that an Android phone reaches this machine, run: adb reverse tcp:\d+ tcp:\d+ ; adb reverse /,
    );
    expect(output).toContain('✓ OWN-1 A case of my own [handset=iphone-17]');
    expect(output).toContain('1 more cannot be played in lane device');
  });

  test('tells programs the same', async () => {
    using desk = createDesk();
    const { output } = await runOn(desk, '--json');
    expect(JSON.parse(output)).toMatchObject({
      verdict: 'passed',
      planned: 1,
      lane: 'device',
      leftOut: [
        { scenario: 'OWN-1', cell: 'handset=android-13', why: { en: expect.stringContaining('no such phone') } },
      ],
    });
  });

  test('plays nothing where nothing is left, for the reasons told', async () => {
    using desk = createDesk();
    const { exitCode, output, complaints } = await runOn(desk, '--cell', 'handset=android-13');
    expect(output).toContain('Not played: OWN-1 handset=android-13');
    expect(complaints).toBe(complaint('lane-plays-none', { count: 1, lane: 'device' }));
    expect(exitCode).toBe(2);
  });
});

import { describe, expect, it } from 'vitest';
import { builderOf } from '#scenarios/language';
import { planCells, playCell } from '#scenarios/runner';
import { verbs } from '#scenarios/steps';
import { readLibrary } from '../library/index.ts';

const scenario = builderOf(verbs);

describe('the builder over the real verbs', () => {
  it('makes the value that the YAML file makes, and it plays', async () => {
    const built = scenario({
      id: 'S-2.2-01',
      title: { ja: '発行のお知らせメールが迷惑メールに入った', en: 'The issue mail landed in the junk folder' },
      manual: ['2-2'],
      stated: 'manual',
      tags: ['mail-not-found', 'junk-mail'],
      seed: 2201,
      starts: '2026-04-01T09:00:00+09:00',
      cast: {
        school: { use: 'mihon-university' },
        student: { use: 'hanako', provider: '$provider', handset: 'android-13' },
      },
      world: { mailbox: { junkBias: 'high' } },
      matrix: { provider: ['gmail', 'yahoo-jp', 'icloud', 'docomo', 'm365'] },
      resolution: { cause: 'junk-folder', party: 'student', contacts: 1 },
    })
      .step('school.issues', { credential: 'student-id' })
      .step('clock.advance', '10m')
      .step('expect.mail', { folder: 'inbox', kind: 'issue-notice', count: 0 })
      .step('expect.mail', {
        folder: 'junk',
        kind: 'issue-notice',
        from: 'service@openbadge.net',
        subject: '【見本大学】からオープンバッジ発行のお知らせ',
      })
      .step('student.reports', { symptom: 'mail-not-found' })
      .step('student.checksFolder', 'junk')
      .step('student.marksNotJunk', { kind: 'issue-notice' })
      .step('student.completesReceipt', { password: 'Mihon2026!' })
      .step('expect.screen', { app: 'wallet', screen: 'student-id', shows: '見本 花子', within: '5m' })
      .step('gate.scans', { verdict: 'accepted' })
      .build();
    const read = readLibrary().find(({ id }) => id === 'S-2.2-01');
    const stripped = (value: unknown): unknown =>
      JSON.parse(JSON.stringify(value, (key, part) => (['line', 'column', 'file'].includes(key) ? undefined : part)));
    expect(stripped(built)).toEqual(stripped(read));
    for (const cell of planCells([built])) expect((await playCell(cell)).verdict).toBe('passed');
  });

  it('knows the value of each verb', () => {
    const begun = scenario({
      id: 'X-1',
      title: { ja: '題', en: 'Title' },
      seed: 1,
      cast: { school: { use: 'mihon-university' } },
    });
    // @ts-expect-error a verdict is needed
    expect(() => begun.step('gate.scans', {}).build()).toThrow();
    // @ts-expect-error there is no such verb
    expect(() => begun.step('gate.opens', {}).build()).toThrow();
  });
});

import { describe, expect, it } from 'vitest';
import { SampleLog } from '../sample-log.ts';
import { failingRun, passingRun } from '../sample-run.ts';
import { consoleLine, consoleSummary } from './index.ts';

const japanese = { language: 'ja', colour: false } as const;
const english = { language: 'en', colour: false } as const;

describe('the console', () => {
  it('tells each cell on one line', () => {
    expect(consoleLine(passingRun(), japanese)).toBe(
      '✓ S-2.2-01 発行のお知らせメールが迷惑メールに入った [provider=docomo] 8手順 仮想12分10秒',
    );
    expect(consoleLine(failingRun(), english)).toBe(
      '✗ S-2.2-01 The issue mail landed in the junk folder [provider=softbank] 4 steps, 15 min virtual',
    );
    expect(consoleLine(passingRun().slice(0, 9), english)).toMatch(/^… /);
  });

  it('ends with each failure, what to do about it and the line that replays it', async () => {
    const runs = [passingRun(), failingRun(), passingRun('gmail').slice(0, 15)];
    await expect(consoleSummary(runs, japanese)).toMatchFileSnapshot('./console-ja.golden.txt');
    await expect(consoleSummary(runs, english)).toMatchFileSnapshot('./console-en.golden.txt');
    expect(consoleSummary(runs, japanese)).toContain(
      '再現: npx todoku run S-2.2-01 --seed 2201 --cell provider=softbank',
    );
  });

  it('says only the counts when everything passed', () => {
    expect(consoleSummary([passingRun()], japanese)).toBe(
      '成功 1（シナリオ1件、組み合わせ1通り、手順8、仮想時間 12分10秒）\n',
    );
  });

  it('colours only when it is asked to', () => {
    const start = '\u001b';
    expect(consoleLine(passingRun(), { language: 'ja', colour: true })).toContain(`${start}[32m✓${start}[0m`);
    expect(consoleSummary([failingRun()], japanese)).not.toContain(start);
  });

  it('lets no text of a run drive the terminal', () => {
    const text = 'a\u001b[2J\u0007\nb\u202ec';
    const log = new SampleLog('2026-04-01T09:00:00+09:00')
      .add('run.started', {
        scenario: text,
        title: { ja: text, en: text },
        cell: text,
        seed: 1,
        startsAt: '',
        row: {},
        manual: [],
      })
      .add('run.failed', {
        code: 'x',
        title: { ja: text, en: text },
        detail: { ja: text, en: text },
        nextStep: { ja: text, en: text },
      });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
    const driving = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/;
    expect(consoleLine(log.events, english)).not.toMatch(driving);
    expect(consoleLine(log.events, english)).not.toContain('\n');
    expect(consoleSummary([log.events], english)).not.toMatch(driving);
  });
});

import { expect, test } from 'vitest';
import { explain } from './explain.ts';
import { parseScenario } from './parse-scenario.ts';
import { sampleText, sampleVerbs } from './sample-verbs.ts';

const scenario = parseScenario(sampleText, 'a.yaml', sampleVerbs);

test('a scenario reads as Japanese prose', () => {
  expect(explain(scenario, sampleVerbs, 'ja')).toBe(`S-9.9-01 見本
見本です。
マニュアル 2-2, 3-1、マニュアルから読み取れる
2026-04-01 09:00 に始まる（シード 9901）
目印: core
上限: { time: 30d, events: 5000 }

登場するもの
  school: 見本大学
  student: 見本 花子 { provider: $provider, handset: android-13 }

世界の設定
  mailbox: { junkBias: high }

4 通りの組み合わせ
  provider=gmail,delay=1d,count=1
  provider=gmail,delay=45d,count=0
  provider=docomo,delay=1d,count=1
  provider=docomo,delay=45d,count=0

手順
  1. 学校が学生証を発行する
  2. 学生がメール（issue-notice）を開く
  3. $delay 進む
  4. 学生がリンク $oldLink を開く
  5. 学生が junk を見る
  6. 学生が 1 回再起動する
  7. inbox に $count 通ある

起きてはならないこと: mail-leaves-the-simulation
結末: 原因は junk-folder、対応するのは student（問い合わせ 1 回）
`);
});

test('and as English prose', () => {
  expect(explain(scenario, sampleVerbs, 'en')).toBe(`S-9.9-01 A sample
It is a sample.
Manual 2-2, 3-1, implied by the manual
Starts 2026-04-01 09:00 (seed 9901)
Tags: core
Limits: { time: 30d, events: 5000 }

Cast
  school: Mihon University
  student: 見本 花子 { provider: $provider, handset: android-13 }

World
  mailbox: { junkBias: high }

4 cells
  provider=gmail,delay=1d,count=1
  provider=gmail,delay=45d,count=0
  provider=docomo,delay=1d,count=1
  provider=docomo,delay=45d,count=0

Steps
  1. The school issues the student ID
  2. The student opens the mail issue-notice
  3. $delay pass
  4. The student opens the link $oldLink
  5. The student looks into junk
  6. The student restarts 1×
  7. There are $count in inbox

Must never happen: mail-leaves-the-simulation
Resolution: the cause is junk-folder; student puts it right (support is asked: 1)
`);
});

test('a scenario without a matrix, a world or an end says nothing of them', () => {
  const text = `{ id: a, title: { ja: あ, en: a }, seed: 1, cast: { school: }, steps: [clock.advance: 1s] }`;
  expect(explain(parseScenario(text, 'a.yaml', sampleVerbs), sampleVerbs, 'en')).toBe(`a a
inferred from comparable services
Starts 2026-04-01 09:00 (seed 1)

Cast
  school: Mihon University

Steps
  1. 1s pass
`);
});

import { expect, test } from 'vitest';
import { issuerDefaults } from '#sim/issuer';
import { verifyDefaults } from '#sim/verify';
import { walletDefaults } from '#sim/wallet';
import { providerDomains } from '../library/cast/index.ts';
import { castWords } from './cast-words.ts';
import { explain } from './explain.ts';
import { parseScenario } from './parse-scenario.ts';
import { providerWords } from './provider-words.ts';
import { sampleText, sampleVerbs } from './sample-verbs.ts';
import { worldWords } from './world-words.ts';

const scenario = parseScenario(sampleText, 'a.yaml', sampleVerbs);

test('a scenario reads as Japanese prose', () => {
  expect(explain(scenario, sampleVerbs, 'ja')).toBe(`S-9.9-01 見本
見本です。
マニュアル 2-2, 3-1、マニュアルから読み取れる
2026年4月1日 9:00に始まる（シード9901）
目印: core
上限: 仮想時間30日、できごと5000件

登場するもの
  school: 見本大学
  student: 見本 花子、メール（組み合わせごと: provider）、Android 13

世界の設定
  受信 – 迷惑メール判定の厳しさ: 厳しい

4通りの組み合わせ
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
結末: 迷惑メールフォルダに入った。学生が対応する（問い合わせ1回）
`);
});

test('and as English prose', () => {
  expect(explain(scenario, sampleVerbs, 'en')).toBe(`S-9.9-01 A sample
It is a sample.
Manual 2-2, 3-1, implied by the manual
Starts 2026-04-01 09:00 (seed 9901)
Tags: core
Limits: 30 days of virtual time, 5000 events

Cast
  school: Mihon University
  student: 見本 花子, mail (per cell: provider), Android 13

World
  Receiving – how easily mail is taken for junk: high

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
Resolution: the mail is in the junk folder; the student puts it right (support is asked once)
`);
});

test('a scenario without a matrix, a world or an end says nothing of them', () => {
  const text = `{ id: a, title: { ja: あ, en: a }, seed: 1, cast: { school: }, steps: [clock.advance: 1s] }`;
  expect(explain(parseScenario(text, 'a.yaml', sampleVerbs), sampleVerbs, 'en')).toBe(`a a
Starts 2026-04-01 09:00 (seed 1)

Cast
  school: Mihon University

Steps
  1. 1s pass
`);
});

test.each([
  [
    {
      role: 'student',
      use: 'hanako',
      provider: 'docomo',
      mailbox: { refusesPcMail: '$pcMail', easySetting: 'strong' },
    },
    '見本 花子、ドコモ、PCメール拒否（組み合わせごと: pcMail）、かんたん設定: 強',
  ],
  [
    { role: 'student', use: 'taro', handset: { platform: 'iOS', version: '$v' } },
    '見本 太郎、iOSのスマートフォン（組み合わせごと: v）',
  ],
  [
    { role: 'student', handset: 'none', otherHandsets: { pc: 'windows-pc' } },
    '生成された学生、端末なし、pc: Windows 11のPC',
  ],
  [
    { role: 'student', handset: 'iphone-13', otherMailboxes: [{ provider: 'm365' }] },
    '生成された学生、iPhone 13 iOS 17.6、ほかのメール: 大学のメール',
  ],
  [{ role: 'school', use: '$school' }, '学校（組み合わせごと: school）'],
] as const)('a member of the cast reads as words: %j', (member, said) => {
  expect(castWords(member).ja).toBe(said);
});

test('every provider of the cast, and every parameter of a world, has words', () => {
  expect(Object.keys(providerWords).sort()).toEqual(Object.keys(providerDomains).sort());
  const defaults = { issuer: issuerDefaults, wallet: walletDefaults, verify: verifyDefaults };
  for (const [module, parameters] of Object.entries(defaults)) {
    expect(Object.keys(worldWords[module]?.parameters ?? {})).toEqual(expect.arrayContaining(Object.keys(parameters)));
  }
});

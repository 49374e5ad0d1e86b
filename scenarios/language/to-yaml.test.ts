import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseScenario } from './parse-scenario.ts';
import { sampleText, sampleVerbs } from './sample-verbs.ts';
import type { Scenario } from './scenario.ts';
import { scenarioFile } from './scenario-arbitrary.ts';
import { printFile, toYaml } from './to-yaml.ts';

const parse = (text: string) => parseScenario(text, 'a.yaml', sampleVerbs);

const withoutPlaces = (scenario: Scenario) => ({
  ...scenario,
  steps: scenario.steps.map(({ verb, value }) => ({ verb, value })),
});

test('a scenario is written as a person would write it', () => {
  expect(toYaml(parse(sampleText))).toBe(`id: S-9.9-01
title: { ja: 見本, en: A sample }
description: { ja: 見本です。, en: It is a sample. }
manual: [ 2-2, 3-1 ]
stated: implied
tags: [ core ]
seed: 9901
starts: 2026-04-01T09:00:00+09:00
cast:
  school: { use: mihon-university }
  student: { use: hanako, provider: $provider, handset: android-13 }
world:
  mailbox: { junkBias: high }
limits: { time: 30d, events: 5000 }
matrix:
  rows:
    - { provider: gmail, delay: 1d, count: 1 }
    - { provider: gmail, delay: 45d, count: 0 }
    - { provider: docomo, delay: 1d, count: 1 }
    - { provider: docomo, delay: 45d, count: 0 }
steps:
  - school.issues: { credential: student-id, as: first }
  - student.opensMail: { kind: issue-notice, keep: oldLink }
  - clock.advance: $delay
  - student.opensLink: { link: $oldLink }
  - student.checksFolder: junk
  - student.restarts: {}
  - expect.mail: { folder: inbox, kind: issue-notice, subject: 【見本大学】からオープンバッジ発行のお知らせ, count: $count }
resolution: { cause: junk-folder, party: student, contacts: 1 }
never: [ mail-leaves-the-simulation ]
`);
});

test('a matrix that is a whole product is written as columns', () => {
  const text = sampleText.replace(/ {2}rows:\n.*\n.*\n/, '  delay: [1d, 45d]\n  count: [0, 1]\n');
  expect(toYaml(parse(text))).toContain(`matrix:
  provider: [ gmail, docomo ]
  delay: [ 1d, 45d ]
  count: [ 0, 1 ]
`);
});

test('a text of several lines stays one', () => {
  const subject = 'subject: "一行目\\n二行目\\n"';
  const text = sampleText.replace('subject: 【見本大学】からオープンバッジ発行のお知らせ', subject);
  const scenario = parse(text);
  expect(toYaml(scenario)).toContain('      subject: |\n        一行目\n        二行目\n');
  expect(withoutPlaces(parse(toYaml(scenario)))).toEqual(withoutPlaces(scenario));
});

test('what was written reads as the same scenario', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(scenarioFile, (file) => {
      const scenario = parse(printFile(file));
      const again = parse(toYaml(scenario));
      expect(withoutPlaces(again)).toEqual(withoutPlaces(scenario));
      // Places too, once the text is ours.
      expect(parse(toYaml(again))).toEqual(again);
    }),
    { numRuns: 100, seed: 1 },
  );
});

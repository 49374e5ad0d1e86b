import { expect, test } from 'vitest';
import { builderOf, type ScenarioHead } from './builder.ts';
import { parseScenario } from './parse-scenario.ts';
import { sampleText, sampleVerbs } from './sample-verbs.ts';
import { ScenarioFault } from './scenario-fault.ts';
import { toYaml } from './to-yaml.ts';

const scenario = builderOf(sampleVerbs);

const head: ScenarioHead = {
  id: 'S-9.9-01',
  title: { ja: '見本', en: 'A sample' },
  description: { ja: '見本です。', en: 'It is a sample.' },
  manual: ['2-2', '3-1'],
  stated: 'implied',
  tags: ['core'],
  seed: 9901,
  cast: {
    school: { use: 'mihon-university' },
    student: { use: 'hanako', provider: '$provider', handset: 'android-13' },
  },
  world: { mailbox: { junkBias: 'high' } },
  limits: { time: '30d', events: 5000 },
  matrix: {
    provider: ['gmail', 'docomo'],
    rows: [
      { delay: '1d', count: 1 },
      { delay: '45d', count: 0 },
    ],
  },
  resolution: { cause: 'junk-folder', party: 'student', contacts: 1 },
  never: ['mail-leaves-the-simulation'],
};

test('the builder makes the value that YAML makes', () => {
  const built = scenario(head)
    .step('school.issues', { credential: 'student-id', as: 'first' })
    .step('student.opensMail', { kind: 'issue-notice', keep: 'oldLink' })
    .step('clock.advance', '$delay')
    .step('student.opensLink', { link: '$oldLink' })
    .step('student.checksFolder', 'junk')
    .step('student.restarts')
    .step('expect.mail', {
      folder: 'inbox',
      kind: 'issue-notice',
      subject: '【見本大学】からオープンバッジ発行のお知らせ',
      count: '$count',
    })
    .build();
  const read = parseScenario(sampleText, 'S-9.9-01.yaml', sampleVerbs);
  // Places are those of the text that toYaml makes of it.
  expect(built).toEqual(parseScenario(toYaml(read), 'S-9.9-01.yaml', sampleVerbs));
});

test('one beginning can have several ends', () => {
  const { matrix: _, ...rest } = head;
  const begun = scenario({ ...rest, cast: { school: {} } }).step('clock.advance', '1h');
  const ends = [begun.step('student.restarts', { times: 2 }).build(), begun.build()];
  expect(ends.map((end) => end.steps.map((step) => step.verb))).toEqual([
    ['clock.advance', 'student.restarts'],
    ['clock.advance'],
  ]);
});

test('the types know which value belongs to which verb', () => {
  // @ts-expect-error there is no such verb
  const unknown = scenario(head).step('student.sleeps', {});
  // @ts-expect-error the mail has no such kind
  const wrong = scenario(head).step('student.opensMail', { kind: 'invoice' });
  // @ts-expect-error the verb needs a value
  const missing = scenario(head).step('student.opensMail');
  for (const builder of [unknown, wrong, missing]) expect(() => builder.build()).toThrow(ScenarioFault);
});

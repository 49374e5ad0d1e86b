import { expect, test } from 'vitest';
import { verbs } from '../steps/index.ts';
import { parseScenario } from './parse-scenario.ts';
import { sampleText, sampleVerbs } from './sample-verbs.ts';
import { ScenarioFault } from './scenario-fault.ts';

const parse = (text: string) => parseScenario(text, 'library/S-9.9-01.yaml', sampleVerbs);

/** The problems of a text, as `line:column code found → suggestion`. */
function problemsOf(text: string): string[] {
  try {
    parse(text);
  } catch (error) {
    if (!(error instanceof ScenarioFault)) throw error;
    return error.problems.map(
      ({ code, parameters: p }) => `${p.line}:${p.column} ${code} ${p.found} → ${p.suggestion}`,
    );
  }
  return [];
}

/** Where a text stands in another one. */
function placeIn(text: string, part: string): string {
  const index = text.indexOf(part);
  if (index === -1) throw new TypeError(`there is no ${part}`);
  const lines = text.slice(0, index).split('\n');
  return `${lines.length}:${(lines.at(-1)?.length ?? 0) + 1}`;
}

/** The sample with one text put in the place of another. */
function changed(from: string, to: string): string {
  if (!sampleText.includes(from)) throw new TypeError(`the sample has no ${from}`);
  return sampleText.replace(from, to);
}

test('a scenario is read with its cells, its cast and the places of its steps', () => {
  const scenario = parse(sampleText);
  expect(scenario.cast).toEqual({
    school: { role: 'school', use: 'mihon-university' },
    student: { role: 'student', use: 'hanako', provider: '$provider', handset: 'android-13' },
  });
  expect(scenario.matrix).toEqual([
    { provider: 'gmail', delay: '1d', count: 1 },
    { provider: 'gmail', delay: '45d', count: 0 },
    { provider: 'docomo', delay: '1d', count: 1 },
    { provider: 'docomo', delay: '45d', count: 0 },
  ]);
  expect(scenario.steps.slice(4, 6)).toEqual([
    { verb: 'student.checksFolder', value: 'junk', line: 26, column: 5 },
    { verb: 'student.restarts', value: {}, line: 27, column: 5 },
  ]);
  expect(scenario).toMatchObject({ id: 'S-9.9-01', seed: 9901, stated: 'implied', file: 'library/S-9.9-01.yaml' });
});

test('what is left out has its default', () => {
  const text = `id: a
title: { ja: あ, en: a }
seed: 1
cast: { school: }
steps: [clock.advance: 1s]
`;
  expect(parse(text)).toEqual({
    id: 'a',
    title: { ja: 'あ', en: 'a' },
    manual: [],
    stated: 'own',
    tags: [],
    seed: 1,
    starts: '2026-04-01T09:00:00+09:00',
    cast: { school: { role: 'school' } },
    world: {},
    matrix: [{}],
    steps: [{ verb: 'clock.advance', value: '1s', line: 5, column: 9 }],
    never: [],
    file: 'library/S-9.9-01.yaml',
  });
});

test.each([
  ['an unknown key', 'seed: 9901', 'seed: 9901\nsed: 1', 'sed: 1', 'scenario-unknown-key sed → seed'],
  [
    'a missing key',
    'seed: 9901\n',
    '',
    'id: S',
    'scenario-missing-key id, title, description, manual, stated, tags, starts, cast, world, limits, matrix, steps, resolution, never → seed: 0',
  ],
  [
    'a title in one language',
    '{ ja: 見本, en: A sample }',
    '見本',
    '見本',
    'scenario-wrong-value 見本 → { ja: 題名, en: Title }',
  ],
  ['a seed out of range', '9901\n', '4294967296\n', '4294967296', 'scenario-wrong-value 4294967296 → 0'],
  [
    'a start without an offset',
    '09:00:00+09:00',
    '09:00:00',
    '2026-04-01T',
    'scenario-wrong-value 2026-04-01T09:00:00 → 2026-04-01T09:00:00+09:00',
  ],
  [
    'a day that no calendar has',
    '2026-04-01T',
    '2026-02-30T',
    '2026-02-30T',
    'scenario-wrong-value 2026-02-30T09:00:00+09:00 → 2026-04-01T09:00:00+09:00',
  ],
  ['an id that is a path', 'id: S-9.9-01', 'id: ../x', '../x', 'scenario-wrong-value ../x → S-2.2-01'],
  [
    'an unknown verb',
    'student.opensMail:',
    'studnt.openMail:',
    'studnt',
    'scenario-unknown-verb studnt.openMail → student.opensMail',
  ],
  [
    'a step with two keys',
    '- school.issues: ',
    '- clock.advance: 1s\n    school.issues: ',
    'clock.advance: 1s',
    'scenario-step clock.advance, school.issues → - clock.advance: 10m',
  ],
  [
    'a step without a key',
    '- student.restarts:',
    '- {}',
    '{}',
    'scenario-step {} → - school.issues: { credential: student-id }',
  ],
  [
    'a step that is a text',
    '- student.restarts:',
    '- student.restarts',
    'student.restarts',
    'scenario-step student.restarts → - student.restarts: {}',
  ],
  ['a value that is none of a list', 'Folder: junk', 'Folder: jnuk', 'jnuk', 'scenario-wrong-value jnuk → junk'],
  ['a value of another type', 'count: $count', 'count: many', 'many', 'scenario-wrong-value many → 0'],
  ['an unknown key in a value', 'folder:', 'foldr:', 'foldr', 'scenario-unknown-key foldr → folder'],
  [
    'a key missing in a value',
    '{ kind: issue-notice, keep',
    '{ keep',
    '{ keep',
    'scenario-missing-key keep → kind: issue-notice',
  ],
  ['a cell that its use has no place for', 'count: 0', 'count: none', 'none', 'scenario-wrong-value none → 0'],
  ['a cell that the cast has no place for', 'gmail, docomo', 'gmail, docmo', 'docmo', 'cast-unknown docmo → docomo'],
  ['a name that nothing gives', '$oldLink', '$odlLink', '$odlLink', 'scenario-name-unknown $odlLink → $oldLink'],
  ['a kept name in the cast', 'use: hanako', 'name: $oldLink', '$oldLink', 'scenario-name-unknown $oldLink → '],
  [
    'a kept name that is a column',
    'keep: oldLink',
    'keep: delay',
    'delay }\n  - clock',
    'scenario-name-taken delay → delay2',
  ],
  ['a column that nothing uses', '  rows:', '  mode: [a]\n  rows:', 'mode', 'scenario-column-unused mode → $mode'],
  ['a column without values', '[gmail, docomo]', '[]', '[]', 'scenario-matrix-empty provider → '],
  ['rows of unequal columns', '45d, count: 0', '45d', '{ delay: 45d', 'scenario-matrix-uneven delay → '],
  [
    'the same cell twice',
    '45d, count: 0',
    '1d, count: 1',
    '1 }\nsteps',
    'scenario-matrix-repeated provider=gmail,delay=1d,count=1 → ',
  ],
  ['a column in rows too', '1d, ', '1d, provider: au, ', 'provider: au', 'scenario-name-taken provider → provider2'],
  ['a cell that is a mapping', '[gmail, docomo]', '[{ a: 1 }]', '{ a: 1 }', 'scenario-wrong-value { a: 1 } → docomo'],
  ['a cell that is a name', '[gmail, docomo]', '[$delay]', '$delay]', 'scenario-wrong-value $delay → delay'],
  ['somebody the library does not have', 'use: hanako', 'use: hanoko', 'hanoko', 'cast-unknown hanoko → hanako'],
  [
    'a path in the cast',
    'mihon-university',
    '../kasumi-college',
    '../kasumi',
    'cast-unknown ../kasumi-college → kasumi-college',
  ],
  ['an unknown handset', 'android-13', 'andriod-13', 'andriod', 'cast-unknown andriod-13 → android-13'],
  ['a role for nobody', 'use: hanako', 'role: clerk', 'clerk', 'scenario-wrong-value clerk → student'],
  [
    'a member without a role',
    'student: { use: hanako',
    'friend: { use: hanako',
    '{ use: hanako',
    'scenario-missing-key use, provider, handset → role: student',
  ],
  [
    'a cast without a school',
    '  school:  { use: mihon-university }\n',
    '',
    'student: {',
    'scenario-missing-key student → school: { use: mihon-university }',
  ],
  ['a school that is not there', 'hanako,', 'hanako, school: kasumi,', 'kasumi', 'cast-unknown kasumi → '],
])('%s is answered with its place', (_, from, to, at, problem) => {
  const text = changed(from, to);
  expect(problemsOf(text)).toContain(`${placeIn(text, at)} ${problem}`);
});

test('an empty matrix is an error, not a scenario without cells', () => {
  const start = sampleText.indexOf('matrix:');
  const text = `${sampleText.slice(0, start)}matrix: {}\n${sampleText.slice(sampleText.indexOf('steps:'))}`;
  expect(problemsOf(text)).toContain(`${placeIn(text, '{}\nsteps')} scenario-matrix-empty matrix → `);
});

test('more unknown keys than the validator counts are still refused', () => {
  const keys = Array.from({ length: 12 }, (_, index) => `k${index}: 1\n`).join('');
  expect(problemsOf(sampleText + keys)).toContain(`${placeIn(sampleText + keys, 'k7')} scenario-unknown-key k7 → `);
});

test('an unknown key of one alternative is reported as such', () => {
  const text = changed('handset: android-13', 'handset: { plattform: iOS }');
  expect(problemsOf(text)).toEqual([`${placeIn(text, 'plattform')} scenario-unknown-key plattform → platform`]);
});

test('a version without quotes is a number, and the answer says what to do', () => {
  const text = changed('handset: android-13', 'handset: { platform: iOS, version: 15.0, form: phone }');
  expect(problemsOf(text)).toContain(`${placeIn(text, '15.0')} scenario-unquoted 15.0 → "15.0"`);
});

test('a number without quotes in the matrix is reported in the matrix', () => {
  const text = changed('handset: android-13', 'handset: { platform: iOS, version: $count }');
  expect(problemsOf(text)).toEqual([`${placeIn(text, '1 }')} scenario-unquoted 1 → "1"`]);
});

test('a matrix of more than a thousand cells is refused before it is multiplied', () => {
  const digits = '[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]';
  const columns = Array.from('abcdefgh', (column) => `  ${column}: ${digits}`).join('\n');
  const text = changed('  provider:', `${columns}\n  provider:`);
  expect(problemsOf(text)).toContain(`${placeIn(text, 'a: [0')} scenario-matrix-large 400000000 → 1000`);
});

test('all problems of a file come together, in the order of the file, and the first is the error itself', () => {
  const text = changed('seed: 9901', 'seed: -1')
    .replace('kind: issue-notice', 'kind: isue-notice')
    .replace('$oldLink', '$x');
  expect(problemsOf(text).map((problem) => problem.split(' ').slice(0, 2).join(' '))).toEqual([
    '8:7 scenario-wrong-value',
    `${placeIn(text, 'isue')} scenario-wrong-value`,
    `${placeIn(text, '$x')} scenario-name-unknown`,
  ]);
  expect(() => parse(text)).toThrow(
    expect.objectContaining({
      code: 'scenario-wrong-value',
      message: 'library/S-9.9-01.yaml:8:7: -1 does not fit; expected an integer from 0 to 4294967295.',
    }),
  );
});

test('a fault says in both languages what to write instead', () => {
  try {
    parse(changed('student.opensMail:', 'student.openMail:'));
    expect.unreachable();
  } catch (error) {
    if (!(error instanceof ScenarioFault)) throw error;
    expect(error.detail.ja).toContain('library/S-9.9-01.yaml:23:5: 「student.openMail」という操作はありません。');
    expect(error.nextStep).toEqual({
      ja: '使えるものに書き直してください。もしかして「student.opensMail」ですか。',
      en: 'Write one of those instead. Did you mean student.opensMail?',
    });
  }
});

/** What a Japanese reader is told of the first problem of a text: what is wrong, and what to do. */
function toldOf(text: string): string {
  try {
    parse(text);
  } catch (error) {
    if (!(error instanceof ScenarioFault)) throw error;
    return `${error.detail.ja.replace(/^\S+ /, '')} ${error.nextStep.ja}`;
  }
  return '';
}

test.each([
  ['an empty file', '', 'ファイルが空です。1つのファイルには、シナリオを1つだけ書きます。'],
  ['a file that is not UTF-8', 'a: \ufffd', 'UTF-8 として読めない文字があります（Shift_JIS ではありませんか）。'],
  ['a key that is reserved', 'constructor: {}', 'constructor はキーとして使えません。この名前は予約されています。'],
  [
    'a step without a colon',
    changed('- student.restarts:', '- student.restarts'),
    '「student.restarts」にコロンがありません。',
  ],
  ['a duration', changed('time: 30d', 'time: soon'), '使えるのは 仮想時間（例: 30d） です。'],
  [
    'too few steps',
    sampleText.replace(/matrix:[\s\S]*resolution:/, 'steps: []\nresolution:').replace('$provider', 'gmail'),
    '使えるのは 1〜300個の手順 です。',
  ],
  [
    'a name where nothing gives one',
    changed('cause: junk-folder', 'cause: $x')
      .replace(/matrix:[\s\S]*steps:/, 'steps:')
      .replaceAll('$provider', 'gmail')
      .replaceAll('$delay', '1d')
      .replaceAll('$count', '1'),
    'ここで使える名前はありません。 つづりを確かめるか、matrix に列「x」を足してください。',
  ],
  ['nothing near', changed('student.restarts:', 'wombat:'), '使えるものに書き直してください。'],
])('%s is answered in words', (_, text, said) => {
  expect(toldOf(text)).toContain(said);
});

test('where nothing is near, nothing is guessed', () => {
  expect(toldOf(changed('student.restarts:', 'wombat:'))).not.toContain('もしかして');
});

test.each([
  ['a screen that no handset shows', 'expect.screen: { screen: studentid }', 'studentid → student-id'],
  [
    'a mail setting of no provider',
    'student.changesMailSetting: { setting: easySeting, value: "off" }',
    'easySeting → easySetting',
  ],
  ['a credential that no step named', 'school.revokes: { credential: frist, reason: x }', 'frist → first'],
  ['a mail of nothing', 'student.opensLink: { of: activaton }', 'activaton → activation'],
  [
    'a code that no roster meets',
    'school.importsRoster: { csv: "a", rejected: [{ line: 2, code: roster-cell-emty }] }',
    'roster-cell-emty → roster-cell-empty',
  ],
])('%s is found when the file is read', (_, line, problem) => {
  const text = `id: a
title: { ja: あ, en: a }
seed: 1
cast: { school: , student: { use: hanako } }
steps:
  - school.issues: { as: first }
  - ${line}
`;
  const fault = (): unknown => {
    try {
      return parseScenario(text, 'a.yaml', verbs);
    } catch (error) {
      return error;
    }
  };
  const { problems } = fault() as ScenarioFault;
  expect(problems.map(({ parameters: p }) => `${p.found} → ${p.suggestion}`)).toEqual([problem]);
});

test('a mailbox has only settings that some provider has', () => {
  expect(problemsOf(changed('handset: android-13', 'mailbox: { junkBais: high }'))).toEqual([
    expect.stringContaining('scenario-unknown-key junkBais → junkBias'),
  ]);
});

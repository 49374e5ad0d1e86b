import fc from 'fast-check';
import type { Json } from '#sim/kernel';
import { nameOf } from '../library/cast/index.ts';
import { resolutionParties } from './resolution-party.ts';
import { sampleText } from './sample-verbs.ts';
import { printFile } from './to-yaml.ts';

/** What generated scenarios of the sample verbs are made of, and how files get broken. */

/** Letters of all widths, and all that YAML gives a meaning. */
const letter = fc.constantFrom(...'aZ0 .-_:,#&*!|>%@`?\'"\\{}[]~=<\n\t見ミｶ髙𠮷🎓é');

const text = fc.string({ unit: letter, maxLength: 12 }).filter((value) => nameOf(value) === undefined);

/** Texts that YAML would read as something else when nobody quotes them. */
const trickyText = fc.constantFrom(
  ...'~ null true 15.0 0x1f .inf << *a &a !a %a @a `a " \' \\ {a} [a] , --- ... ? 髙﨑𠮷'.split(' '),
  ...['', ' ', '- a', 'a: b', '# a', '| a', ' a', 'a ', 'a\nb', '\n', 'a\tb', '\r', 'a\r\nb', '\u0085', '\u2028'],
);

const words = fc.oneof(text, trickyText);
const nonEmpty = words.filter((value) => value.length > 0);
const bilingual = fc.record({ ja: nonEmpty, en: nonEmpty });
const slug = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/);
const name = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_-]{0,8}$/).filter((value) => value !== 'rows');
/** Never that of a column: those end in a letter or a digit. */
const keptName = name.map((value) => `${value}_`);
const column = name.filter((value) => !value.endsWith('_'));
const cell = fc.oneof(
  words,
  fc.integer(),
  fc.float({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 }),
  fc.boolean(),
);

const step: fc.Arbitrary<Json> = fc.oneof(
  fc.record({
    'school.issues': fc.record(
      { credential: fc.constant('student-id'), as: keptName },
      { requiredKeys: ['credential'] },
    ),
  }),
  fc.record({ 'student.opensMail': fc.record({ kind: fc.constantFrom('issue-notice', 'activation') }) }),
  fc.record({ 'student.opensLink': fc.record({ link: words.map((end) => `https://a.test/${end}`) }) }),
  fc.record({ 'student.checksFolder': fc.constantFrom('inbox', 'junk', 'trash') }),
  fc.record({ 'student.restarts': fc.record({ times: fc.integer({ min: 1, max: 9 }) }, { requiredKeys: [] }) }),
  fc.record({
    'student.changesPhone': fc.record({
      handset: fc.oneof(
        fc.constantFrom('iphone-17', 'android-13'),
        fc.record({ platform: fc.constantFrom('iOS', 'Android'), version: nonEmpty }),
      ),
    }),
  }),
  fc.record({ 'clock.advance': fc.integer({ min: 0, max: 999 }).map((minutes) => `${minutes}m`) }),
  fc.record({
    'expect.mail': fc.record(
      { folder: fc.constantFrom('inbox', 'junk'), subject: words, count: fc.nat() },
      { requiredKeys: ['folder'] },
    ),
  }),
);

/** A matrix with the steps that use each of its columns. */
const matrix = fc
  .uniqueArray(fc.tuple(column, fc.uniqueArray(cell, { minLength: 1, maxLength: 3, selector: String })), {
    minLength: 1,
    maxLength: 3,
    selector: ([named]) => named,
  })
  .chain((columns) =>
    fc.boolean().map((asRows): { matrix: Json; world: Json } => {
      const used = Object.fromEntries(columns.map(([named]) => [named, `$${named}`]));
      const rows = (columns[0]?.[1] ?? []).map((_, index) =>
        Object.fromEntries(columns.map(([named, values]) => [named, values[index % values.length] ?? ''])),
      );
      return { matrix: asRows ? { rows } : Object.fromEntries(columns), world: { sample: used } };
    }),
  );

/** The keys of a scenario file that the parser accepts with the sample verbs. */
export const scenarioFile: fc.Arbitrary<{ readonly [key: string]: Json | undefined }> = fc
  .record({
    head: fc.record(
      {
        id: fc.stringMatching(/^[A-Z]-[0-9]\.[0-9]-[0-9]{2}$/),
        title: bilingual,
        description: bilingual,
        manual: fc.array(fc.stringMatching(/^[1-9]-[1-9]$/), { maxLength: 3 }),
        stated: fc.constantFrom('manual', 'implied', 'inferred', 'own'),
        tags: fc.array(slug, { maxLength: 3 }),
        seed: fc.integer({ min: 0, max: 4_294_967_295 }),
        limits: fc.record({ time: fc.constant('30d'), events: fc.integer({ min: 1 }) }, { requiredKeys: [] }),
        never: fc.array(slug, { maxLength: 2 }),
      },
      { requiredKeys: ['id', 'title', 'seed'] },
    ),
    student: fc.record(
      { use: fc.constantFrom('hanako', 'taro', 'generated'), name: words, handset: fc.constantFrom('none', 'pixel-7') },
      { requiredKeys: [] },
    ),
    steps: fc.array(step, { minLength: 1, maxLength: 6 }),
    cells: fc.option(matrix, { nil: {} }),
    end: fc.record(
      {
        resolution: fc.record(
          { cause: slug, party: fc.constantFrom(...Object.keys(resolutionParties)), contacts: fc.nat(9) },
          { requiredKeys: ['cause', 'party'] },
        ),
      },
      { requiredKeys: [] },
    ),
  })
  .map(({ head, student, steps, cells, end }) => ({
    ...head,
    cast: { school: { use: 'kasumi-college' }, student, friend: { role: 'student', use: 'generated' } },
    ...cells,
    steps,
    ...end,
  }));

/** What YAML has and a scenario has not, and what decoding leaves behind. */
const nasty = [
  ...'*a { } [ ] " \' # , $ $x ../ .inf -.nan 1e999 15.0 12345678901234567890 ~ true {{{{{{{{ [[[[[[[['.split(' '),
  ...['&a ', '<<: *a', '!!js/function ', '!!binary ', '__proto__: 1', 'constructor: {}', 'rows: []', '- - - - - - - -'],
  ...['---\n', '...\n', '%YAML 1.1\n', ': ', '- ', '? ', '| ', '> ', '  ', '\t', '\n', '\r\n'],
  ...['\0', '\ufeff', '\ufffd', '\ud800'],
];

/** Any UTF-16 unit, half letters too. */
const anything = fc.oneof(
  letter,
  fc.nat(0xffff).map((unit) => String.fromCharCode(unit)),
);

type Change = (before: string) => string;

/** One change of a file, such as a slip of the hand makes, or somebody who means harm. */
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(fc.nat(), fc.constantFrom(...nasty)).map(
    ([at, part]): Change =>
      (before) =>
        splice(before, at, 0, part),
  ),
  fc.tuple(fc.nat(), fc.nat(30)).map(
    ([at, length]): Change =>
      (before) =>
        splice(before, at, length, ''),
  ),
  fc.tuple(fc.nat(), fc.string({ unit: anything, maxLength: 5 })).map(
    ([at, part]): Change =>
      (before) =>
        splice(before, at, part.length, part),
  ),
  fc.tuple(fc.nat(), fc.nat()).map(
    ([from, to]): Change =>
      (before) =>
        moveLine(before, from, to),
  ),
  fc.tuple(fc.nat(), fc.nat(8)).map(
    ([at, spaces]): Change =>
      (before) =>
        indentLine(before, at, spaces),
  ),
);

function splice(before: string, at: number, length: number, part: string): string {
  const start = at % (before.length + 1);
  return before.slice(0, start) + part + before.slice(start + length);
}

/** Copies a line to another place: repeated keys, steps among the cast. */
function moveLine(before: string, from: number, to: number): string {
  const lines = before.split('\n');
  return lines.toSpliced(to % lines.length, 0, lines[from % lines.length] ?? '').join('\n');
}

function indentLine(before: string, at: number, spaces: number): string {
  const lines = before.split('\n');
  const index = at % lines.length;
  return lines.with(index, ' '.repeat(spaces) + (lines[index] ?? '').trimStart()).join('\n');
}

/** What somebody may hand in as a scenario file: a good one changed in one to four places, or any text at all. */
export const handedInText: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(
        fc.oneof(fc.constant(sampleText), scenarioFile.map(printFile)),
        fc.array(change, { minLength: 1, maxLength: 4 }),
      )
      .map(([good, changes]) => changes.reduce((before, apply) => apply(before), good)),
  },
  { weight: 1, arbitrary: fc.string({ unit: anything, maxLength: 200 }) },
  {
    weight: 1,
    arbitrary: fc
      .array(fc.constantFrom(...nasty, 'a', 'id', 'steps'), { maxLength: 60 })
      .map((parts) => parts.join('')),
  },
);

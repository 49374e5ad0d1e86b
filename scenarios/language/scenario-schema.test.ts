import { Ajv } from 'ajv';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { sampleText, sampleVerbs } from './sample-verbs.ts';
import { scenarioFile } from './scenario-arbitrary.ts';
import { scenarioSchema } from './scenario-schema.ts';
import { printFile } from './to-yaml.ts';

const schema = scenarioSchema(sampleVerbs);
// The schema is checked against draft-07 itself when it is compiled.
const validate = new Ajv({ allowUnionTypes: true, strict: true, strictRequired: false }).compile(schema);
const isValid = (text: string) => validate(parse(text, { merge: false }));

/** The sample with one text put in the place of another. */
const changed = (from: string, to: string) => isValid(sampleText.replace(from, to));

test('editors accept the sample', () => {
  expect(isValid(sampleText), JSON.stringify(validate.errors)).toBe(true);
});

test('a step is one object with every verb, described in both languages', () => {
  const steps = (schema.properties as { steps: { items: Record<string, unknown> } }).steps.items;
  expect(steps).toMatchObject({ type: 'object', minProperties: 1, maxProperties: 1, additionalProperties: false });
  expect(Object.keys(steps.properties as object)).toEqual(sampleVerbs.map((verb) => verb.verb));
  expect(steps.properties).toMatchObject({
    'student.opensMail': { description: '学生がメールを開きます。\nThe student opens a mail.' },
  });
});

test.each([
  ['an unknown verb', 'student.restarts', 'student.rests'],
  ['a step with two keys', '- school.issues: ', '- clock.advance: 1s\n    school.issues: '],
  ['an unknown key', 'seed: 9901', 'seed: 9901\nsed: 1'],
  ['an unknown key of a value', 'folder:', 'foldr:'],
  ['a value that is none of a list', 'Folder: junk', 'Folder: jnuk'],
  ['somebody the library does not have', 'hanako', 'hanoko'],
  ['a version without quotes', 'android-13', '{ version: 15.0 }'],
  ['a seed out of range', '9901\n', '-1\n'],
  ['a member without a role', 'student:', 'friend:'],
  ['an empty column', '[gmail, docomo]', '[]'],
])('editors mark %s', (_, from, to) => {
  expect(sampleText).toContain(from);
  expect(changed(from, to)).toBe(false);
});

test.each([
  ['of a list', 'Folder: junk', 'Folder: $provider'],
  ['of a number', 'count: $count', 'count: $oldLink'],
  ['of a handset', 'android-13', '{ platform: iOS, version: $delay }'],
  ['of the resolution', 'contacts: 1', 'contacts: $count'],
])('a $name may stand in the place %s', (_, from, to) => {
  expect(sampleText).toContain(from);
  expect(changed(from, to)).toBe(true);
});

test('a seed is no leaf: it takes no $name', () => {
  expect(changed('seed: 9901', 'seed: $count')).toBe(false);
});

test('what the parser accepts, editors accept', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(scenarioFile, (file) => {
      expect(isValid(printFile(file)), JSON.stringify(validate.errors)).toBe(true);
    }),
    { numRuns: 100, seed: 1 },
  );
});

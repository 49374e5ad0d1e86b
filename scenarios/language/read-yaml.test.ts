import { expect, test } from 'vitest';
import { readYaml } from './read-yaml.ts';
import { ScenarioFault } from './scenario-fault.ts';

function firstProblem(text: string): string {
  try {
    readYaml(text, 'a.yaml');
  } catch (error) {
    if (!(error instanceof ScenarioFault)) throw error;
    const { line, column, found } = error.parameters;
    return `${line}:${column} ${error.code} ${found}`;
  }
  return 'read';
}

test('values, places and bare texts are those of the file', () => {
  const root = readYaml('a: 1.50\nb: ["x", 見本]\n', 'a.yaml');
  expect(root.value).toEqual({ a: 1.5, b: ['x', '見本'] });
  expect(root.members?.get('a')).toEqual({
    key: { line: 1, column: 1 },
    node: { value: 1.5, place: { line: 1, column: 4 }, source: '1.50' },
  });
  expect(root.members?.get('b')?.node.items?.map((item) => item.place)).toEqual([
    { line: 2, column: 5 },
    { line: 2, column: 10 },
  ]);
});

test('the byte order mark that some editors write first is no part of the text', () => {
  expect(readYaml('\ufeffa: 1\n', 'a.yaml').value).toEqual({ a: 1 });
});

test('a text that other schemas of YAML take for a boolean, a number or a date stays a text', () => {
  const root = readYaml('[no, y, 1_000, 12:30, 2026-04-01, 0b1]', 'a.yaml');
  expect(root.value).toEqual(['no', 'y', '1_000', '12:30', '2026-04-01', '0b1']);
});

test.each([
  ['an anchor', 'a: &x 1\n', '1:7 scenario-alias &x'],
  ['an anchor of a key', '&x a: 1\n', '1:4 scenario-alias &x'],
  ['an alias', 'a: 1\nb: *x\n', '2:4 scenario-alias *x'],
  ['a merge key', 'a: 1\n<<: { b: 2 }\n', '2:1 scenario-alias <<'],
  ['a tag', 'a: 1\nb: !!js/function "x"\n', '2:18 scenario-tag !!js/function'],
  ['a tag of YAML itself', 'a: !!str 1\n', '1:10 scenario-tag !!str'],
  ['a tag of a mapping', 'a: !x { b: 1 }\n', '1:7 scenario-tag !x'],
  ['a directive', '%YAML 1.1\n---\na: no\n', '1:1 scenario-tag %YAML 1.1'],
  ['a second document', 'a: 1\n---\nb: 2\n', '2:1 scenario-documents 2'],
  ['no document', '# nothing\n', '1:1 scenario-documents 0'],
  ['a repeated key', 'a: 1\nb: 2\na: 3\n', '3:1 scenario-duplicate-key a'],
  ['a key that is a number', 'a: 1\n2: b\n', '2:1 scenario-key 2'],
  ['a key that is nothing', ': b\n', '1:1 scenario-key '],
  ['a key that is a sequence', '? [a]\n: b\n', '1:3 scenario-key ? …'],
  ['the key __proto__', 'a: { __proto__: { b: 1 } }\n', '1:6 scenario-key __proto__'],
  ['the key constructor, quoted', '"constructor": 1\n', '1:1 scenario-key constructor'],
  ['the key prototype', '- prototype: 1\n', '1:3 scenario-key prototype'],
  ['a tab as indentation', 'a:\n\tb: 1\n', '2:1 scenario-tab b: 1'],
  ['a quote that is not closed', 'a: "b\n', '2:1 scenario-syntax \\n'],
  ['a bracket that is not closed', 'a: [1, 2\nb: 3\n', '2:1 scenario-syntax b: 3'],
  ['a mapping inside a plain text', 'a: b: c\n', '1:4 scenario-syntax b: c'],
  ['a NUL', 'a: b\nc: \0\n', '2:4 scenario-encoding U+0000'],
  ['a NUL by escape', 'a: "\\0"\n', '1:4 scenario-encoding U+0000'],
  ['half a letter by escape', 'a: "\\ud800"\n', '1:4 scenario-encoding U+D800'],
  ['a byte order mark later on', 'a: \ufeffb\n', '1:4 scenario-encoding U+FEFF'],
  ['what was no UTF-8', 'a: \ufffd\n', '1:4 scenario-encoding U+FFFD'],
  ['infinity', 'a: .inf\n', '1:4 scenario-unquoted .inf'],
  ['no number', 'a: .NaN\n', '1:4 scenario-unquoted .NaN'],
  ['a number that would lose digits', 'a: 12345678901234567890\n', '1:4 scenario-unquoted 12345678901234567890'],
])('%s is refused with its place', (_, text, problem) => {
  expect(firstProblem(text)).toBe(problem);
});

test('nothing is ever assigned to the prototype of a value', () => {
  expect(firstProblem('__proto__: { polluted: true }\n')).toContain('scenario-key');
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});

test('a file of 256 KB is read, one of a byte more is not', () => {
  const of = (bytes: number) => `a: ${'x'.repeat(bytes - 3)}`;
  expect(firstProblem(of(262_144))).toBe('read');
  expect(firstProblem(of(262_145))).toBe('1:1 scenario-too-large 257 KiB');
  // Three bytes a letter: the limit counts bytes.
  expect(firstProblem(`a: ${'見'.repeat(87_400)}`)).toBe('1:1 scenario-too-large 257 KiB');
});

test('32 levels are read, one more is not', () => {
  const of = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;
  expect(firstProblem(of(32))).toBe('read');
  expect(firstProblem(of(33))).toBe('1:33 scenario-too-deep 33');
});

test.each([
  ['brackets', '['.repeat(200_000)],
  ['braces', '{'.repeat(200_000)],
  ['dashes', '- '.repeat(100_000)],
  ['question marks', '? '.repeat(100_000)],
  ['mappings in mappings', Array.from({ length: 400 }, (_, level) => `${' '.repeat(level)}a:`).join('\n')],
])('endless %s end with an answer, not with a full stack', (_, text) => {
  expect(firstProblem(text)).toContain('scenario-too-deep');
});

test('a bomb of aliases is answered before anything is multiplied', () => {
  const levels = Array.from({ length: 20 }, (_, level) => `a${level + 1}: &a${level + 1} [*a${level}, *a${level}]`);
  expect(firstProblem(['a0: &a0 x', ...levels].join('\n'))).toContain('1:9 scenario-alias');
});

test('a file with thousands of problems is answered with twenty', () => {
  try {
    readYaml(`[${'&a 1, '.repeat(5_000)}]`, 'a.yaml');
    expect.unreachable();
  } catch (error) {
    expect((error as ScenarioFault).problems).toHaveLength(20);
  }
});

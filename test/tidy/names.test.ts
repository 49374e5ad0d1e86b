import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Finding, show } from './finding.ts';
import { repositoryTree, type SourceFile, type SourceTree, treeOf } from './source-tree.ts';

/** A noun names a file; these name none. */
const nounless = /^(utils?|helpers?|common|shared|misc|types|constants|lib)$/;

const kebab = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Tools that read their settings as a default export. */
const configurations = new Set(['vite.config.ts', 'vitest.config.ts', 'wdio.conf.ts']);

/** What is wrong inside a file: a pattern over its code, and what to do. */
const patterns: readonly { readonly pattern: RegExp; readonly problem: string; readonly remedy: string }[] = [
  { pattern: /\bexport\s+default\b/g, problem: 'has a default export', remedy: 'export it by its name' },
  {
    pattern: /(?<![.\w$#])any\b(?!\s*[(:?.])/g,
    problem: 'uses any',
    remedy: 'say what it is, or unknown and look',
  },
];

function namesOf({ path }: SourceFile): Finding[] {
  const [noun = ''] = posix.basename(path).split('.');
  const found: Finding[] = [];
  if (!kebab.test(noun)) found.push({ file: path, problem: 'is not named in kebab-case', remedy: 'rename it' });
  if (nounless.test(noun)) found.push({ file: path, problem: 'has no noun for a name', remedy: 'name what is in it' });
  return found;
}

function insidesOf(file: SourceFile): Finding[] {
  const { path, lexed } = file;
  const found: Finding[] = [];
  for (const { pattern, problem, remedy } of patterns) {
    if (configurations.has(path)) continue;
    for (const { index } of lexed.code.matchAll(pattern)) {
      found.push({ file: path, line: file.lineAt(index), problem, remedy });
    }
  }
  for (const { text, at } of lexed.comments) {
    for (const { index, 0: word } of text.matchAll(/\b(TODO|FIXME|XXX|HACK)\b(?!\(#\d+\))/g)) {
      const problem = `leaves a ${word} without an issue`;
      found.push({ file: path, line: file.lineAt(at + index), problem, remedy: 'do it, or write @TODO(#issue)' });
    }
  }
  return found;
}

function nameLaw(tree: SourceTree): Finding[] {
  return tree.code.flatMap((file) => [...namesOf(file), ...insidesOf(file)]);
}

describe('the law of names', () => {
  test('holds in the whole tree', () => {
    expect(show(nameLaw(repositoryTree()))).toEqual([]);
  });

  test.each([
    'utils.ts',
    'helpers.ts',
    'common.ts',
    'types.ts',
    'utils.test.ts',
    'mailQueue.ts',
    'Mail.ts',
    'mail_queue.ts',
  ])('reports a file named %s', (name) => {
    const found = show(nameLaw(treeOf({ [`sim/mail/${name}`]: '' })));
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(`sim/mail/${name} `);
  });

  test.each([
    'export default function queue(): void {}',
    'export default { a: 1 };',
    'const a: any = b;',
    'const a = b as any;',
    'const a: Map<string, any> = b;',
    'function f(...all: any[]): void {}',
    '// TODO: later',
    '/** FIXME */',
    '// @TODO(later)',
  ])('reports %s', (line) => {
    const found = show(nameLaw(treeOf({ 'sim/mail/queue.ts': `\n${line}\n` })));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^sim\/mail\/queue\.ts:2 .+: .+/);
  });

  test.each([
    'expect(a).toEqual(expect.any(String));',
    '// at any time; see @TODO(#12)',
    "const s = 'any TODO';",
    'Promise.any(all);',
    'const defaults = { any: 1 };',
    'export const queue = 1;',
  ])('lets %s pass', (line) => {
    expect(show(nameLaw(treeOf({ 'sim/mail/queue.ts': line })))).toEqual([]);
  });

  test('settings that a tool reads may be a default export', () => {
    expect(nameLaw(treeOf({ 'vitest.config.ts': 'export default {};' }))).toEqual([]);
  });
});

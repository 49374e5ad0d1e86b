import { describe, expect, test } from 'vitest';
import { type Exception, except, type Finding, type Suspicion, show } from './finding.ts';
import { functionsOf } from './functions.ts';
import { repositoryTree, type SourceFile, type SourceTree, treeOf } from './source-tree.ts';

const fileLinesMax = 400;
const functionLinesMax = 70;

/** Functions that stay longer for a reason; `what` is the function's name. The list only shrinks. */
const longFunctions: readonly Exception[] = [];

function suspicionsOf(file: SourceFile): Suspicion[] {
  const lines = file.text.split('\n').length - (file.text.endsWith('\n') ? 1 : 0);
  const found: Suspicion[] = [];
  if (lines > fileLinesMax) {
    const problem = `has ${lines} lines, more than ${fileLinesMax}`;
    found.push({ file: file.path, what: 'the file', problem, remedy: 'split it by noun' });
  }
  for (const { name, firstLine, lines } of functionsOf(file)) {
    if (lines <= functionLinesMax) continue;
    const problem = `${name} has ${lines} lines, more than ${functionLinesMax}`;
    found.push({ file: file.path, line: firstLine, what: name, problem, remedy: 'take a part out by its name' });
  }
  return found;
}

function sizes(tree: SourceTree, exceptions: readonly Exception[]): Finding[] {
  return except(tree.code.flatMap(suspicionsOf), exceptions, 'longFunctions in sizes');
}

describe('the size law', () => {
  test('holds in the whole tree', () => {
    expect(show(sizes(repositoryTree(), longFunctions))).toEqual([]);
  });

  const body = (lines: number): string => '  step();\n'.repeat(lines);
  const reported = (text: string): string[] => show(sizes(treeOf({ 'sim/mail/queue.ts': text }), []));

  test('reports a file of more than 400 lines', () => {
    expect(reported('step();\n'.repeat(400))).toEqual([]);
    expect(reported('step();\n'.repeat(401))).toEqual([
      'sim/mail/queue.ts has 401 lines, more than 400: split it by noun',
    ]);
  });

  test.each([
    ['a function', 'function send(a: { b: number }): Promise<{ c: string }> {\n', '}', 'send'],
    ['a method', 'class Queue {\nsend(): void {\n', '}\n}', 'send'],
    ['a private method', 'class Queue {\n#send(): void {\n', '}\n}', '#send'],
    ['an arrow function', 'const send = async (a: string): Promise<void> => {\n', '};', 'send'],
    ['an arrow function of one parameter', 'list.map(one => {\n', '});', 'arrow function'],
    ['a test', "test('sends', async () => {\n", '});', 'arrow function'],
  ])('reports %s of more than 70 lines', (_what, head, tail, name) => {
    expect(reported(`${head}${body(68)}${tail}\n`)).toEqual([]);
    const found = reported(`${head}${body(69)}${tail}\n`);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^sim\/mail\/queue\.ts:[12] /);
    expect(found[0]).toContain(`${name} has 71 lines`);
  });

  test.each([
    ['a class', 'class Queue {\n', '}'],
    ['an object', 'const table = {\n', '};'],
    ['a group of tests', "describe('the queue', () => {\n", '});'],
    [
      'a group of tests that may be left out',
      "describe.skipIf(!has.curl)('the queue', { timeout: 9 }, () => {\n",
      '});',
    ],
    ['a loop at the top level', 'for (const one of all) {\n', '}'],
  ])('does not take %s for a function', (_what, head, tail) => {
    const inside = head.startsWith('const') ? "  key: 'value',\n".repeat(100) : '  key = 1;\n'.repeat(100);
    expect(reported(`${head}${inside}${tail}\n`)).toEqual([]);
  });

  test('a stale exception is reported', () => {
    const found = show(sizes(treeOf({}), [{ file: 'sim/mail/queue.ts', what: 'send', reason: 'a test' }]));
    expect(found).toEqual([expect.stringContaining('needs no exception for send')]);
  });
});

import { describe, expect, test } from 'vitest';
import { type Finding, show } from './finding.ts';
import { repositoryTree, type SourceTree, treeOf } from './source-tree.ts';

/** A property test that chooses its own seed fails on one day and passes on the next. */
function seedLaw(tree: SourceTree): Finding[] {
  return tree.code.flatMap((file) =>
    [...file.text.matchAll(/\bfc\.assert\(/g)]
      .filter(({ index }) => !/^[\s\S]*?\bseed\b/.test(file.text.slice(index).split(/\bfc\.assert\(/)[1] ?? ''))
      .map(({ index }) => ({
        file: file.path,
        line: file.lineAt(index),
        problem: 'a property without a seed',
        remedy: 'give fc.assert { seed: 1 }',
      })),
  );
}

describe('the seed law', () => {
  test('holds in the whole tree', () => {
    expect(show(seedLaw(repositoryTree()))).toEqual([]);
  });

  test('reports a property without a seed', () => {
    const tree = treeOf({ 'sim/a.test.ts': 'fc.assert(p, { seed: 1 });\nfc.assert(p);\n' });
    expect(show(seedLaw(tree))).toEqual(['sim/a.test.ts:2 a property without a seed: give fc.assert { seed: 1 }']);
  });
});

import { describe, expect, test } from 'vitest';
import { type Finding, show } from './finding.ts';
import { targetOf } from './imports.ts';
import { repositoryTree, type SourceTree, treeOf } from './source-tree.ts';

/** Groups of files that import one another in a circle, each in the order of a walk; type-only imports count too. */
function circles(tree: SourceTree): string[][] {
  const edges = new Map(
    tree.code.map(({ path, imports }) => [path, imports.map(({ specifier }) => targetOf(path, specifier) ?? '')]),
  );
  const state = new Map<string, 'open' | 'done'>();
  const trail: string[] = [];
  const found: string[][] = [];
  const visit = (path: string): void => {
    if (state.get(path) === 'done') return;
    if (state.get(path) === 'open') {
      found.push([...trail.slice(trail.indexOf(path)), path]);
      return;
    }
    state.set(path, 'open');
    trail.push(path);
    for (const target of edges.get(path) ?? []) if (edges.has(target)) visit(target);
    trail.pop();
    state.set(path, 'done');
  };
  for (const path of edges.keys()) visit(path);
  return found;
}

function cycleLaw(tree: SourceTree): Finding[] {
  return circles(tree).map((circle) => ({
    file: circle[0] ?? '',
    problem: `imports itself: ${circle.join(' → ')}`,
    remedy: 'move what both need into a file of its own, or pass it',
  }));
}

describe('the law against cycles', () => {
  test('holds in the whole tree', () => {
    expect(show(cycleLaw(repositoryTree()))).toEqual([]);
  });

  test('reports a circle of files with the way round', () => {
    const tree = treeOf({
      'sim/mail/a.ts': "import { b } from './b.ts';",
      'sim/mail/b.ts': "import type { C } from './c.ts';",
      'sim/mail/c.ts': "export { a } from './a.ts';",
      'sim/mail/d.ts': "import { a } from './a.ts';",
    });
    expect(show(cycleLaw(tree))).toEqual([
      expect.stringContaining('sim/mail/a.ts → sim/mail/b.ts → sim/mail/c.ts → sim/mail/a.ts'),
    ]);
  });

  test('follows aliases and a file that imports its own index', () => {
    const across = treeOf({
      'scenarios/steps/index.ts': "import { x } from '#mocks/mailbox';",
      'mocks/mailbox/index.ts': "import { y } from '#scenarios/steps';",
    });
    expect(cycleLaw(across)).toHaveLength(1);
    const own = treeOf({ 'sim/mail/index.ts': "export { a } from './a.ts';", 'sim/mail/a.ts': "import './index.ts';" });
    expect(cycleLaw(own)).toHaveLength(1);
  });

  test('lets a diamond pass', () => {
    const tree = treeOf({
      'sim/mail/a.ts': "import './b.ts'; import './c.ts';",
      'sim/mail/b.ts': "import './d.ts';",
      'sim/mail/c.ts': "import './d.ts';",
      'sim/mail/d.ts': '',
    });
    expect(cycleLaw(tree)).toEqual([]);
  });
});

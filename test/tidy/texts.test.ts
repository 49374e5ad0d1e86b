import { describe, expect, test } from 'vitest';
import { type Finding, show } from './finding.ts';
import { repositoryTree, type SourceFile, type SourceTree, treeOf } from './source-tree.ts';

/** What no committed text may hold, whatever its format. */
const forbidden: readonly { readonly pattern: RegExp; readonly problem: string; readonly remedy: string }[] = [
  {
    pattern: /(?<![\w.:/~}-])\/(home|root|Users|workspaces?|work|mnt|private|tmp)\/[\w.]/g,
    problem: 'names a path of somebody’s machine',
    remedy: 'name it from the root of the project; temporary files by os.tmpdir() or mktemp',
  },
  {
    pattern: /\b[A-Z]:\\{1,2}(Users|home|work|temp)\b/gi,
    problem: 'names a path of somebody’s machine',
    remedy: 'name it from the root of the project',
  },
  {
    pattern: /\bregistry\.[\w-]+\.[a-z]{2,}/gi,
    problem: 'holds the address of a package registry',
    remedy: 'leave it to the settings of npm',
  },
  {
    pattern: /https?:\/\/[^\s"'`)>]+\.(tgz|tar\.[gx]z|zip|deb|rpm|whl|dmg|exe)\b/gi,
    problem: 'holds a download address',
    remedy: 'let npm bring it',
  },
  {
    pattern: /"resolved":\s*"(https?|git|file):/g,
    problem: 'holds a download address',
    remedy: 'install with the settings of the project’s .npmrc: the lock file then keeps integrity only',
  },
];

function textsOf(file: SourceFile): Finding[] {
  return forbidden.flatMap(({ pattern, problem, remedy }) =>
    [...file.text.matchAll(pattern)].map(({ index }) => ({
      file: file.path,
      line: file.lineAt(index),
      problem,
      remedy,
    })),
  );
}

function textLaw(tree: SourceTree): Finding[] {
  return tree.files.flatMap(textsOf);
}

describe('the law of texts', () => {
  test('holds in the whole tree', () => {
    expect(show(textLaw(repositoryTree()))).toEqual([]);
  });

  // Put together here, so that this file does not break the law it tests.
  const path = (...parts: string[]): string => ['', ...parts].join('/');
  test.each([
    ['docs/a.md', `see ${path('home', 'hanako', 'todoku')}`],
    ['cli/a.ts', `const f = '${path('tmp', 'report.json')}';`],
    ['.ci/run', `cd ${path('work', 'todoku')}`],
    ['README.md', ['C:', 'Users', 'hanako'].join('\\')],
    ['.npmrc', `//${['registry', 'example', 'org'].join('.')}/:token`],
    ['docs/a.md', `${'https:'}//example.org/node-24.tar.gz`],
    ['package-lock.json', `"resolved": "${'https:'}//example.org/a"`],
  ])('reports in %s: %s', (file, text) => {
    const found = show(textLaw(treeOf({ [file]: `\n${text}\n` })));
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(`${file}:2 `);
  });

  test.each([
    'https://example.org/home/page and /credentials/cred_0001 and ~/Downloads/a',
    '#!/usr/bin/env node',
    '"resolved": "tools/node-pin"',
    'the npm registry',
  ])('lets pass: %s', (text) => {
    expect(textLaw(treeOf({ 'docs/a.md': text }))).toEqual([]);
  });
});

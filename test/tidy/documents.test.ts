import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Finding, show } from './finding.ts';
import { repositoryTree, type SourceFile, type SourceTree, treeOf } from './source-tree.ts';

const decisionLinesMax = 40;

/** What both READMEs show before anything else, in this order. */
const firstCommands = ['npm ci && npm start', 'npm ci && npm test'];

function brokenLinks(file: SourceFile, exists: (path: string) => boolean): Finding[] {
  return [...file.text.matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)].flatMap(({ index, 1: link = '' }) => {
    const target = posix.join(posix.dirname(file.path), link).replace(/\/$/, '');
    if (exists(target)) return [];
    return [{ file: file.path, line: file.lineAt(index), problem: `links to ${link}`, remedy: 'nothing is there' }];
  });
}

function readmeFindings(files: readonly SourceFile[]): Finding[] {
  const found: Finding[] = [];
  const readmes = ['README.md', 'README.ja.md'].map((path) => files.find((file) => file.path === path));
  for (const readme of readmes) {
    if (readme === undefined) continue;
    const commands = [...readme.text.matchAll(/^(npm .*?)\s*(#.*)?$/gm)].map(([, command]) => command);
    if (commands.slice(0, 2).join() === firstCommands.join()) continue;
    const remedy = `the first two commands are ${firstCommands.join(' and ')}`;
    found.push({ file: readme.path, problem: 'does not start with the two commands', remedy });
  }
  const [english, other] = readmes.map((readme) => readme?.text.match(/^## /gm)?.length ?? 0);
  if (english !== other) {
    const problem = `has ${other} sections, README.md has ${english}`;
    found.push({ file: 'README.ja.md', problem, remedy: 'both say the same' });
  }
  return found;
}

function documentLaw(tree: SourceTree): Finding[] {
  const paths = tree.files.map(({ path }) => path);
  const exists = (target: string): boolean => paths.some((path) => path === target || path.startsWith(`${target}/`));
  const documents = tree.files.filter(({ path }) => path.endsWith('.md'));
  const long = documents.filter(
    ({ path, text }) => path.startsWith('docs/decisions/') && text.trimEnd().split('\n').length > decisionLinesMax,
  );
  return [
    ...documents.flatMap((file) => brokenLinks(file, exists)),
    ...readmeFindings(documents),
    ...long.map(({ path }) => ({
      file: path,
      problem: `has more than ${decisionLinesMax} lines`,
      remedy: 'a decision says what, why and what was measured, and ends',
    })),
  ];
}

describe('the law of documents', () => {
  test('holds in the whole tree', () => {
    expect(show(documentLaw(repositoryTree()))).toEqual([]);
  });

  const readme = `# todoku\n\n${firstCommands.join('\n')}\n\n## One\n`;

  test('reports a link to nothing', () => {
    const tree = treeOf({
      'docs/a.md': 'ok [b](b.md#x) [up](../sim) [web](https://example.org)\n[c](c.md)',
      'docs/b.md': '',
      'sim/x.ts': '',
    });
    expect(show(documentLaw(tree))).toEqual([expect.stringContaining('docs/a.md:2 links to c.md')]);
  });

  test('reports a README that starts with something else, or misses a section', () => {
    expect(show(documentLaw(treeOf({ 'README.md': readme, 'README.ja.md': readme })))).toEqual([]);
    const other = treeOf({ 'README.md': readme, 'README.ja.md': 'npm install\n' });
    expect(show(documentLaw(other))).toEqual([
      expect.stringContaining('README.ja.md does not start with the two commands'),
      expect.stringContaining('README.ja.md has 0 sections, README.md has 1'),
    ]);
  });

  test('reports a decision of more than 40 lines', () => {
    expect(documentLaw(treeOf({ 'docs/decisions/a.md': 'line\n'.repeat(40) }))).toEqual([]);
    expect(documentLaw(treeOf({ 'docs/decisions/a.md': 'line\n'.repeat(41) }))).toHaveLength(1);
  });
});

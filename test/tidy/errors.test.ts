import { describe, expect, test } from 'vitest';
import { catalogue, type ErrorEntry } from '#sim/errors';
import { type Finding, show } from './finding.ts';
import { isTest, repositoryTree, type SourceFile, type SourceTree, treeOf } from './source-tree.ts';
import { untestedErrors } from './untested-errors.ts';

const ledger = 'test/tidy/untested-errors.ts';

/** Files that name codes without testing any. */
const ownFiles = new Set([ledger, 'test/tidy/errors.test.ts']);

type Catalogue = Readonly<Record<string, ErrorEntry>>;

const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;

/** A kanji may be what an English text is about; kana are words. */
const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** A text that is one place for a text of that language: `{reasonJa}`. */
const given = { ja: /^\{\w+Ja\}$/, en: /^\{\w+En\}$/ };

/** Where a code has its row. */
function rowOf(code: string, tree: SourceTree): Pick<Finding, 'file' | 'line'> {
  for (const file of tree.code.filter(isCatalogue)) {
    const at = file.text.search(new RegExp(`^ {2}'?${code}'?: \\{`, 'm'));
    if (at >= 0) return { file: file.path, line: file.lineAt(at) };
  }
  return { file: 'sim/errors/catalogue.ts' };
}

function isCatalogue({ path }: SourceFile): boolean {
  return path.startsWith('sim/errors/catalogue');
}

/** The places of a text; `{reasonJa}` and `{reasonEn}` count as one. */
function placesOf(text: string): string {
  const places = [...text.matchAll(/\{(\w+?)(?:Ja|En)?\}/g)].map(([, name]) => name ?? '');
  return [...new Set(places)].sort().join(', ');
}

function problemsOf(entry: ErrorEntry): { readonly problem: string; readonly remedy: string }[] {
  const found: { problem: string; remedy: string }[] = [];
  for (const part of ['title', 'detail', 'nextStep'] as const) {
    const { ja, en } = entry[part];
    if (!japanese.test(ja) && !given.ja.test(ja))
      found.push({ problem: `${part}.ja is not Japanese`, remedy: 'write the Japanese text first' });
    if (!given.en.test(en) && (!/[a-z]/i.test(en.replace(/\{\w+\}/g, '')) || kana.test(en))) {
      found.push({ problem: `${part}.en is not English`, remedy: 'write the English text' });
    }
    if (placesOf(ja) !== placesOf(en)) {
      const problem = `${part} has the places {${placesOf(ja)}} in ja and {${placesOf(en)}} in en`;
      found.push({ problem, remedy: 'both languages say the same' });
    }
  }
  return found;
}

/** Every code has its texts, is raised by some code, and is named by some test. */
function errorLaw(entries: Catalogue, tree: SourceTree, untested: readonly string[] = []): Finding[] {
  const stringsOf = (files: readonly SourceFile[]): string[] =>
    files.flatMap(({ lexed }) => lexed.strings.map(({ text }) => text));
  const raised = new Set(stringsOf(tree.code.filter((file) => !isTest(file.path) && !isCatalogue(file))));
  // A test may name a code within a longer line: `3:5 scenario-step`.
  const testStrings = stringsOf(tree.code.filter(({ path }) => isTest(path) && !ownFiles.has(path)));
  const tested = new Set(testStrings.flatMap((text) => text.match(/[\w-]+/g) ?? []));
  const stale = untested
    .filter((code) => entries[code] === undefined || tested.has(code))
    .map((code) => ({ file: ledger, problem: `${code} needs no place here any more`, remedy: 'take its line out' }));
  const missing = Object.entries(entries).flatMap(([code, entry]) => {
    const found = problemsOf(entry);
    if (!raised.has(code)) found.push({ problem: 'is raised nowhere', remedy: 'raise it or take its row out' });
    if (!tested.has(code) && !untested.includes(code)) {
      found.push({ problem: 'is named in no test', remedy: 'write the test that meets it' });
    }
    return found.map(({ problem, remedy }) => ({ ...rowOf(code, tree), problem: `${code} ${problem}`, remedy }));
  });
  return [...missing, ...stale];
}

describe('the law of errors', () => {
  test('holds in the whole tree', () => {
    expect(show(errorLaw(catalogue, repositoryTree(), untestedErrors))).toEqual([]);
  });

  const good: ErrorEntry = {
    status: 404,
    title: { ja: '見つかりません', en: 'Not found' },
    detail: { ja: '{name} はありません。', en: 'There is no {name}.' },
    nextStep: { ja: '確かめてください。', en: 'Check it.' },
    audience: 'operator',
    retry: 'never',
  };
  const tree = treeOf({
    'sim/errors/catalogue/mail.ts': "export const mailErrors = {\n  'mail-lost': {\n  },\n};\n",
    'sim/mail/queue.ts': "throw new ServiceError('mail-lost', { name });",
    'sim/mail/queue.test.ts': "expect(said).toBe('3:5 mail-lost name');",
  });
  const reported = (change: Partial<ErrorEntry>, of: SourceTree = tree): string[] =>
    show(errorLaw({ 'mail-lost': { ...good, ...change } }, of));

  test('lets a whole row pass', () => {
    expect(reported({})).toEqual([]);
    expect(reported({ detail: { ja: '{reasonJa}', en: '{reasonEn}' } })).toEqual([]);
    expect(reported({ nextStep: { ja: '髙は使えます。', en: '髙 is fine.' } })).toEqual([]);
  });

  test.each([
    [{ title: { ja: 'Not found', en: 'Not found' } }, 'title.ja is not Japanese'],
    [{ title: { ja: '', en: 'Not found' } }, 'title.ja is not Japanese'],
    [{ nextStep: { ja: '確かめてください。', en: ' ' } }, 'nextStep.en is not English'],
    [{ nextStep: { ja: '確かめてください。', en: 'Check ください' } }, 'nextStep.en is not English'],
    [{ detail: { ja: '{name} です。', en: '{name}' } }, 'detail.en is not English'],
    [{ detail: { ja: '{name} はありません。', en: 'There is none.' } }, 'has the places {name} in ja and {} in en'],
  ])('reports %j', (change, problem) => {
    const found = reported(change);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^sim\/errors\/catalogue\/mail\.ts:2 mail-lost /);
    expect(found[0]).toContain(problem);
  });

  test('reports a code that nothing raises and no test names', () => {
    const unused = treeOf({ 'sim/mail/queue.ts': "// 'mail-lost'\n" });
    expect(reported({}, unused)).toEqual([
      expect.stringContaining('mail-lost is named in no test'),
      expect.stringContaining('mail-lost is raised nowhere'),
    ]);
  });

  test('a code in the ledger needs no test, until it has one', () => {
    const untested = treeOf({ 'sim/mail/queue.ts': "throw new ServiceError('mail-lost', { name });" });
    expect(show(errorLaw({ 'mail-lost': good }, untested, ['mail-lost']))).toEqual([]);
    const stale = expect.stringContaining('mail-lost needs no place here any more');
    expect(show(errorLaw({ 'mail-lost': good }, tree, ['mail-lost']))).toEqual([stale]);
    expect(show(errorLaw({}, tree, ['mail-lost']))).toEqual([stale]);
  });
});

import { describe, expect, test } from 'vitest';
import { withOwn } from './own-case.ts';
import { complaint, createDesk } from './recording-terminal.ts';

describe('todoku list and explain', { timeout: 60_000 }, () => {
  test('list the library, or what is asked for', async () => {
    using desk = createDesk();
    const all = JSON.parse((await desk.run('list', '--json')).output);
    const core = JSON.parse((await desk.run('list', '--core', '--json')).output);
    const ids = (scenarios: readonly { readonly id: string }[]): string[] => scenarios.map(({ id }) => id);
    expect(ids(all)).toEqual([...new Set(ids(all))].sort());
    expect(ids(core)).toContain('S-2.2-01');
    expect(core.every(({ stated }: { stated: string }) => stated === 'manual')).toBe(true);
    const { output } = await desk.run('list', '2.2', '--lang', 'ja');
    expect(output).toMatch(
      /^S-2\.2-01 {2}明記 +\d+ {2}発行のお知らせメールが迷惑メールに入った \[gmail, yahoo-jp, icloud, docomo, m365\]$/m,
    );
    const own = JSON.parse((await desk.run('list', withOwn(desk), '--json')).output);
    expect(own).toMatchObject([
      { id: 'OWN-1', section: '', tags: ['mine'], providers: ['gmail'], cells: ['mails=0', 'mails=3'] },
    ]);
  });

  test('a ticket’s words find the case', async () => {
    using desk = createDesk();
    const found = async (word: string): Promise<string[]> => {
      const scenarios = JSON.parse((await desk.run('list', word, '--json')).output);
      return scenarios.map(({ id }: { readonly id: string }) => id);
    };
    for (const word of ['ドコモ', 'docomo', 'mail-not-found']) expect(await found(word)).toContain('S-2.2-04');
    expect(await found('迷惑メール')).toEqual(['S-2.2-01', 'S-2.2-10']);
    const { complaints } = await desk.run('list', 'ピンク電話');
    expect(complaints).toBe(complaint('selection-unknown', { given: 'ピンク電話' }));
  });

  test('every scenario of the library has tags', async () => {
    using desk = createDesk();
    for (const { id, tags } of JSON.parse((await desk.run('list', '--json')).output)) expect(tags, id).not.toEqual([]);
  });

  test('tell a scenario as prose in both languages', async () => {
    using desk = createDesk();
    const english = await desk.run('explain', 'S-2.2-01');
    expect(english).toMatchObject({ exitCode: 0, complaints: '' });
    expect(english.output).toContain('The issue mail landed in the junk folder');
    const japanese = await desk.run('explain', 'S-2.2-01', withOwn(desk), '--lang', 'ja');
    expect(japanese.output).toContain('発行のお知らせメールが迷惑メールに入った');
    expect(japanese.output).toContain('自分の場面');
    expect((await desk.run('explain')).complaints).toBe(
      complaint('argument-missing', { command: 'explain', expected: 'id | file' }),
    );
  });
});

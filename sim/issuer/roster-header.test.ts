import { describe, expect, it } from 'vitest';
import { readHeader } from './roster-header.ts';

const columnsOf = (...cells: string[]) =>
  Object.fromEntries([...readHeader({ line: 1, cells }).header].map(([column, { index }]) => [column, index]));

describe('the header of a roster', () => {
  it('is read in Japanese or English, in any order, width and case', () => {
    expect(columnsOf('学籍番号', '氏名', 'フリガナ', '学部', 'メールアドレス')).toEqual({
      studentNumber: 0,
      name: 1,
      nameKana: 2,
      faculty: 3,
      address: 4,
    });
    expect(columnsOf('E-mail Address', 'STUDENT_NUMBER', 'Name', 'Kana', 'Faculty')).toEqual({
      address: 0,
      studentNumber: 1,
      name: 2,
      nameKana: 3,
      faculty: 4,
    });
    expect(columnsOf('Ｅメール', ' 学生番号 ', '氏 名', 'ﾌﾘｶﾞﾅ')).toEqual({
      address: 0,
      studentNumber: 1,
      name: 2,
      nameKana: 3,
    });
  });

  it('names the column that is missing', () => {
    expect(() => columnsOf('学籍番号', '氏名')).toThrow(
      expect.objectContaining({
        code: 'roster-column-missing',
        parameters: { line: 1, column: 3, missing: 'メールアドレス' },
      }),
    );
  });

  it('names the column that stands twice, under whatever names', () => {
    expect(() => columnsOf('学籍番号', '氏名', 'メールアドレス', 'email')).toThrow(
      expect.objectContaining({
        code: 'roster-column-duplicate',
        parameters: { line: 1, column: 4, first: 3, title: 'email' },
      }),
    );
  });

  it('says what a misspelt column was meant to be, also one that is not required', () => {
    for (const [title, suggestion] of [
      ['メールアドレズ', 'メールアドレス'],
      ['emial', 'email'],
    ] as const) {
      expect(() => columnsOf('学籍番号', '氏名', title)).toThrow(
        expect.objectContaining({
          code: 'roster-column-unknown',
          parameters: { line: 1, column: 3, title, suggestion },
        }),
      );
    }
    expect(() => columnsOf('学籍番号', '氏名', 'メールアドレス', 'フリカナ')).toThrow(
      expect.objectContaining({ code: 'roster-column-unknown' }),
    );
  });

  it('leaves columns out that it has no use for, and says so', () => {
    const { header, warnings } = readHeader({
      line: 1,
      cells: ['学籍番号', '備考', '氏名', 'メールアドレス', 'メールアドレス2'],
    });
    expect(header.size).toBe(3);
    expect(warnings.map(({ column, code }) => [column, code])).toEqual([
      ['備考', 'roster-column-ignored'],
      ['メールアドレス2', 'roster-column-ignored'],
    ]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ServiceError } from '../errors/index.ts';
import { parseRoster as parseRows } from './parse-roster.ts';
import type { RosterRow } from './roster-row.ts';

function parseRoster(bytes: Uint8Array, typos: 'reject' | 'warn') {
  const rows: RosterRow[] = [];
  return { ...parseRows(bytes, typos, (row) => rows.push(row)), rows };
}

const header = '学籍番号,氏名,フリガナ,メールアドレス,学部';
const bytesOf = (text: string) => new TextEncoder().encode(text);
const parse = (...lines: string[]) => parseRoster(bytesOf([header, ...lines].join('\n')), 'reject');
/** The one row of a roster with a change to a good one. */
function withCell(column: 'number' | 'name' | 'kana' | 'address', value: string) {
  const good = { number: 'A0001', name: '見本 花子', kana: 'ミホン ハナコ', address: 'hanako@docomo.ne.jp' };
  const cells = { ...good, [column]: `"${value.replaceAll('"', '""')}"` };
  return parse([cells.number, cells.name, cells.kana, cells.address, '工学部'].join(','));
}
const codes = (issues: readonly { line: number; column: string; code: string }[]) =>
  issues.map(({ line, column, code }) => [line, column, code]);

describe('a roster', () => {
  it('gives the rows, with their mail domains simulated and named', () => {
    const parsed = parse(
      'A0001,見本 花子,ミホン ハナコ,hanako@docomo.ne.jp,工学部',
      'A0002,見本 太郎,,taro@gmail.com.test,',
    );
    expect(parsed.rows).toEqual([
      {
        studentNumber: 'A0001',
        name: '見本 花子',
        nameKana: 'ミホン ハナコ',
        address: 'hanako@docomo.ne.jp.test',
        faculty: '工学部',
        department: null,
        grade: null,
      },
      expect.objectContaining({
        studentNumber: 'A0002',
        nameKana: null,
        address: 'taro@gmail.com.test',
        faculty: null,
      }),
    ]);
    expect(parsed.mapped).toEqual([{ from: 'docomo.ne.jp', to: 'docomo.ne.jp.test', addresses: 1 }]);
    expect(parsed).toMatchObject({ encoding: 'utf-8', rejected: [], warnings: [] });
  });

  it('keeps the good rows and names line, column and reason of each bad one', () => {
    const parsed = parse(
      'A0001,見本 花子,,hanako@docomo.ne.jp,',
      'A0002,,,taro@gmail.com,',
      'A0003,見本 次郎,,jiro.gmail.com,',
      'A0004,見本 三郎',
      'A0001,見本 四郎,,shiro@gmail.com,',
      'A0006,見本 花子,,HANAKO@docomo.ne.jp,',
    );
    expect(parsed.rows.map(({ studentNumber }) => studentNumber)).toEqual(['A0001']);
    expect(codes(parsed.rejected)).toEqual([
      [3, '氏名', 'roster-cell-empty'],
      [4, 'メールアドレス', 'roster-address-form'],
      [5, '3', 'roster-row-width'],
      [6, '学籍番号', 'roster-number-duplicate'],
      [7, 'メールアドレス', 'roster-student-duplicate'],
    ]);
    expect(parsed.rejected[3]?.reason.ja).toContain('2 行目と同じ学籍番号');
  });

  it('marks an address that two students share, and takes both', () => {
    const parsed = parse('A0001,見本 花子,,family@gmail.com,', 'A0002,見本 太郎,,family@gmail.com,');
    expect(parsed.rows).toHaveLength(2);
    expect(codes(parsed.warnings)).toEqual([[3, 'メールアドレス', 'roster-address-shared']]);
  });

  it('says so when its bytes read in two encodings', () => {
    const parsed = parseRoster(bytesOf('student number,name,email\nA1,José,jose@gmail.com'), 'reject');
    expect(parsed.rows[0]?.name).toBe('José');
    expect(codes(parsed.warnings)).toEqual([[1, '1', 'roster-encoding-ambiguous']]);
    expect(parsed.warnings[0]?.reason.en).toContain('read as utf-8');
  });

  it('needs rows', () => {
    expect(() => parse()).toThrow(
      expect.objectContaining({ code: 'roster-no-rows', parameters: { line: 2, column: 1 } }),
    );
  });
});

describe('a student number', () => {
  it('that is shorter than the others have in common has lost its zeros', () => {
    const rows = ['0012345', '0012346', '0012347', '12348'].map((number, i) => `${number},見本 ${i},,s${i}@gmail.com,`);
    const parsed = parse(...rows);
    expect(parsed.rows).toHaveLength(3);
    expect(codes(parsed.rejected)).toEqual([[5, '学籍番号', 'roster-number-short']]);
    expect(parsed.rejected[0]?.reason.en).toContain('Did you mean 0012348?');
  });

  it('is not called short when numbers have no common width, or there is no other', () => {
    const rows = ['1', '22', '333', '4444'].map((number, i) => `${number},見本 ${i},,s${i}@gmail.com,`);
    expect(parse(...rows).rejected).toEqual([]);
    expect(parse('12345,見本 花子,,hanako@gmail.com,').rejected).toEqual([]);
  });

  it('in full-width digits becomes half-width and says so; the Excel way to keep zeros is unwrapped', () => {
    for (const [given, kept] of [
      ['Ａ００１２', 'A0012'],
      ['="0012345"', '0012345'],
      ['2026－001', '2026-001'],
    ] as const) {
      const parsed = withCell('number', given);
      expect(parsed.rows[0]?.studentNumber).toBe(kept);
      expect(codes(parsed.warnings)).toEqual([[2, '学籍番号', 'roster-cell-normalised']]);
    }
  });

  it('is refused as a formula, in scientific notation, or with other characters', () => {
    expect(codes(withCell('number', '=1+2').rejected)).toEqual([[2, '学籍番号', 'roster-cell-formula']]);
    expect(codes(withCell('number', '1.23E+08').rejected)).toEqual([[2, '学籍番号', 'roster-number-scientific']]);
    expect(codes(withCell('number', 'A 001').rejected)).toEqual([[2, '学籍番号', 'roster-number-form']]);
  });
});

describe('a name', () => {
  it('may have any character of Unicode, and is not normalised into another one', () => {
    for (const name of ['髙﨑 𠮷子', '\ufa19谷 花', '葛\u{e0100}城 花', 'José Müller', '見本 花']) {
      expect(withCell('name', name).rows[0]?.name).toBe(name);
    }
    expect(withCell('name', 'ハ\u309aウロ').rows[0]?.name).toBe('パウロ');
  });

  it('is refused with characters that no other system shows', () => {
    const parsed = withCell('name', '山\ue000 花子');
    expect(codes(parsed.rejected)).toEqual([[2, '氏名', 'roster-cell-unreadable']]);
    expect(parsed.rejected[0]?.reason.ja).toContain('2 文字目（U+E000）');
    expect(codes(withCell('name', '山\ufffd').rejected)).toEqual([[2, '氏名', 'roster-cell-unreadable']]);
    expect(codes(withCell('name', '山\u{f0000}').rejected)).toEqual([[2, '氏名', 'roster-cell-unreadable']]);
  });

  it('is refused with control characters, a formula, or too long', () => {
    expect(codes(withCell('name', '見本\n花子').rejected)).toEqual([[2, '氏名', 'roster-cell-control-character']]);
    expect(codes(withCell('name', '見本\u202e花子').rejected)).toEqual([[2, '氏名', 'roster-cell-control-character']]);
    expect(codes(withCell('name', '=HYPERLINK(1)').rejected)).toEqual([[2, '氏名', 'roster-cell-formula']]);
    expect(codes(withCell('name', '@SUM(A1)').rejected)).toEqual([[2, '氏名', 'roster-cell-formula']]);
    expect(codes(withCell('name', '花'.repeat(201)).rejected)).toEqual([[2, '氏名', 'roster-cell-too-long']]);
  });

  it('that looks broken is taken and marked', () => {
    for (const name of ['〓橋 花子', '見本 ?子', '隕区悽 縺ｯ縺ｪ縺']) {
      const parsed = withCell('name', name);
      expect(parsed.rows).toHaveLength(1);
      expect(codes(parsed.warnings), name).toEqual([[2, '氏名', 'roster-name-suspect']]);
    }
  });

  it('has its reading in full-width kana', () => {
    const parsed = withCell('kana', 'ﾐﾎﾝ ﾊﾅｺ');
    expect(parsed.rows[0]?.nameKana).toBe('ミホン ハナコ');
    expect(codes(parsed.warnings)).toEqual([[2, 'フリガナ', 'roster-cell-normalised']]);
  });
});

describe('an address', () => {
  it('of an old carrier form is taken and marked; elsewhere the form is refused', () => {
    for (const local of ['a..b', 'a.', '.a', '-a']) {
      const parsed = withCell('address', `${local}@docomo.ne.jp`);
      expect(parsed.rows[0]?.address).toBe(`${local}@docomo.ne.jp.test`);
      expect(codes(parsed.warnings), local).toEqual([[2, 'メールアドレス', 'roster-address-carrier']]);
      expect(withCell('address', `${local}@ezweb.ne.jp`).rows).toHaveLength(1);
    }
    for (const local of ['a..b', 'a.', '.a']) {
      expect(codes(withCell('address', `${local}@gmail.com`).rejected), local).toEqual([
        [2, 'メールアドレス', 'roster-address-dots'],
      ]);
    }
    expect(withCell('address', '"a..b"@docomo.ne.jp').rows[0]?.address).toBe('"a..b"@docomo.ne.jp.test');
  });

  it('with a slip in its domain is refused with what was meant', () => {
    for (const [given, meant] of [
      ['docmo.ne.jp', 'docomo.ne.jp'],
      ['docomo.co.jp', 'docomo.ne.jp'],
      ['gmial.com', 'gmail.com'],
      ['gmail.co.jp', 'gmail.com'],
      ['yaho.co.jp', 'yahoo.co.jp'],
      ['ezweb.ne.jo', 'ezweb.ne.jp'],
      ['icloud.con', 'icloud.com'],
    ] as const) {
      const parsed = withCell('address', `hanako@${given}`);
      expect(codes(parsed.rejected), given).toEqual([[2, 'メールアドレス', 'roster-address-typo']]);
      expect(parsed.rejected[0]?.reason).toEqual({
        ja: `「${given}」は「${meant}」ではありませんか。`,
        en: `Did you mean “${meant}” instead of “${given}”?`,
      });
    }
    for (const domain of [
      'constructor.ac.jp',
      'gmailx.test',
      'ymail.com',
      'mail.com',
      'au.com',
      'me.com',
      'stu.mihon-u.ac.jp',
      'yahoo.com',
      'i.softbank.jp',
    ]) {
      expect(withCell('address', `hanako@${domain}`).rejected, domain).toEqual([]);
    }
  });

  it('with a slip is only marked where the world says so', () => {
    const parsed = parseRoster(bytesOf(`${header}\nA1,花子,,hanako@docmo.ne.jp,`), 'warn');
    expect(parsed.rows[0]?.address).toBe('hanako@docmo.ne.jp.test');
    expect(codes(parsed.warnings)).toEqual([[2, 'メールアドレス', 'roster-address-typo']]);
  });

  it('is refused when it is none', () => {
    for (const [given, code] of [
      ['hanako', 'roster-address-form'],
      ['@gmail.com', 'roster-cell-formula'],
      ['hanako@', 'roster-address-form'],
      ['hanako@gmail', 'roster-address-domain'],
      ['hanako@-x.com', 'roster-address-domain'],
      ['花子@gmail.com', 'roster-address-local-part'],
      ['見本 花子 <h@gmail.com>', 'roster-address-domain'],
      ['a b@gmail.com', 'roster-address-local-part'],
      [`${'a'.repeat(65)}@gmail.com`, 'roster-address-local-part'],
      ['=a@gmail.com', 'roster-cell-formula'],
      // Small and superscript forms, which NFKC makes `=` and `+` of.
      ['﹦1@gmail.com', 'roster-cell-formula'],
      ['⁺1@gmail.com', 'roster-cell-formula'],
    ] as const) {
      expect(codes(withCell('address', given).rejected), given).toEqual([[2, 'メールアドレス', code]]);
    }
    expect(withCell('address', 'ｈａｎａｋｏ＠gmail.com').rows[0]?.address).toBe('hanako@gmail.com.test');
  });
});

describe('any bytes at all', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom('A0001', '見本 花子', 'a..b@docomo.ne.jp', 'h@docmo.ne.jp', '="0012"', '"', '', '\ufffd', '１２'),
  );
  const table = fc
    .array(fc.array(cell, { maxLength: 6 }), { maxLength: 6 })
    .map((rows) => bytesOf([header, ...rows.map((row) => row.join(','))].join('\n')));
  const torn = fc
    .tuple(table, fc.nat(), fc.uint8Array({ maxLength: 4 }))
    .map(([bytes, at, piece]) => Uint8Array.from([...bytes.subarray(0, at % (bytes.length + 1)), ...piece]));

  it('are imported, or refused with the place', () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 200 }), table, torn), (bytes) => {
        try {
          const { rows, rejected, warnings } = parseRoster(bytes, 'reject');
          for (const row of rows) expect(row.address).toMatch(/^[^\s]+@[a-z0-9.-]+\.test$/);
          for (const issue of [...rejected, ...warnings]) {
            expect(issue.line).toBeGreaterThan(0);
            expect(issue.column).not.toBe('');
            expect(issue.reason.ja).not.toMatch(/\{\w+\}/);
          }
        } catch (error) {
          if (!(error instanceof ServiceError)) throw error;
          expect(error.parameters.line).toBeGreaterThan(0);
          expect(error.parameters.column).toBeGreaterThan(0);
          expect(error.detail.ja).toContain(`${error.parameters.line}行目`);
        }
      }),
      { numRuns: 1_000, seed: 1 },
    );
  });
});

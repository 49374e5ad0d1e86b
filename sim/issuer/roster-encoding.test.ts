import { describe, expect, it } from 'vitest';
import { decodeRoster } from './roster-encoding.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const shiftJis = {
  // 学籍番号,氏名 / A1,髙﨑 / ①
  header: [0x8a, 0x77, 0x90, 0xd0, 0x94, 0xd4, 0x8d, 0x86, 0x2c, 0x8e, 0x81, 0x96, 0xbc, 0x0d, 0x0a],
  row: [0x41, 0x31, 0x2c, 0xfb, 0xfc, 0xfa, 0xb1, 0x87, 0x40, 0x0d, 0x0a],
};

describe('the encoding of a roster', () => {
  it('is UTF-8, with a byte order mark or without', () => {
    expect(decodeRoster(utf8('学籍番号,𠮷'))).toEqual({ text: '学籍番号,𠮷', encoding: 'utf-8', isAmbiguous: false });
    expect(decodeRoster(utf8('\ufeff学籍番号'))).toMatchObject({ text: '学籍番号', encoding: 'utf-8-bom' });
  });

  it('is Shift_JIS as Excel writes it, NEC and IBM characters too', () => {
    const bytes = Uint8Array.from([...shiftJis.header, ...shiftJis.row]);
    expect(decodeRoster(bytes)).toEqual({
      text: '学籍番号,氏名\r\nA1,髙﨑①\r\n',
      encoding: 'shift_jis',
      isAmbiguous: false,
    });
  });

  it('is told by what the bytes give when they read both ways: kana in runs, not letters with accents', () => {
    const kana = Uint8Array.from([...utf8('number,name\r\nA1,'), 0xc3, 0xbd, 0xc4, 0xb0, 0x0d, 0x0a]);
    expect(decodeRoster(kana)).toMatchObject({
      text: 'number,name\r\nA1,ﾃｽﾄｰ\r\n',
      encoding: 'shift_jis',
      isAmbiguous: true,
    });
    expect(decodeRoster(utf8('number,name\r\nA1,José\r\n'))).toMatchObject({ encoding: 'utf-8', isAmbiguous: true });
    expect(decodeRoster(utf8('number,name\r\nA1,Jose\r\n'))).toMatchObject({ encoding: 'utf-8', isAmbiguous: false });
  });

  it('is refused as UTF-16, with a mark or without', () => {
    const text = Buffer.from('学籍番号,name\r\nA0001,hanako\r\n', 'utf16le');
    for (const bytes of [text, Buffer.concat([Buffer.from([0xff, 0xfe]), text]), Buffer.from(text).swap16()]) {
      expect(() => decodeRoster(bytes)).toThrow(expect.objectContaining({ code: 'roster-utf16' }));
    }
  });

  it('is refused with the place of the first byte that neither reads', () => {
    const bytes = Uint8Array.from([...utf8('番号,name\nA1,'), 0xff, 0x41]);
    expect(() => decodeRoster(bytes)).toThrow(
      expect.objectContaining({ code: 'roster-encoding', parameters: { line: 2, column: 2 } }),
    );
    const marked = Uint8Array.from([...utf8('\ufeffa\nb,c,'), 0x8a, 0x77]);
    expect(() => decodeRoster(marked)).toThrow(
      expect.objectContaining({ code: 'roster-encoding', parameters: { line: 2, column: 3 } }),
    );
  });

  it('refuses NUL, and what holds nothing, with the place', () => {
    expect(() => decodeRoster(utf8('学籍番号,氏名,メールアドレス\nA1,花\0子,x'))).toThrow(
      expect.objectContaining({ code: 'roster-nul', parameters: { line: 2, column: 2 } }),
    );
    for (const text of ['', '\ufeff', ' \r\n\r\n ']) {
      expect(() => decodeRoster(utf8(text))).toThrow(expect.objectContaining({ code: 'roster-empty' }));
    }
  });
});

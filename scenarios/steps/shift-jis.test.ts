import { describe, expect, it } from 'vitest';
import { encodeShiftJis } from './shift-jis.ts';

const decode = (bytes: Uint8Array): string => new TextDecoder('shift_jis', { fatal: true }).decode(bytes);

describe('a spreadsheet’s Shift_JIS', () => {
  it.each(['見本 花子', '髙﨑', '①〜ｱｲｳ', 'A,"1"\r\n', '\ue000'])('keeps %j', (text) => {
    expect(decode(encodeShiftJis(text))).toBe(text.replace('〜', '?'));
  });

  it('loses what has no place in it, one question mark for each character', () => {
    expect(decode(encodeShiftJis('髙﨑 𠮷乃🎓é'))).toBe('髙﨑 ?乃??');
  });

  it('writes the bytes that Excel writes', () => {
    expect(Buffer.from(encodeShiftJis('見本')).toString('hex')).toBe('8ca9967b');
  });
});

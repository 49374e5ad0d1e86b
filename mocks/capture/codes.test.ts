import { describe, expect, it } from 'vitest';
import { codesIn } from './codes.ts';

describe('a one-time code', () => {
  it.each([
    ['認証コード: 123456', ['123456']],
    ['認証コードは「１２３４５６」です。', ['123456']],
    ['確認番号\n  0042  \n', ['0042']],
    ['Your verification code is 123 456.', ['123456']],
    ['G-123456 is your verification code', []],
    ['Your code: G-123456', ['123456']],
    ['ワンタイムパスワード 1234-5678', ['12345678']],
    ['PIN 1234, again PIN 1234, then PIN 4321', ['1234', '4321']],
  ])('is found in %j', (text, codes) => {
    expect(codesIn(text)).toEqual(codes);
  });

  it.each([
    ['認証は2026年4月1日までです'],
    ['お問い合わせ番号 03-1234-5678'],
    ['コードの代金 1,2345円'],
    ['code at 10:30, room 123'],
    ['1234567890 コード 123456789'],
    ['学籍番号は https://wallet.openbadge.test/receive/123456 から'],
    ['2026 and nothing that announces it'],
  ])('is not found in %j', (text) => {
    expect(codesIn(text)).toEqual([]);
  });
});

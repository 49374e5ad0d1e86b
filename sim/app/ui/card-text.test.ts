import { describe, expect, it } from 'vitest';
import { cardLines, warningOf } from './card-text.ts';
import type { Card } from './storage.ts';

const noon = Date.parse('2026-04-01T12:00:00+09:00');
const card: Card = {
  credential: 'cred_0001',
  school: { ja: '見本大学', en: 'Mihon University' },
  name: '見本 花子',
  studentNumber: '0012345',
  faculty: '文学部',
  validFrom: Date.parse('2026-04-01T00:00:00+09:00'),
  validUntil: Date.parse('2027-04-01T00:00:00+09:00'),
  status: 'active',
  confirmedAt: noon,
};
const ja = (lines: ReturnType<typeof cardLines>): string[] =>
  lines.map(({ label, value }) => {
    const text = typeof value === 'string' ? value : value.ja;
    return label === undefined ? text : `${label.ja}: ${text}`;
  });

describe('what a student ID shows', () => {
  it('is school, name, number, faculty, validity and the time', () => {
    expect(ja(cardLines(card, noon, false))).toEqual([
      '見本大学',
      '氏名: 見本 花子',
      '学籍番号: 0012345',
      '所属: 文学部',
      '有効期限: 2027年4月1日',
      '現在時刻: 2026年4月1日 12:00:00',
    ]);
  });

  it('is told to be as it was last confirmed, without a network', () => {
    const texts = ja(cardLines(card, noon + 60_000, true));
    expect(texts.slice(-2)).toEqual([
      'オフラインです。最後に確認できた内容を表示しています。',
      '最終確認: 2026年4月1日 12:00:00',
    ]);
  });

  it.each([
    [{ status: 'revoked' }, noon, '失効した学生証です。'],
    [{ status: 'suspended' }, noon, '一時停止中の学生証です。'],
    [{ status: 'superseded' }, noon, 'この学生証は新しいものに置き換えられました。'],
    [{ status: 'expired' }, noon, '有効期限が切れています。'],
    [{}, card.validUntil ?? 0, '有効期限が切れています。'],
    [{}, (card.validFrom ?? 0) - 1, 'まだ有効期間ではありません。'],
    [{}, noon, undefined],
  ])('warns of %j', (differing, now, expected) => {
    expect(warningOf({ ...card, ...differing }, now)?.ja).toBe(expected);
  });
});

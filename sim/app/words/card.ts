import type { Bilingual } from '../../errors/index.ts';

/** What stands before the values of a student ID. */
export const cardLabels = {
  name: { ja: '氏名', en: 'Name' },
  studentNumber: { ja: '学籍番号', en: 'Student number' },
  faculty: { ja: '所属', en: 'Faculty' },
  validUntil: { ja: '有効期限', en: 'Valid until' },
  issuer: { ja: '発行元', en: 'Issued by' },
  status: { ja: '状態', en: 'Status' },
  validFrom: { ja: '有効期間の始まり', en: 'Valid from' },
  number: { ja: '管理番号', en: 'Reference' },
  now: { ja: '現在時刻', en: 'Now' },
  confirmedAt: { ja: '最終確認', en: 'Last confirmed' },
} as const satisfies Record<string, Bilingual>;

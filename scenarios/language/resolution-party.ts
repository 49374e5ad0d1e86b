import type { Bilingual } from '#sim/errors';

/** Who puts a case right; `none` where nothing went wrong. */
export const resolutionParties = {
  none: { ja: '対応は不要', en: 'nothing has to be put right' },
  student: { ja: '学生が対応する', en: 'the student puts it right' },
  school: { ja: '学校が対応する', en: 'the school puts it right' },
  carrier: { ja: '通信事業者・メール事業者が対応する', en: 'the mail provider puts it right' },
  lecos: { ja: 'LecoSが対応する', en: 'LecoS puts it right' },
  verifier: { ja: '確認する側が対応する', en: 'the verifier puts it right' },
} as const satisfies Record<string, Bilingual>;

export type ResolutionParty = keyof typeof resolutionParties;

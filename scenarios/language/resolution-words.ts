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

/** What a case turned out to be, as people say it; a cause that has no words here is told by its key. */
export const resolutionCauses: Readonly<Record<string, Bilingual>> = {
  none: { ja: '問題なし', en: 'nothing was wrong' },
  'os-unsupported': { ja: '端末のOSが対応していない', en: 'the phone runs an unsupported OS version' },
  'os-boundary': { ja: '対応OSの境界にある端末', en: 'the phone is at the edge of the supported OS versions' },
  'opened-on-pc': { ja: 'リンクをPCで開いた', en: 'the link was opened on a PC' },
  'tablet-only': { ja: 'タブレットしか持っていない', en: 'there is only a tablet' },
  'not-issued-yet': { ja: 'まだ発行されていない', en: 'it has not been issued yet' },
  'junk-folder': { ja: '迷惑メールフォルダに入った', en: 'the mail is in the junk folder' },
  'mail-deleted': { ja: 'メールを削除した', en: 'the mail was deleted' },
  'carrier-filter': { ja: '携帯電話会社のフィルターが拒否した', en: "the carrier's filter refused the mail" },
  'password-conditions': { ja: 'パスワードの条件を満たしていない', en: 'the password does not meet the conditions' },
  misrouted: { ja: '問い合わせ先が違った', en: 'the question went to the wrong desk' },
};

import { counted } from './counted.ts';
import type { Family } from './family.ts';

const told = {
  credential_accepted: { ja: '保存した', en: 'kept it' },
  credential_failure: { ja: '保存できなかった', en: 'could not keep it' },
  credential_deleted: { ja: '削除した', en: 'deleted it' },
} as const;

export const openid4vciSentences: Family<'openid4vci'> = {
  'openid4vci.offered': ({ credential }) => ({
    ja: `学校が学生証 ${credential} を窓口で受け取るための番号を用意しました。`,
    en: `The school made a number for receiving student ID ${credential} at the counter.`,
  }),
  'openid4vci.number-sent': ({ credential }) => ({
    ja: `学生証 ${credential} の受け取り番号をメールで送る手続きをしました。`,
    en: `The issuer ordered the mail with the number for receiving student ID ${credential}.`,
  }),
  'openid4vci.number-refused': ({ credential, triesLeft }) => ({
    ja: `学生証 ${credential} の受け取り番号が違いました。残り${triesLeft}回です。`,
    en: `The number for student ID ${credential} was wrong; ${counted(triesLeft, 'try', 'tries')} left.`,
  }),
  'openid4vci.code-redeemed': ({ credential }) => ({
    ja: `ウォレットが正しい受け取り番号で、学生証 ${credential} の受け取りを始めました。`,
    en: `A wallet began to receive student ID ${credential} with the right number.`,
  }),
  'openid4vci.deferred': ({ credential }) => ({
    ja: `学生証 ${credential} は、後で渡すことになりました。`,
    en: `Student ID ${credential} will be handed over later.`,
  }),
  'openid4vci.notified': ({ credential, event }) => ({
    ja: `ウォレットが、学生証 ${credential} を${told[event].ja}と伝えました。`,
    en: `The wallet told that it ${told[event].en}: student ID ${credential}.`,
  }),
};

import type { Family } from './family.ts';
import { calendarDay, dayAndTime } from './virtual-time.ts';
import { vocabulary } from './vocabulary.ts';

const notices = {
  issue: { ja: '発行のお知らせ', en: 'its issue mail' },
  remind: { ja: '受け取りの再案内', en: 'a reminder' },
  reissue: { ja: '再発行のお知らせ', en: 'a mail about the reissue' },
} as const;

export const credentialSentences: Family<'school' | 'roster' | 'issuance' | 'credential'> = {
  'school.joined': ({ school }) => ({
    ja: `学校 ${school} が発行団体として登録された。`,
    en: `The school ${school} was set up as an issuer.`,
  }),
  'roster.imported': ({ accepted, rejected, mapped }) => ({
    ja: `学校が名簿を取り込んだ。受け付け${accepted}行、受け付けられない行${rejected.length}行、模擬アドレスへの読み替え${mapped}件。`,
    en: `The school imported its roster: ${accepted} rows accepted, ${rejected.length} rejected, ${mapped} addresses mapped to simulated ones.`,
  }),
  'issuance.scheduled': ({ at }) => {
    const when = dayAndTime(at);
    return { ja: `学校が発行を予約した（${when.ja}）。`, en: `The school scheduled an issuance for ${when.en}.` };
  },
  'school.key-rotated': ({ school, keyId }) => ({
    ja: `学校 ${school} の署名鍵が新しい鍵 ${keyId} に替わった。`,
    en: `The school ${school} signs with a new key, ${keyId}.`,
  }),
  'issuance.resumed': () => ({ ja: '学校が発行の続きを再開した。', en: 'The school resumed the issuance.' }),
  'issuance.row-failed': ({ studentNumber, code }) => {
    const error = vocabulary.error(code);
    return {
      ja: `学籍番号 ${studentNumber} には発行できなかった: ${error.ja}。ほかの学生への発行は続く。`,
      en: `Nothing was issued to student number ${studentNumber}: ${error.en}. The others go on.`,
    };
  },
  'issuance.interrupted': ({ issued, remaining }) => ({
    ja: `発行が途中で止まった。発行済み${issued}件、残り${remaining}件。`,
    en: `The issuance was interrupted: ${issued} issued, ${remaining} remaining.`,
  }),
  'issuance.finished': ({ issued, skipped }) => ({
    ja: `発行が終わった。発行${issued}件、発行済みのため省いたもの${skipped}件。`,
    en: `The issuance finished: ${issued} issued, ${skipped} skipped because they had been issued before.`,
  }),
  'credential.issued': ({ credential, studentNumber, validUntil }) => ({
    ja: `学籍番号 ${studentNumber} の学生証 ${credential} を発行した（有効期限 ${calendarDay(validUntil)}）。`,
    en: `Student ID ${credential} was issued for student number ${studentNumber}, valid until ${calendarDay(validUntil)}.`,
  }),
  'credential.notified': ({ credential, cause }) => ({
    ja: `学生証 ${credential} の${notices[cause].ja}をメールで送ることにした。`,
    en: `The issuer set about mailing ${notices[cause].en} for student ID ${credential}.`,
  }),
  'credential.claimed': ({ credential }) => ({
    ja: `発行サービスが学生証 ${credential} を受け取り済みにした。`,
    en: `The issuer recorded student ID ${credential} as claimed.`,
  }),
  'credential.superseded': ({ credential, by }) => ({
    ja: `学生証 ${credential} は ${by} に置き換えられた。`,
    en: `Student ID ${credential} was superseded by ${by}.`,
  }),
  'credential.revoked': ({ credential, reason }) => ({
    ja: `学生証 ${credential} を失効させた（理由: ${reason}）。`,
    en: `Student ID ${credential} was revoked (reason: ${reason}).`,
  }),
  'credential.expired': ({ credential, cause }) =>
    cause === 'claim-window'
      ? {
          ja: `学生証 ${credential} は受け取られないまま受取期限が過ぎた。`,
          en: `The time to receive student ID ${credential} ran out.`,
        }
      : { ja: `学生証 ${credential} の有効期限が切れた。`, en: `Student ID ${credential} expired.` },
  'credential.reissued': ({ credential, mode, into }) => {
    const how = vocabulary.reissueMode(mode);
    const isSame = credential === into;
    return {
      ja: `学校が学生証 ${credential} を再発行した（${how.ja}${isSame ? '' : `、新しい番号 ${into}`}）。`,
      en: `The school reissued student ID ${credential} (${how.en}${isSame ? '' : `, now ${into}`}).`,
    };
  },
  'credential.received': ({ credential }) => ({
    ja: `ウォレットに学生証 ${credential} が入った。`,
    en: `Student ID ${credential} arrived in the wallet.`,
  }),
  'credential.presented': ({ credential }) => ({
    ja: `ゲートの求めに応じて学生証 ${credential} を示した。`,
    en: `Student ID ${credential} was presented to a gate.`,
  }),
};

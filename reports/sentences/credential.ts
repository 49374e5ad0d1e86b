import { counted } from './counted.ts';
import type { Family } from './family.ts';
import { schoolName } from './names.ts';
import { calendarDate, dayAndTime } from './virtual-time.ts';
import { vocabulary } from './vocabulary.ts';

const notices = {
  issue: { ja: '発行のお知らせ', en: 'the issue mail' },
  remind: { ja: '受領の再案内', en: 'a reminder' },
  reissue: { ja: '再発行のお知らせ', en: 'the mail about the reissue' },
} as const;

export const credentialSentences: Family<'school' | 'roster' | 'issuance' | 'credential'> = {
  'school.joined': ({ school }, names) => {
    const name = schoolName(school, names);
    return { ja: `${name.ja}を発行団体として登録しました。`, en: `${name.en} was set up as an issuer.` };
  },
  'roster.imported': ({ accepted, rejected, mapped }) => ({
    ja: [
      `学校が名簿を取り込みました。${accepted}行を受け付けました。`,
      ...(rejected.length === 0 ? [] : [`受け付けられない行が${rejected.length}行あります。`]),
      ...(mapped === 0 ? [] : [`アドレス${mapped}件を再生用（.test）に置き換えました。`]),
    ].join(''),
    en: [
      `The school imported its roster: ${counted(accepted, 'row')} accepted.`,
      ...(rejected.length === 0 ? [] : [`${counted(rejected.length, 'row')} refused.`]),
      ...(mapped === 0 ? [] : [`${counted(mapped, 'address', 'addresses')} replaced by simulated ones (.test).`]),
    ].join(' '),
  }),
  'issuance.scheduled': ({ at }) => {
    const when = dayAndTime(at);
    return { ja: `学校が発行を予約しました（${when.ja}）。`, en: `The school scheduled an issuance for ${when.en}.` };
  },
  'school.key-rotated': ({ school, keyId }, names) => {
    const name = schoolName(school, names);
    return {
      ja: `${name.ja}の署名鍵を新しい鍵 ${keyId} に替えました。`,
      en: `${name.en} signs with a new key, ${keyId}.`,
    };
  },
  'issuance.resumed': () => ({ ja: '学校が発行の続きを再開しました。', en: 'The school resumed the issuance.' }),
  'issuance.row-failed': ({ studentNumber, code }) => {
    const error = vocabulary.error(code);
    return {
      ja: `学籍番号 ${studentNumber} には発行できませんでした: ${error.ja}。ほかの学生への発行は続きます。`,
      en: `Nothing was issued to student number ${studentNumber}: ${error.en}. The others go on.`,
    };
  },
  'issuance.interrupted': ({ issued, remaining }) => ({
    ja: `発行が途中で止まりました。発行済み${issued}件、残り${remaining}件です。`,
    en: `The issuance was interrupted: ${issued} issued, ${remaining} remaining.`,
  }),
  'issuance.finished': ({ issued, skipped }) => ({
    ja: `発行が終わりました。${issued}件を発行しました。${skipped === 0 ? '' : `発行済みの${skipped}件は省きました。`}`,
    en: `The issuance finished: ${issued} issued.${skipped === 0 ? '' : ` ${skipped} had been issued before and were skipped.`}`,
  }),
  'credential.secured': ({ school, proof }, names) => {
    const name = schoolName(school, names);
    return {
      ja: `${name.ja}が証明書に署名しました（${proof}）。`,
      en: `${name.en} signed a credential that it wrote itself (${proof}).`,
    };
  },
  'credential.issued': ({ credential, studentNumber, validUntil }) => {
    const until = calendarDate(validUntil);
    return {
      ja: `学籍番号 ${studentNumber} の学生証 ${credential} を発行しました（有効期限 ${until.ja}）。`,
      en: `Student ID ${credential} was issued for student number ${studentNumber}, valid until ${until.en}.`,
    };
  },
  'credential.notified': ({ credential, cause }) => ({
    ja: `学生証 ${credential} の${notices[cause].ja}をメールで送る手続きをしました。`,
    en: `The issuer ordered ${notices[cause].en} for student ID ${credential}.`,
  }),
  'credential.claimed': ({ credential }) => ({
    ja: `発行サービスが学生証 ${credential} を受領済みとして記録しました。`,
    en: `The issuer recorded student ID ${credential} as claimed.`,
  }),
  'credential.bound': ({ credential, method }) => ({
    ja: `学生証 ${credential} を、受け取る人の鍵（${method}）に結び付けて署名し直しました。`,
    en: `Student ID ${credential} was signed once more, for the key (${method}) of who received it.`,
  }),
  'credential.superseded': ({ credential, by }) => ({
    ja: `学生証 ${credential} は ${by} に置き換えられました。`,
    en: `Student ID ${credential} was superseded by ${by}.`,
  }),
  'credential.revoked': ({ credential, reason }) => ({
    ja: `学生証 ${credential} を失効させました（理由: ${reason}）。`,
    en: `Student ID ${credential} was revoked (reason: ${reason}).`,
  }),
  'credential.suspended': ({ credential, reason }) => ({
    ja: `学生証 ${credential} を一時停止しました（理由: ${reason}）。`,
    en: `Student ID ${credential} was suspended (reason: ${reason}).`,
  }),
  'credential.reinstated': ({ credential }) => ({
    ja: `学生証 ${credential} の一時停止を解除しました。`,
    en: `The suspension of student ID ${credential} was lifted.`,
  }),
  'credential.expired': ({ credential, cause }) =>
    cause === 'claim-window'
      ? {
          ja: `学生証 ${credential} は受領されないまま受領期限が過ぎました。`,
          en: `The time to receive student ID ${credential} ran out.`,
        }
      : { ja: `学生証 ${credential} の有効期限が切れました。`, en: `Student ID ${credential} expired.` },
  'credential.reissued': ({ credential, mode, into }) => {
    const how = vocabulary.reissueMode(mode);
    const isSame = credential === into;
    return {
      ja: `学校が学生証 ${credential} を再発行しました（${how.ja}${isSame ? '' : `、新しい番号 ${into}`}）。`,
      en: `The school reissued student ID ${credential} (${how.en}${isSame ? '' : `, now ${into}`}).`,
    };
  },
  'credential.received': ({ credential }) => ({
    ja: `学生証 ${credential} をウォレットに受領しました。`,
    en: `Student ID ${credential} arrived in the wallet.`,
  }),
  'credential.presented': ({ credential }) => ({
    ja: `ゲートの求めに応じて学生証 ${credential} を示しました。`,
    en: `Student ID ${credential} was presented to a gate.`,
  }),
};

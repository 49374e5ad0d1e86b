import type { Bilingual } from '#sim/errors';
import { resolutionParties } from './resolution-party.ts';
import type { Resolution } from './scenario.ts';

/** What a case turned out to be, as people say it; a cause that has no words here is told by its key. */
const resolutionCauses: Readonly<Record<string, Bilingual>> = {
  none: { ja: '問題なし', en: 'nothing was wrong' },
  'os-unsupported': { ja: '端末のOSが対応していない', en: 'the phone runs an unsupported OS version' },
  'os-boundary': { ja: '対応OSの境界にある端末', en: 'the phone is at the edge of the supported OS versions' },
  'opened-on-pc': { ja: 'リンクをPCで開いた', en: 'the link was opened on a PC' },
  'tablet-only': { ja: 'タブレットしか持っていない', en: 'there is only a tablet' },
  'no-smartphone': { ja: 'スマートフォンを持っていない', en: 'there is no smartphone' },
  'phone-restricted': {
    ja: '組織の管理や改造のために、アプリを入れられない端末だった',
    en: 'the phone was managed by an organisation or altered, and could not have the app',
  },
  'store-country': { ja: 'ストアのアカウントの国が日本ではなかった', en: 'the store account was of another country' },
  'storage-full': { ja: '端末の空き容量が足りなかった', en: 'the phone had too little free storage' },
  'lookalike-app': { ja: '似た名前の別のアプリを入れた', en: 'an app of nearly the same name was installed' },
  'app-outdated': { ja: 'アプリが古かった', en: 'the app was too old' },
  'last-compatible-app': {
    ja: '古いOS向けの、以前のバージョンのアプリだった',
    en: 'the app was an earlier version, for an older system',
  },
  'guardian-approval': { ja: '保護者の承認が必要だった', en: 'a guardian had to approve the app' },
  'ob2-only': {
    ja: 'オープンバッジ2.0しか持っていなかった',
    en: 'there was an Open Badge 2.0 only',
  },
  'terms-declined': { ja: '利用規約に同意しなかった', en: 'the terms were not agreed to' },
  'password-characters': {
    ja: 'パスワードに使えない文字があった',
    en: 'the password had characters that cannot be used',
  },
  'password-too-long': { ja: 'パスワードが長すぎた', en: 'the password was too long' },
  'account-existed': { ja: 'アカウントは登録済みだった', en: 'there was an account already' },
  'form-expired': { ja: '入力の途中で時間が過ぎた', en: 'the form had expired while it was filled in' },
  'not-issued-yet': { ja: 'まだ発行されていない', en: 'it has not been issued yet' },
  'junk-folder': { ja: '迷惑メールフォルダに入った', en: 'the mail is in the junk folder' },
  'mail-deleted': { ja: 'メールを削除した', en: 'the mail was deleted' },
  'carrier-filter': { ja: '携帯電話会社のフィルターが拒否した', en: "the carrier's filter refused the mail" },
  'allowed-too-late': {
    ja: '受信許可の前に断られたメールだった',
    en: 'the mail was refused before the sender was allowed',
  },
  'sender-spf': { ja: '送信元ドメインのSPFが正しくなかった', en: "the sending domain's SPF record was not right" },
  'carrier-spoof-filter': {
    ja: '携帯電話会社のなりすまし対策が破棄した',
    en: "the carrier's filter against forged senders threw the mail away",
  },
  'carrier-link-filter': {
    ja: '携帯電話会社のURLの規制が断った',
    en: 'the carrier refused the mail for a link in it',
  },
  'carrier-preset': {
    ja: '携帯電話会社の簡単な設定がPCメールをすべて断った',
    en: 'a preset of the carrier refuses all mail from PCs',
  },
  'carrier-junk-folder': {
    ja: '携帯電話会社の迷惑メールフォルダに入った',
    en: "the mail is in the carrier's junk folder",
  },
  'mail-in-trash': { ja: '削除したメールがゴミ箱に残っていた', en: 'the deleted mail was still in the trash' },
  'mailbox-full': { ja: 'メールボックスがいっぱいだった', en: 'the mailbox was full' },
  'address-against-rfc': {
    ja: 'RFCに反するアドレスで、送信サーバーが受け付けなかった',
    en: 'the sending host takes no address against RFC 5321',
  },
  forwarding: { ja: '自動転送したメールが転送先で断られた', en: 'forwarded mail was refused where it went' },
  'inbox-tab': { ja: '受信トレイの別のタブに入った', en: 'the mail is behind another tab of the inbox' },
  'sender-bulk-rules': {
    ja: '送信側が大量送信者の決まりを満たしていなかった',
    en: 'the sender did not keep the rules for bulk senders',
  },
  'unknown-users': {
    ja: '存在しない宛先が多く、受信側に制限された',
    en: 'the sender was slowed down for many addresses that do not exist',
  },
  'mail-delayed': { ja: '受信側がいったん待たせた', en: 'the receiving side let the mail wait' },
  'mail-in-conversation': {
    ja: '同じ件名のスレッドに埋もれた',
    en: 'the mail was overlooked in a conversation of one subject',
  },
  'mail-in-quarantine': {
    ja: '学校のメールの検疫に隔離された',
    en: "the mail was held in the quarantine of the school's mail",
  },
  'link-expired': { ja: 'リンクの期限が切れていた', en: 'the link had expired' },
  'older-issue-mail': { ja: '再発行の前のメールを使った', en: 'a mail from before the reissue was used' },
  'link-used': { ja: '使用済みのリンクだった', en: 'the link had been used before' },
  'link-cut': { ja: 'リンクが途中で切れていた', en: 'the link was cut short' },
  'link-prefetched': { ja: 'セキュリティ製品がリンクを先に開いた', en: 'a security product opened the link first' },
  'in-app-browser': { ja: 'メールアプリの中で開いていた', en: 'the page was open inside the mail app' },
  'link-of-another': { ja: '他人あてのメールのリンクだった', en: 'the link was in a mail to somebody else' },
  'page-unavailable': {
    ja: 'リンクを開いたときサービスが止まっていた',
    en: 'the service was down when the link was opened',
  },
  'app-sync': { ja: 'アプリが同期しなくなっていた', en: 'the app had stopped synchronising' },
  'password-conditions': { ja: 'パスワードの条件を満たしていない', en: 'the password does not meet the conditions' },
  'roster-row-missing': { ja: '名簿に載っていなかった', en: 'the student was not on the roster' },
  'address-typo': { ja: '名簿のアドレスに入力の誤りがあった', en: 'the address on the roster had a slip' },
  'address-of-another': {
    ja: '名簿のアドレスが、実在する他人のものだった',
    en: "the address on the roster was somebody else's",
  },
  'other-mailbox': { ja: '別のメールアドレスに届いていた', en: "the mail was in another mailbox of the student's" },
  'address-gone': { ja: '解約・卒業で使えないアドレスだった', en: 'the address exists no more' },
  'issuer-name-unexpected': { ja: '発行団体が思っていた名前と違った', en: 'the issuer had another name than expected' },
  'name-garbled': { ja: '名簿の氏名が文字化けしていた', en: 'the name on the roster was garbled' },
  'number-shortened': {
    ja: '学籍番号の先頭のゼロが名簿で落ちていた',
    en: 'the roster had lost the leading zeros of the student number',
  },
  'issued-twice': { ja: '二重に発行された', en: 'it was issued twice' },
  'batch-interrupted': { ja: '一括発行が途中で止まった', en: 'the batch broke off' },
  'phishing-mail': { ja: '発行のお知らせを装ったメールだった', en: 'the mail only looked like the issue notice' },
  'activation-mail-filtered': {
    ja: '仮登録のお知らせメールが受信設定で届かなかった',
    en: 'a mail setting kept the activation mail away',
  },
  'activation-expired': { ja: '有効化リンクの期限が切れていた', en: 'the activation link had expired' },
  'not-activated': { ja: 'アカウントをまだ有効にしていなかった', en: 'the account was not activated yet' },
  'older-activation-mail': { ja: '古いほうの仮登録メールを使った', en: 'the older activation mail was used' },
  'password-forgotten': { ja: 'パスワードを忘れた', en: 'the password was forgotten' },
  'account-locked': { ja: 'パスワードの誤りが続いてロックされた', en: 'wrong passwords locked the account' },
  'account-without-address': {
    ja: '発行先のアドレスがアカウントに登録されていなかった',
    en: 'the account did not have the address that the ID was issued to',
  },
  'network-lost': { ja: '受領の途中で通信が切れた', en: 'the network was lost while receiving' },
  'handset-clock': { ja: '端末の時計がずれていた', en: "the phone's clock was wrong" },
  maintenance: { ja: 'サービスがメンテナンス中だった', en: 'the service was down for maintenance' },
  'gate-offline': { ja: '通信のないところで提示した', en: 'the ID was shown where there was no network' },
  'battery-empty': { ja: '端末の電池が切れていた', en: 'the battery of the phone was empty' },
  'picture-shown': { ja: 'スクリーンショットを提示した', en: 'a screenshot was shown' },
  'year-over': { ja: '年度が終わり、有効期限が切れた', en: 'the academic year was over' },
  'key-not-published': {
    ja: '署名鍵の交替で、古い公開鍵の公開をやめていた',
    en: 'after a change of keys the old one was no longer published',
  },
  'issuer-not-trusted': { ja: 'ゲートの信頼リストに学校がなかった', en: 'the gate did not know the school' },
  'new-phone': { ja: '機種変更した', en: 'the phone was replaced' },
  revoked: { ja: '失効した学生証だった', en: 'the student ID had been revoked' },
  'lost-phone': { ja: '端末を紛失した', en: 'the phone was lost' },
  'address-changed': { ja: '受領後にメールアドレスが変わった', en: 'the address changed after the receipt' },
  'not-received': { ja: '受領しないままになっていた', en: 'it had not been received' },
  'reminders-ended': { ja: '自動の再送が終わっていた', en: 'the reminders had ended' },
  'left-school': { ja: '卒業・退学した', en: 'the student has left the school' },
  'details-changed': { ja: '氏名・所属が変わった', en: 'the name or the faculty changed' },
  misrouted: { ja: '問い合わせ先が違った', en: 'the question went to the wrong desk' },
};

/** The resolution of a scenario as people read it. */
export function resolutionWords({ cause, party }: Resolution): {
  readonly cause: Bilingual;
  readonly party: Bilingual;
} {
  return { cause: resolutionCauses[cause] ?? { ja: cause, en: cause }, party: resolutionParties[party] };
}

import type { Bilingual } from '../../errors/index.ts';
import type { ScreenName } from './screens.ts';

const checkMail: Bilingual = { ja: 'メールを確認してください', en: 'Check your mail' };
const expired: Bilingual = { ja: 'リンクの期限が切れています', en: 'The link has expired' };
const superseded: Bilingual = { ja: '新しいメールのリンクを使ってください', en: 'Use the link of the newer mail' };
const done: Bilingual = { ja: '完了しました', en: 'Done' };

/** The heading of a screen; where there is none, its own first sentence is the heading. */
export const titles: Readonly<Partial<Record<ScreenName, Bilingual>>> = {
  'network-error': { ja: '通信できません', en: 'No connection' },
  'service-unavailable': { ja: 'サービスを利用できません', en: 'The service is not available' },
  error: { ja: '表示できません', en: 'This cannot be shown' },
  'smartphone-required': { ja: 'スマートフォンで開いてください', en: 'Open it on a smartphone' },
  'link-unknown': { ja: 'リンクを確認してください', en: 'Check the link' },
  'link-expired': expired,
  'link-superseded': superseded,
  'link-used': { ja: '使用済みのリンクです', en: 'The link has been used' },
  'app-needed': { ja: 'LecoSアプリで続けてください', en: 'Go on in the LecoS app' },
  'registration-start': { ja: 'アカウントの作成', en: 'Create an account' },
  'registration-needs-link': { ja: 'メールのリンクから始めます', en: 'It starts with the mail' },
  'update-required': { ja: 'アプリの更新が必要です', en: 'Update the app' },
  'form-expired': { ja: '時間が過ぎました', en: 'It took too long' },
  terms: { ja: '利用規約への同意', en: 'Terms and privacy' },
  registration: { ja: 'アカウントの登録', en: 'Register' },
  'registration-confirm': { ja: '登録内容の確認', en: 'Is this right?' },
  'activation-wait': checkMail,
  activation: { ja: 'アカウントの有効化', en: 'Activate your account' },
  activated: { ja: '登録が完了しました', en: 'You are registered' },
  'activation-expired': expired,
  'activation-superseded': superseded,
  'activation-used': { ja: '有効化は済んでいます', en: 'Already activated' },
  'account-locked': { ja: 'ロックされています', en: 'The account is locked' },
  'password-reset-sent': checkMail,
  'password-reset': { ja: 'パスワードの再設定', en: 'A new password' },
  'password-changed': done,
  'student-id': { ja: '学生証', en: 'Student ID' },
  'app-locked': { ja: 'ロック中', en: 'Locked' },
  'address-add': { ja: 'アドレスの追加', en: 'Add an address' },
  'address-sent': checkMail,
  'address-confirmation': { ja: 'アドレスの確認', en: 'Confirm the address' },
  'address-confirmed': done,
};

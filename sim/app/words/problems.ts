import type { Bilingual } from '../../errors/index.ts';

/**
 * Sentences of errors that a screen says without an answer of the service at hand: a link that was cut before its token,
 * and what the browser's page hands on to the app. They are those of the error catalogue.
 */
export const problems = {
  'account-exists': [
    {
      ja: 'このメールアドレスのアカウントは、すでに登録されています。',
      en: 'An account with this address is registered already.',
    },
    {
      ja: '登録したパスワードでログインしてください。パスワードを忘れた場合は、再設定してください。',
      en: 'Log in with the password you registered. If you forgot it, set a new one.',
    },
  ],
  'link-unknown': [
    {
      ja: 'このリンクは登録されていません。途中で切れているかもしれません。',
      en: 'No such link was sent; it may have been cut short.',
    },
    {
      ja: 'メールのボタンから開き直すか、リンクの全体をコピーして開いてください。',
      en: 'Open it with the button in the mail, or copy the whole link.',
    },
  ],
  unauthorized: [
    { ja: '有効な認証情報がありません。', en: 'The request carries no valid credentials.' },
    { ja: 'もう一度ログインしてください。', en: 'Log in again.' },
  ],
} as const satisfies Record<string, readonly Bilingual[]>;

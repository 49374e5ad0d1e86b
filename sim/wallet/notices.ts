import type { Bilingual } from '../errors/index.ts';

/** What is said to everyone who asks for a mail, whether or not one goes out. */
export const notices = {
  activationMail: {
    ja: '仮登録中のアカウントのメールアドレスとパスワードが正しければ、有効化のメールを送りました。届かない場合は、迷惑メールフォルダも確認してください。',
    en: 'If the address and password belong to an account that waits for activation, the activation mail is on its way. If it does not arrive, look in the junk folder too.',
  },
  passwordReset: {
    ja: '登録済みのメールアドレスであれば、パスワード再設定のメールを送りました。届かない場合は、迷惑メールフォルダも確認してください。',
    en: 'If the address is registered, a mail for a new password is on its way. If it does not arrive, look in the junk folder too.',
  },
  addressConfirmation: {
    ja: '確認のメールを送りました。メールのリンクを開いて、メールアドレスの追加を完了してください。',
    en: 'A confirmation mail is on its way. Open its link to finish adding the address.',
  },
} as const satisfies Record<string, Bilingual>;

import type { Language } from '../../errors/index.ts';
import type { MailVariables } from '../mail-order.ts';
import { contacts } from './contacts.ts';
import { dateWords } from './date-words.ts';
import type { MailContent } from './mail-content.ts';

/** No source for the wording: assumption. */
export function passwordReset(variables: MailVariables['password-reset'], language: Language): MailContent {
  const { recipientName, link, expiresAt } = variables;
  const until = dateWords(expiresAt, language);
  if (language === 'en') {
    return {
      subject: 'Open Badge service: setting a new password',
      salutation: `Dear ${recipientName},`,
      opening: ['You asked to set a new password.', 'Go to "Set a new password" below and choose one.'],
      action: { label: 'Set a new password', link },
      sections: [
        {
          heading: 'Until when',
          items: [`The link works until ${until}, once.`, 'When that time is over, ask for it again in the app.'],
        },
        contacts('en'),
      ],
      closing: [
        'If you did not ask for this, you need not do anything: your password stays as it is. Do not pass the link on.',
      ],
    };
  }
  return {
    subject: 'オープンバッジサービス パスワード再設定のご案内',
    salutation: `${recipientName} 様`,
    opening: [
      'パスワード再設定の依頼を受け付けました。',
      '下の「新しいパスワードを設定する」へ進んで、手続きをしてください。',
    ],
    action: { label: '新しいパスワードを設定する', link },
    sections: [
      {
        heading: '再設定の期限',
        items: [
          `リンクの有効期限は ${until} です。使えるのは一度だけです。`,
          '期限を過ぎた場合は、アプリからもう一度お手続きください。',
        ],
      },
      contacts('ja'),
    ],
    closing: [
      '依頼した覚えがない場合は、何もする必要はありません。パスワードは変わりません。このリンクをほかの人に教えないでください。',
    ],
  };
}

import type { Language } from '../../errors/index.ts';
import type { MailVariables } from '../mail-order.ts';
import { contacts, phoneNeeded } from './contacts.ts';
import { dateWords } from './date-words.ts';
import type { MailContent } from './mail-content.ts';

/** The manual, 3-5. English subject: the service's own, facts page "mail" §3.6. */
export function activation(variables: MailVariables['activation'], language: Language): MailContent {
  const { recipientName, link, expiresAt } = variables;
  const until = dateWords(expiresAt, language);
  if (language === 'en') {
    return {
      subject: 'Open Badge Account activating procedure',
      salutation: `Dear ${recipientName},`,
      opening: [
        'Thank you for registering with the Open Badge service. Your registration is not complete yet.',
        'Go to "Activate the account" below to complete it.',
      ],
      action: { label: 'Activate the account', link },
      sections: [
        {
          heading: 'What comes next',
          items: ['Log in to the LecoS app and receive your smart student ID there.', phoneNeeded('en')],
        },
        {
          heading: 'Until when',
          items: [
            `The link works until ${until}.`,
            'When that time is over, ask for another activation mail with the address and password that you registered.',
          ],
        },
        contacts('en'),
      ],
      closing: ['If you did not register, you need not do anything: the account stays unused.'],
    };
  }
  return {
    subject: 'オープンバッジサービス仮登録のお知らせ',
    salutation: `${recipientName} 様`,
    opening: [
      'オープンバッジサービスへの仮登録を受け付けました。登録はまだ完了していません。',
      '下の「アカウントを有効にする」へ進んで、登録を完了してください。',
    ],
    action: { label: 'アカウントを有効にする', link },
    sections: [
      {
        heading: 'この後の手続き',
        items: ['LecoSアプリでログインし、スマート学生証を受け取ってください。', phoneNeeded('ja')],
      },
      {
        heading: '有効化の期限',
        items: [
          `リンクの有効期限は ${until} です。`,
          '期限を過ぎた場合は、登録したメールアドレスとパスワードで、有効化メールの再送を依頼してください。',
        ],
      },
      contacts('ja'),
    ],
    closing: ['登録した覚えがない場合は、何もする必要はありません。アカウントは有効になりません。'],
  };
}

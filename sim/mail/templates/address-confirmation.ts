import type { Language } from '../../errors/index.ts';
import type { MailVariables } from '../mail-order.ts';
import { contacts } from './contacts.ts';
import { dateWords } from './date-words.ts';
import type { MailContent } from './mail-content.ts';

/** No source for the wording: assumption. */
export function addressConfirmation(variables: MailVariables['address-confirmation'], language: Language): MailContent {
  const { recipientName, link, expiresAt } = variables;
  const until = dateWords(expiresAt, language);
  if (language === 'en') {
    return {
      subject: 'Open Badge service: confirming your email address',
      salutation: `Dear ${recipientName},`,
      opening: [
        'You asked to add this email address to your account.',
        'Go to "Confirm the address" below to confirm that the address is yours.',
      ],
      action: { label: 'Confirm the address', link },
      sections: [
        {
          heading: 'Until when',
          items: [`The link works until ${until}.`, 'When that time is over, add the address again in the app.'],
        },
        contacts('en'),
      ],
      closing: ['If you did not ask for this, you need not do anything: the address is not added.'],
    };
  }
  return {
    subject: 'オープンバッジサービス メールアドレス確認のお願い',
    salutation: `${recipientName} 様`,
    opening: [
      'アカウントにこのメールアドレスを追加する依頼を受け付けました。',
      '下の「メールアドレスを確認する」へ進んで、ご本人のメールアドレスであることを確認してください。',
    ],
    action: { label: 'メールアドレスを確認する', link },
    sections: [
      {
        heading: '確認の期限',
        items: [
          `リンクの有効期限は ${until} です。`,
          '期限を過ぎた場合は、アプリからもう一度メールアドレスを追加してください。',
        ],
      },
      contacts('ja'),
    ],
    closing: ['依頼した覚えがない場合は、何もする必要はありません。メールアドレスは追加されません。'],
  };
}

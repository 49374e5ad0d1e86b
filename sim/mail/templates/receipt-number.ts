import type { Language } from '../../errors/index.ts';
import type { MailVariables } from '../mail-order.ts';
import { contacts } from './contacts.ts';
import { dateWords } from './date-words.ts';
import type { MailContent } from './mail-content.ts';

/** No source for the wording: assumption. */
export function receiptNumber(variables: MailVariables['receipt-number'], language: Language): MailContent {
  const { recipientName, issuerName, number, link, expiresAt } = variables;
  const until = dateWords(expiresAt, language);
  if (language === 'en') {
    return {
      subject: 'Open Badge service: your number for receiving the student ID',
      salutation: `Dear ${recipientName},`,
      opening: [
        `Your number for receiving the student ID of ${issuerName}: ${number}`,
        'Enter it in your wallet app. To begin again, go to "Back to receiving it" below.',
      ],
      action: { label: 'Back to receiving it', link },
      sections: [
        {
          heading: 'Until when',
          items: [
            `The number works until ${until}, once.`,
            'When that time is over, ask for another one on that page.',
          ],
        },
        contacts('en', issuerName),
      ],
      closing: [
        'If you did not ask for this, do not tell the number to anyone: who has it and the link of the mail before could receive your student ID.',
      ],
    };
  }
  return {
    subject: 'オープンバッジサービス 受け取り番号のお知らせ',
    salutation: `${recipientName} 様`,
    opening: [
      `${issuerName}の学生証の受け取り番号: ${number}`,
      'お使いのウォレットアプリに入力してください。はじめからやり直すときは、下の「受け取りの画面に戻る」へ進んでください。',
    ],
    action: { label: '受け取りの画面に戻る', link },
    sections: [
      {
        heading: '番号の期限',
        items: [
          `番号の有効期限は ${until} です。使えるのは一度だけです。`,
          '期限を過ぎた場合は、受け取りの画面からもう一度お手続きください。',
        ],
      },
      contacts('ja', issuerName),
    ],
    closing: [
      'お心当たりがない場合は、この番号をだれにも教えないでください。先に届いたメールのリンクと番号の両方を知る人は、あなたの学生証を受け取れます。',
    ],
  };
}

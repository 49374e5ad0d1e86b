import type { Language } from '../../errors/index.ts';
import type { MailVariables } from '../mail-order.ts';
import { contacts, phoneNeeded } from './contacts.ts';
import { dateWords } from './date-words.ts';
import type { MailContent } from './mail-content.ts';

export interface SubjectStyle {
  readonly hasSubjectBrackets: boolean;
}

/** The manual, 2-1: the mail that says that a smart student ID was issued. */
export function issueNotice(
  variables: MailVariables['issue-notice'],
  language: Language,
  style: SubjectStyle,
): MailContent {
  const { recipientName, issuerName, link, expiresAt } = variables;
  const until = dateWords(expiresAt, language);
  if (language === 'en') {
    return {
      subject: `Receiving your Open Badge from ${style.hasSubjectBrackets ? `[${issuerName}]` : issuerName}`,
      salutation: `Dear ${recipientName},`,
      opening: [
        `${issuerName} has issued you a smart student ID (an Open Badge).`,
        'Open this mail on your smartphone, go to "Receive the smart student ID" below, and follow the screens.',
      ],
      action: { label: 'Receive the smart student ID', link },
      sections: [
        {
          heading: 'Until when',
          items: [
            `The link works until ${until}, and for one registration.`,
            `When that time is over, ask ${issuerName} to issue it again.`,
          ],
        },
        { heading: 'What you need', items: [phoneNeeded('en'), 'The LecoS app, from the App Store or Google Play.'] },
        contacts('en', issuerName),
      ],
      closing: [`If this mail is not meant for you, please do not open the link, and tell ${issuerName}.`],
    };
  }
  return {
    subject: `${style.hasSubjectBrackets ? `【${issuerName}】` : issuerName}からオープンバッジ発行のお知らせ`,
    salutation: `${recipientName} 様`,
    opening: [
      `${issuerName}から、あなたのスマート学生証（オープンバッジ）が発行されました。`,
      'このメールをスマートフォンで開き、下の「スマート学生証を受け取る」へ進んで、画面の案内に沿って受け取りの手続きをしてください。',
    ],
    action: { label: 'スマート学生証を受け取る', link },
    sections: [
      {
        heading: '受け取りの期限',
        items: [
          `リンクの有効期限は ${until} です。登録に使えるのは一度だけです。`,
          `期限を過ぎた場合は、${issuerName}に再発行を依頼してください。`,
        ],
      },
      {
        heading: '必要なもの',
        items: [phoneNeeded('ja'), 'LecoSアプリ（App Store または Google Play からインストールしてください）'],
      },
      contacts('ja', issuerName),
    ],
    closing: [`このメールに心当たりがない場合は、リンクを開かずに${issuerName}へお知らせください。`],
  };
}

import type { Language } from '../../errors/index.ts';
import type { MailContent } from './mail-content.ts';

const footer = {
  ja: 'このメールは、オープンバッジサービスから自動で送信しています。',
  en: 'This mail was sent automatically by the Open Badge service.',
};

export function renderText(content: MailContent, language: Language): string {
  const bullet = language === 'ja' ? '・' : '- ';
  const [open, close] = language === 'ja' ? ['■ ', ''] : ['', ':'];
  const blocks = [
    content.salutation,
    content.opening.join('\n'),
    `${open}${content.action.label}${close}\n${content.action.link}`,
    ...content.sections.map(
      ({ heading, items }) => `${open}${heading}${close}\n${items.map((item) => bullet + item).join('\n')}`,
    ),
    content.closing.join('\n'),
    footer[language],
  ];
  return `${blocks.join('\n\n')}\n`;
}

export function footerText(language: Language): string {
  return footer[language];
}

import type { Language } from '../../errors/index.ts';
import type { MailContent } from './mail-content.ts';
import { footerText } from './render-text.ts';

const linkBelow = {
  ja: 'ボタンを押せない場合は、次のリンクを開いてください。',
  en: 'If the button does not work, open this link:',
};

const bodyStyle =
  "margin:0;padding:24px 16px;background:#fff;color:#1f1f1f;font:16px/1.7 'Hiragino Sans','Noto Sans JP',sans-serif";
const buttonStyle =
  'display:inline-block;padding:12px 24px;border-radius:6px;background:#0b57d0;color:#fff;font-weight:bold;text-decoration:none';

/** Plain enough for every mail app: no image, no script, nothing to load; read well by a screen reader. */
export function renderHtml(content: MailContent, language: Language): string {
  const { action } = content;
  const paragraphs = (texts: readonly string[]): string => texts.map((text) => `<p>${linked(text)}</p>\n`).join('');
  const sections = content.sections
    .map(
      ({ heading, items }) =>
        `<h2 style="font-size:16px;margin:24px 0 4px">${escaped(heading)}</h2>\n<ul style="margin:0;padding-left:20px">\n` +
        `${items.map((item) => `<li>${linked(item)}</li>\n`).join('')}</ul>\n`,
    )
    .join('');
  const link = escaped(action.link);
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(content.subject)}</title>
</head>
<body style="${bodyStyle}">
<main style="max-width:560px;margin:0 auto">
<p>${escaped(content.salutation)}</p>
${paragraphs(content.opening)}<p style="margin:24px 0"><a href="${link}" style="${buttonStyle}">${escaped(action.label)}</a></p>
<p>${linkBelow[language]}<br><a href="${link}" style="color:#0b57d0;word-break:break-all">${link}</a></p>
${sections}${paragraphs(content.closing)}<p style="color:#5f6368;font-size:14px">${footerText(language)}</p>
</main>
</body>
</html>
`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** Escaped, with a link where our own text names the support page. What a roster or a school wrote becomes no link. */
function linked(text: string): string {
  return escaped(text).replace(
    /https:\/\/support\.openbadge\.net\/[\w/.-]*/g,
    (url) => `<a href="${url}" style="color:#0b57d0">${url}</a>`,
  );
}

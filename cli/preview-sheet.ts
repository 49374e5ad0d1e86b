import type { Bilingual, Language } from '#sim/errors';

/** One device's pictures of one mail, by file name. */
export interface SheetPicture {
  readonly device: string;
  readonly row: string;
  readonly opened: string;
  /** CSS pixels: pictures of all devices are shown in one scale. */
  readonly width: number;
}

export interface SheetMail {
  readonly subject: string;
  readonly pictures: readonly SheetPicture[];
}

const words = {
  title: { ja: 'メールの見え方', en: 'How the mail looks' },
  row: { ja: '{device} の一覧での見え方', en: 'in a list on {device}' },
  opened: { ja: '{device} で開いたところ', en: 'opened on {device}' },
  noSubject: { ja: '（件名なし）', en: '(No subject)' },
  about: {
    ja: '画面の大きさと件名の切れ方は端末ごとの目安です。同じ端末でも、アプリと文字の大きさの設定で変わります。外部の画像は読み込んでいません。',
    en: 'Sizes and the length of subjects are what such devices usually have; apps and text sizes differ. Remote images are not loaded.',
  },
} as const satisfies Record<string, Bilingual>;

/** The page that holds the pictures side by side. It needs nothing but the files beside it. */
export function previewSheet(mails: readonly SheetMail[], look: string, language: Language): string {
  const sections = mails.map(({ subject, pictures }) => {
    const figures = pictures.map(({ device, row, opened, width }) => {
      const name = (text: Bilingual): string => escaped(text[language].replace('{device}', device));
      const size = Math.round(width * 0.8);
      return `<figure><figcaption>${escaped(device)}</figcaption>
<img class="row" src="${escaped(row)}" width="${size}" alt="${name(words.row)}">
<img src="${escaped(opened)}" width="${size}" alt="${name(words.opened)}"></figure>`;
    });
    return `<section><h2>${escaped(subject || words.noSubject[language])}</h2><div class="devices">\n${figures.join('\n')}\n</div></section>`;
  });
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>${words.title[language]}</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self' file:; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>
body{margin:24px;font:16px/1.6 system-ui,"Noto Sans JP","Noto Sans CJK JP",sans-serif;background:#e9e9ee;color:#1c1c1e}
h1{font-size:1.4rem;margin:0}h2{font-size:1.1rem;margin:32px 0 8px}p{margin:0;max-width:60em}
.devices{display:flex;flex-wrap:wrap;gap:24px;align-items:flex-start}
figure{margin:0;display:grid;gap:12px}figcaption{font-weight:600}
img{display:block;border-radius:10px;box-shadow:0 1px 6px #0003}
@media(prefers-color-scheme:dark){body{background:#2c2c2e;color:#f2f2f7}}
</style></head>
<body><main><h1>${words.title[language]}</h1><p>${escaped(look)}</p><p>${words.about[language]}</p>
${sections.join('\n')}
</main></body></html>
`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

import type { Language } from '../../errors/index.ts';
import { html, type PageContent } from '../operation/index.ts';

const words = {
  title: { ja: 'ほかのウォレットで学生証を受け取る', en: 'Receive the student ID with another wallet' },
  open: { ja: 'ウォレットで開く', en: 'Open it in the wallet' },
  ask: { ja: '番号をメールで受け取る', en: 'Mail me the number' },
  how: {
    ja: '受け取りには6桁の番号が必要です。番号は、学生証が発行されたメールアドレスに届きます。',
    en: 'You need a 6-digit number; it is mailed to the address that the student ID was issued to.',
  },
  told: {
    ja: '受け取りには、学校の窓口でお伝えした6桁の番号が必要です。',
    en: 'You need the 6-digit number that your school told you.',
  },
  sentTitle: { ja: '番号を送りました', en: 'The number is on its way' },
  sent: {
    ja: '届いた番号を、ウォレットのアプリに入力してください。届かないときは、迷惑メールフォルダもご確認ください。',
    en: 'Enter it in the wallet app. If it does not arrive, look in the junk folder too.',
  },
} as const;

/** An offer as a person sees it: a link into the wallet app, and the way to the number. */
export function offerPage({
  language,
  link,
  source,
  code,
}: {
  readonly language: Language;
  readonly link: string;
  readonly source: 'link' | 'counter';
  readonly code: string;
}): PageContent {
  const ask =
    source === 'counter'
      ? []
      : [
          html`<form method="post" action="/openid4vci/offers/${encodeURIComponent(code)}/number">
<button class="second">${words.ask[language]}</button>
</form>`,
        ];
  return {
    language,
    title: words.title[language],
    main: html`<h1>${words.title[language]}</h1>
<p>${source === 'counter' ? words.told[language] : words.how[language]}</p>
<p><a class="button" href="${link}">${words.open[language]}</a></p>
${ask}`,
  };
}

export function numberSentPage({
  language,
  link,
}: {
  readonly language: Language;
  readonly link: string;
}): PageContent {
  return {
    language,
    title: words.sentTitle[language],
    main: html`<h1>${words.sentTitle[language]}</h1>
<p>${words.sent[language]}</p>
<p><a class="button" href="${link}">${words.open[language]}</a></p>`,
  };
}

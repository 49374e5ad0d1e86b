import type { Bilingual, Language } from '../../errors/index.ts';
import {
  type BadgeCheck,
  type BadgeVerification,
  displayedRows,
  hasFailed,
  isUnknown,
  trustSentence,
  verdictSentences,
} from '../../verify/open-badge/index.ts';
import { html, type Markup, page } from '../operation/index.ts';

const words = {
  title: { ja: 'バッジを検証する', en: 'Verify a badge' },
  intro: {
    ja: 'オープンバッジのファイル（PNG・SVG・JSON・JWT）を選ぶか、中身を貼り付けてください。発行元の署名、有効期間、失効の有無を調べます。',
    en: 'Choose the file of an Open Badge (PNG, SVG, JSON or JWT) or paste what is in it. The issuer’s signature, the period of validity and the status are checked.',
  },
  warning: {
    ja: 'これはシミュレーションです。結果は、実在の学生や学校の証明にはなりません。',
    en: 'This is a simulation: its result proves nothing about real students or schools.',
  },
  file: { ja: 'ファイル', en: 'File' },
  paste: { ja: 'または貼り付け（JSON か JWT）', en: 'Or paste it (JSON or JWT)' },
  verify: { ja: '検証する', en: 'Verify' },
  again: { ja: '別のバッジを検証する', en: 'Verify another badge' },
  result: { ja: '検証の結果', en: 'Result' },
  checks: { ja: '調べた項目', en: 'What was checked' },
  endorsement: { ja: '推薦', en: 'Endorsement' },
  kept: { ja: '送られたバッジは保存しません。', en: 'What you send is not kept.' },
} as const satisfies Record<string, Bilingual>;

/** Where a person brings a badge; it works without scripts. */
export function formPage(language: Language): string {
  const say = (name: keyof typeof words): string => words[name][language];
  return page({
    language,
    title: say('title'),
    main: html`<h1>${say('title')}</h1>
<p>${say('intro')}</p>
<p><strong>${say('warning')}</strong></p>
<form method="post" action="/verifications" enctype="multipart/form-data">
<label for="file">${say('file')}</label>
<input id="file" name="file" type="file" accept=".png,.svg,.json,.jsonld,.jwt,.jws,.txt">
<label for="badge">${say('paste')}</label>
<textarea id="badge" name="badge" rows="8" spellcheck="false" autocomplete="off"></textarea>
<button type="submit">${say('verify')}</button>
</form>
<p>${say('kept')}</p>`,
  });
}

/** What the badge says and what follows from it, then every check. `picture` is a PNG that is safe to be shown. */
export function verificationPage(
  { verdict, summary, checks, container, endorsements }: Omit<BadgeVerification, 'credential'>,
  language: Language,
  picture?: Uint8Array,
): string {
  const say = (name: keyof typeof words): string => words[name][language];
  return page({
    language,
    title: say('result'),
    main: html`<h1>${say('result')}</h1>
${picture === undefined ? html`` : pictureOf(picture, summary?.achievement)}
${summary === undefined ? html`` : rowList(displayedRows({ summary, checks, ...(container && { container }) }, language))}
<p role="status"><strong>${verdictSentences[verdict][language]}</strong></p>
${verdict === 'accepted' ? html`<p>${trustSentence[language]}</p>` : html``}
<h2>${say('checks')}</h2>
${checkList(checks, language)}
${endorsements.map(
  ({ pointer, issuer, checks: inner }) => html`<h2>${say('endorsement')} ${issuer.name ?? issuer.id ?? pointer}</h2>
${checkList(inner, language)}`,
)}
<p>${say('warning')}</p>
<p><a class="button second" href="/">${say('again')}</a></p>`,
  });
}

/** In the page itself, so that nothing is kept and nothing else is asked for it. */
function pictureOf(png: Uint8Array, achievement = ''): Markup {
  return html`<img src="data:image/png;base64,${Buffer.from(png).toString('base64')}" alt="${achievement}" width="160">`;
}

function rowList(rows: readonly (readonly [string, string])[]): Markup {
  return html`<dl>${rows.map(([label, text]) => html`<dt>${label}</dt><dd>${text}</dd>`)}</dl>`;
}

function checkList(checks: readonly BadgeCheck[], language: Language): Markup {
  return html`<ul>${checks.map(
    (check) => html`<li>${signOf(check)} <code>${check.id}</code> ${check.sentence[language]}</li>`,
  )}</ul>`;
}

function signOf(check: BadgeCheck): string {
  if (hasFailed(check)) return '✗';
  if (isUnknown(check)) return '?';
  return 'valid' in check ? '✓' : '–';
}

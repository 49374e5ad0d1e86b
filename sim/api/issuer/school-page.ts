import type { Bilingual, Language } from '../../errors/index.ts';
import { achievementName, type School } from '../../issuer/index.ts';
import type { JwkSet } from '../../proof/index.ts';
import { html, type Markup, type PageContent } from '../operation/index.ts';

const texts = {
  lead: {
    ja: 'この学校は、シミュレーションの中だけにあります。スマート学生証（オープンバッジ）を発行します。',
    en: 'This school exists only in a simulation. It issues smart student IDs (Open Badges).',
  },
  website: { ja: 'ウェブサイト', en: 'Web site' },
  contact: { ja: '問い合わせ先', en: 'Contact' },
  mechanism: { ja: '署名の方式', en: 'How it signs' },
  issues: { ja: '発行している証明', en: 'What it issues' },
  faculty: { ja: '{name}（{faculty}）', en: '{name} ({faculty})' },
  keys: { ja: '署名を確かめるための公開鍵', en: 'Public keys that its signatures are verified with' },
  keysLead: {
    ja: '新しい順です。最後の鍵は、失効・停止の一覧の署名に使います。',
    en: 'The newest first; the last one signs the status lists.',
  },
  programs: { ja: 'プログラム向けのデータ', en: 'For programs' },
} as const satisfies Record<string, Bilingual>;

/** What anyone may know of a school. */
export function schoolPage(
  language: Language,
  {
    school,
    keys,
    faculties,
  }: { readonly school: School; readonly keys: JwkSet['keys']; readonly faculties: readonly string[] },
): PageContent {
  const { id, name, url, email, mechanism } = school;
  const say = (text: Bilingual): string => text[language];
  const other = language === 'ja' ? name.en : name.ja;
  const achievement = `${id}/achievements/student-id`;
  const facts: Markup[] = [
    ...(url === undefined
      ? []
      : [html`<dt>${say(texts.website)}</dt><dd><a href="${url}" rel="nofollow">${url}</a></dd>`]),
    ...(email === undefined ? [] : [html`<dt>${say(texts.contact)}</dt><dd>${email}</dd>`]),
    html`<dt>${say(texts.mechanism)}</dt><dd>${mechanism}</dd>`,
  ];
  const facultyItem = (faculty: string): Markup =>
    html`<li><a href="${achievement}?faculty=${encodeURIComponent(faculty)}">${say(texts.faculty)
      .replace('{name}', () => say(achievementName))
      .replace('{faculty}', () => faculty)}</a></li>`;
  const keyItem = ({ kid, alg }: JwkSet['keys'][number]): Markup =>
    html`<li>${alg} <a href="${id}/keys/${kid}"><code>${kid}</code></a></li>`;
  return {
    language,
    title: say(name),
    description: say(texts.lead),
    url: id,
    main: html`<p class="about" lang="${language === 'ja' ? 'en' : 'ja'}">${other}</p>
<h1>${say(name)}</h1>
<p>${say(texts.lead)}</p>
<dl>${facts}</dl>
<h2>${say(texts.issues)}</h2>
<ul><li><a href="${achievement}">${say(achievementName)}</a></li>${faculties.map(facultyItem)}</ul>
<h2>${say(texts.keys)}</h2>
<p>${say(texts.keysLead)}</p>
<ul>${keys.map(keyItem)}</ul>
<h2>${say(texts.programs)}</h2>
<ul><li><a href="${id}/jwks">JWK Set</a></li><li><a href="${id}/did.json">did:web</a></li></ul>`,
  };
}

import type { Bilingual, Language } from '../../errors/index.ts';
import { achievementName, type School, type SchoolAchievement } from '../../issuer/index.ts';
import { html, type PageContent } from '../operation/index.ts';

const texts = {
  description: {
    ja: '{school}に在籍する学生であることを証明する、オープンバッジです（シミュレーション）。',
    en: 'An Open Badge that attests being a student of {school} (simulation).',
  },
  issuer: { ja: '発行元', en: 'Issued by' },
  criteria: { ja: '授与の条件', en: 'Who is given it' },
  narrative: { ja: '学校の名簿に載っていること。', en: 'Who is on the roster of the school.' },
  type: { ja: '種類', en: 'Kind' },
  membership: { ja: '在籍（Membership）', en: 'Membership' },
  faculty: { ja: '学部', en: 'Faculty' },
  holder: {
    ja: 'このページは、証明の種類の説明です。だれが学生証を持っているか、いま有効かは、ここではわかりません。',
    en: 'This page describes the kind of badge. It does not tell who holds one, nor whether one is valid.',
  },
} as const satisfies Record<string, Bilingual>;

/** What a student ID of the school attests: where every credential's achievement leads a person. */
export function achievementPage(
  language: Language,
  { achievement, school }: { readonly achievement: SchoolAchievement; readonly school: School },
): PageContent {
  const say = (text: Bilingual): string => text[language];
  const description = say(texts.description).replace('{school}', () => say(school.name));
  const { fieldOfStudy } = achievement;
  return {
    language,
    title: `${say(achievementName)} – ${say(school.name)}`,
    description,
    url: achievement.id,
    main: html`<p class="about">${say(school.name)}</p>
<h1>${say(achievementName)}</h1>
<p>${description}</p>
<dl>
<dt>${say(texts.issuer)}</dt><dd><a href="${school.id}">${say(school.name)}</a></dd>
${fieldOfStudy === undefined ? [] : html`<dt>${say(texts.faculty)}</dt><dd>${fieldOfStudy}</dd>`}
<dt>${say(texts.criteria)}</dt><dd>${say(texts.narrative)}</dd>
<dt>${say(texts.type)}</dt><dd>${say(texts.membership)}</dd>
</dl>
<p class="next">${say(texts.holder)}</p>`,
  };
}

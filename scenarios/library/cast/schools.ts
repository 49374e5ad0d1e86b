import type { Bilingual } from '#sim/errors';

export interface School {
  readonly name: Bilingual;
  /** The school's own mail domain. */
  readonly domain: string;
}

/** The schools of the library; all invented. The key is the slug. */
export const schools = {
  'mihon-university': {
    name: { ja: '見本大学', en: 'Mihon University' },
    domain: 'mihon-u.ac.jp',
  },
  'kasumi-college': {
    name: { ja: 'かすみ短期大学', en: 'Kasumi Junior College' },
    domain: 'kasumi-jc.ac.jp',
  },
  // So long that a phone's list of mails cuts the subject before it says what the mail is about.
  'nagai-university': {
    name: {
      ja: '学校法人見本学園見本国際総合科学技術大学大学院先端情報学研究科附属高等専門学校',
      en: 'National College of Technology attached to the Graduate School of Advanced Informatics, Mihon International University',
    },
    domain: 'mihon-kokusai-sogo.ac.jp',
  },
} as const satisfies Record<string, School>;

import type { Family } from './family.ts';

const verdicts = {
  accepted: { ja: '提示を受け入れました', en: 'The verifier accepted the presentation' },
  refused: { ja: '提示を受け入れませんでした', en: 'The verifier refused the presentation' },
  unconfirmed: {
    ja: '提示を受け取りましたが、確認できない項目がありました',
    en: 'The verifier took the presentation and could not check all of it',
  },
  declined: { ja: '提示は断られました', en: 'The wallet declined to present' },
} as const;

export const presentationSentences: Family<'presentation'> = {
  'presentation.requested': ({ request }) => ({
    ja: `提示先が学生証の提示を求めました（${request}）。`,
    en: `The verifier asked for a presentation (${request}).`,
  }),
  'presentation.answered': ({ request, verdict }) => ({
    ja: `${verdicts[verdict].ja}（${request}）。`,
    en: `${verdicts[verdict].en} (${request}).`,
  }),
};

import type { ErrorEntry } from '../error-entry.ts';

export const runnerErrors = {
  'name-not-kept': {
    status: 422,
    title: { ja: '名前がまだありません', en: 'Nothing is kept under that name' },
    detail: {
      ja: '「{name}」という名前は、まだどの手順も残していません。',
      en: 'No step before this one kept anything as "{name}".',
    },
    nextStep: {
      ja: '先の手順に `keep:` または `as:` を書くか、名前のつづりを確かめてください。',
      en: 'Write `keep:` or `as:` in an earlier step, or check the spelling.',
    },
    audience: 'operator',
    retry: 'never',
  },
  'cast-ambiguous': {
    status: 422,
    title: { ja: 'だれのことか決まりません', en: 'It is not clear who is meant' },
    detail: {
      ja: '登場する{roleJa}が1つに決まりません（{names}）。',
      en: 'There is not exactly one {roleEn} in the cast: {names}.',
    },
    nextStep: { ja: '手順に `who:` を書いてください。', en: 'Write `who:` in the step.' },
    audience: 'operator',
    retry: 'never',
  },
  'cast-unknown-member': {
    status: 422,
    title: { ja: '登場していません', en: 'Nobody by that name plays' },
    detail: {
      ja: '{roleJa}「{name}」は登場しません（登場するのは {names}）。',
      en: 'There is no {roleEn} "{name}" in the cast; there is {names}.',
    },
    nextStep: {
      ja: '`cast:` に加えるか、名前のつづりを確かめてください。',
      en: 'Add it to `cast:`, or check the spelling.',
    },
    audience: 'operator',
    retry: 'never',
  },
} as const satisfies Record<string, ErrorEntry>;

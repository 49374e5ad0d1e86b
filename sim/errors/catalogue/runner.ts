import type { ErrorEntry } from '../error-entry.ts';

export const runnerErrors = {
  'name-not-kept': {
    status: 422,
    title: { ja: '名前がまだありません', en: 'Nothing is kept under that name' },
    detail: {
      ja: '「{name}」という名前は、まだどのステップも残していません。',
      en: 'No step before this one kept anything as "{name}".',
    },
    nextStep: {
      ja: '先のステップに `keep:` または `as:` を書くか、名前のつづりを確かめてください。',
      en: 'Write `keep:` or `as:` in an earlier step, or check the spelling.',
    },
    audience: 'operator',
    retry: 'never',
  },
  'cast-ambiguous': {
    status: 422,
    title: { ja: 'だれのことか決まりません', en: 'It is not clear who is meant' },
    detail: {
      ja: '登場する {role} がひとりに決まりません（{names}）。',
      en: 'There is not exactly one {role} in the cast: {names}.',
    },
    nextStep: { ja: 'ステップに `who:` を書いてください。', en: 'Write `who:` in the step.' },
    audience: 'operator',
    retry: 'never',
  },
  'cast-unknown-member': {
    status: 422,
    title: { ja: '登場していません', en: 'Nobody by that name plays' },
    detail: {
      ja: '{role} に「{name}」は登場しません（いるのは {names}）。',
      en: 'There is no {role} "{name}" in the cast; there is {names}.',
    },
    nextStep: {
      ja: '`cast:` に加えるか、名前のつづりを確かめてください。',
      en: 'Add it to `cast:`, or check the spelling.',
    },
    audience: 'operator',
    retry: 'never',
  },
} as const satisfies Record<string, ErrorEntry>;

import type { ErrorEntry } from '../error-entry.ts';

/** What the Open Badges API of the wallet refuses. */
export const hostErrors = {
  'badge-refused': {
    status: 400,
    title: { ja: 'このバッジは受け取れません', en: 'The badge was not taken' },
    detail: {
      ja: '検証に合格しませんでした（{checks}）。',
      en: 'It does not verify: {checks}.',
    },
    nextStep: {
      ja: '発行元から受け取ったままの、有効なバッジを送ってください。理由は todoku verify で確かめられます。',
      en: 'Send a valid badge exactly as its issuer made it; todoku verify tells what is wrong with it.',
    },
    audience: 'operator',
    retry: 'never',
  },
  'badges-full': {
    status: 403,
    title: { ja: 'これ以上バッジを受け取れません', en: 'No more badges can be kept' },
    detail: {
      ja: '1つのアカウントに送れるバッジは{max}個までです。',
      en: 'An account keeps at most {max} badges that were sent to it.',
    },
    nextStep: { ja: '運営者に問い合わせてください。', en: 'Ask the operator.' },
    audience: 'operator',
    retry: 'never',
  },
} as const satisfies Record<string, ErrorEntry>;

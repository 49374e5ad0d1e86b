import type { ErrorEntry } from '../error-entry.ts';

/** What can go wrong on the way from the name of a key to the key. */
export const keyErrors = {
  'key-unresolved': {
    status: 422,
    title: { ja: '署名の検証に使う公開鍵を取得できません', en: 'The public key cannot be found' },
    detail: {
      ja: '鍵 {method} を取得できませんでした（{reason}）。',
      en: 'The key {method} could not be found ({reason}).',
    },
    nextStep: {
      ja: '理由が key-resolution-offline のときは、発行元への接続を許可してもう一度検証してください。それ以外のときは、発行元にお問い合わせください。',
      en: 'If the reason is key-resolution-offline, allow the connection to the issuer and verify again; otherwise ask the issuer.',
    },
    audience: 'support',
    retry: 'later',
  },
} as const satisfies Record<string, ErrorEntry>;

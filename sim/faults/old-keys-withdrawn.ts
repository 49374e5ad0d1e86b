import { Type } from 'typebox';
import type { Fault } from './fault.ts';

/** The issuer publishes only its newest signing key: what older ones signed cannot be checked any more. */
export const oldKeysWithdrawn: Fault = {
  id: 'old-keys-withdrawn',
  healed: { ja: '古い署名鍵がふたたび公開される', en: 'The older signing keys are published again' },
  description: {
    ja: '発行サービスが、古い署名鍵の公開をやめます。',
    en: 'The issuer stops publishing its older signing keys.',
  },
  value: Type.Object({ service: Type.String({ enum: ['issuer'] }) }, { additionalProperties: false }),
  sentence: () => ({
    ja: '誤って、古い署名鍵の公開をやめてしまう',
    en: 'By mistake the older signing keys are no longer published',
  }),
};

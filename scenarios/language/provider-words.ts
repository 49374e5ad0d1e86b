import type { Bilingual } from '#sim/errors';
import type { Provider } from '../library/cast/index.ts';

/** What people call each mail provider of the cast. */
export const providerWords: Readonly<Record<Provider, Bilingual>> = {
  gmail: { ja: 'Gmail', en: 'Gmail' },
  docomo: { ja: 'ドコモ', en: 'docomo' },
  'yahoo-jp': { ja: 'Yahoo!メール', en: 'Yahoo! Mail (Japan)' },
  icloud: { ja: 'iCloudメール', en: 'iCloud Mail' },
  m365: { ja: '大学のメール', en: 'university mail' },
  au: { ja: 'au', en: 'au' },
  softbank: { ja: 'ソフトバンク', en: 'SoftBank' },
  ymobile: { ja: 'ワイモバイル', en: 'Y!mobile' },
  'school-gateway': { ja: '学校のメール（ゲートウェイ）', en: 'school mail (gateway)' },
  plain: { ja: 'フィルターのないメール', en: 'mail without filters' },
};

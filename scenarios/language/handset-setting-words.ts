import type { Bilingual } from '#sim/errors';
import type { Json } from '#sim/kernel';
import { perCell } from './per-cell.ts';

type Say = (value: string) => Bilingual;

/** What is told of the state of a device; `$name` is told by the name of the setting. */
const settings: Readonly<Record<string, { readonly name: Bilingual; readonly say: Say }>> = {
  country: {
    name: { ja: 'ストアの国', en: 'country of the store account' },
    say: (value) => ({ ja: `ストアの国 ${value}`, en: `store account of ${value}` }),
  },
  freeMb: {
    name: { ja: '空き容量', en: 'free storage' },
    say: (value) => ({ ja: `空き容量 ${value} MB`, en: `${value} MB free` }),
  },
  approval: {
    name: { ja: '保護者の承認', en: 'approval of a guardian' },
    say: (value) =>
      value === 'needed'
        ? { ja: 'アプリの入手に保護者の承認が必要', en: 'a guardian has to approve apps' }
        : { ja: '保護者の承認はいらない', en: 'no guardian has to approve' },
  },
  management: {
    name: { ja: '管理・改造', en: 'management' },
    say: (value) =>
      value === 'managed'
        ? { ja: '組織が管理', en: 'managed by an organisation' }
        : value === 'rooted'
          ? { ja: '改造（root化）', en: 'rooted' }
          : { ja: '組織の管理なし', en: 'not managed' },
  },
  hasBought: {
    name: { ja: 'アプリの入手歴', en: 'app had before' },
    say: (value) =>
      value === 'true'
        ? { ja: '以前にアプリを入手した', en: 'the app was got before' }
        : { ja: 'アプリは初めて', en: 'the app is new to the account' },
  },
  appVersion: {
    name: { ja: 'LecoSアプリの版', en: 'version of the LecoS app' },
    say: (value) => ({ ja: `LecoSアプリ ${value}`, en: `LecoS app ${value}` }),
  },
  oldBadge: {
    name: { ja: 'オープンバッジ2.0', en: 'Open Badge 2.0' },
    say: (value) => ({ ja: `オープンバッジ2.0「${value}」あり`, en: `with the Open Badge 2.0 "${value}"` }),
  },
};

/** `空き容量 50 MB`, a text for each setting. */
export function handsetSettingWords(given: { readonly [name: string]: Json | undefined }): Bilingual[] {
  return Object.entries(given).flatMap(([key, value]) => {
    const known = settings[key];
    if (known === undefined || value === undefined) return [];
    const cell = perCell(value);
    if (cell === undefined) return [known.say(String(value))];
    return [{ ja: `${known.name.ja}（${cell.ja}）`, en: `${known.name.en} (${cell.en})` }];
  });
}

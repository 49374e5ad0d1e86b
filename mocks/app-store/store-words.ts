import type { Bilingual } from '#sim/errors';

/** Every word of the stores' pages that is not said by an offer. */
export const words = {
  appStore: { ja: 'App Store', en: 'App Store' },
  googlePlay: { ja: 'Google Play', en: 'Google Play' },
  search: { ja: 'アプリを検索', en: 'Search apps' },
  searchGo: { ja: '検索', en: 'Search' },
  today: { ja: 'Today', en: 'Today' },
  forYou: { ja: 'おすすめ', en: 'For you' },
  campus: { ja: 'キャンパスライフに', en: 'For your campus life' },
  found: { ja: '「{text}」の検索結果', en: 'Results for "{text}"' },
  nothing: { ja: '「{text}」は見つかりませんでした。', en: 'No results for "{text}".' },
  get: { ja: '入手', en: 'Get' },
  install: { ja: 'インストール', en: 'Install' },
  reinstall: { ja: '再インストール', en: 'Install again' },
  again: { ja: 'もう一度試す', en: 'Try again' },
  open: { ja: '開く', en: 'Open' },
  update: { ja: 'アップデート', en: 'Update' },
  back: { ja: 'ストアのトップへ', en: 'To the store' },
  free: { ja: '無料', en: 'Free' },
  minimum: { ja: '必要なOS', en: 'Requires' },
  orLater: { ja: '{system}以降', en: '{system} or later' },
  devices: { ja: '対応端末', en: 'Works on' },
  phonesOnly: { ja: 'スマートフォンのみ', en: 'Smartphones only' },
  phonesAndTablets: { ja: 'スマートフォン・タブレット', en: 'Smartphones and tablets' },
  version: { ja: 'バージョン', en: 'Version' },
  size: { ja: 'サイズ', en: 'Size' },
  age: { ja: '対象年齢', en: 'Age' },
  publisher: { ja: '提供元', en: 'Developer' },
  about: { ja: 'このアプリについて', en: 'About this app' },
  pictures: { ja: 'スクリーンショット', en: 'Screenshots' },
  facts: { ja: '情報', en: 'Information' },
  simulation: {
    ja: 'SIMULATION：todokuの模擬ストアです。実際のストアではありません。',
    en: 'SIMULATION: a stand-in store of todoku, not a real one.',
  },
  updated: { ja: 'アプリを最新のバージョンに更新しました。', en: 'The app has been updated to its newest version.' },
  isNewest: {
    ja: 'この端末で使える最新のバージョンです。',
    en: 'This is the newest version that this phone can have.',
  },
} as const satisfies Record<string, Bilingual>;

/** What the publishers write of their apps. */
export interface AppWords {
  readonly subtitle: Bilingual;
  readonly publisher: Bilingual;
  readonly about: Bilingual;
  /** One a screenshot. */
  readonly pictures: readonly Bilingual[];
}

export const appWords: Readonly<Record<string, AppWords>> = {
  wallet: {
    subtitle: { ja: 'デジタル学生証・オープンバッジ', en: 'Digital student ID and open badges' },
    publisher: { ja: 'LecoS（見本）', en: 'LecoS (specimen)' },
    about: {
      ja: '学校から発行された学生証（オープンバッジ3.0）を受け取り、スマートフォンで提示するアプリです。電波の届かないところでも表示できます。',
      en: 'Receive the student ID that your school has issued (Open Badges 3.0) and show it on your phone, also where there is no network.',
    },
    pictures: [
      { ja: '学生証をスマホに', en: 'Your student ID on your phone' },
      { ja: 'メールから受け取る', en: 'Received from a mail' },
      { ja: 'QRで入館', en: 'Through the gate by QR' },
    ],
  },
  'old-wallet': {
    subtitle: { ja: 'デジタルバッジを管理', en: 'Keep your digital badges' },
    publisher: { ja: 'バッジ工房（見本）', en: 'Badge Works (specimen)' },
    about: {
      ja: 'オープンバッジ2.0のバッジを表示するアプリです。スマート学生証（オープンバッジ3.0）には対応していません。',
      en: 'Shows badges of Open Badges 2.0. Smart student IDs (Open Badges 3.0) are not supported.',
    },
    pictures: [
      { ja: 'バッジを一覧で', en: 'All your badges' },
      { ja: '友だちに共有', en: 'Shared with friends' },
    ],
  },
};

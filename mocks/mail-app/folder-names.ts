import type { Bilingual } from '#sim/errors';
import type { Folder } from '../mailbox/index.ts';

/** The order of a folder list. */
export const folders: readonly Folder[] = ['inbox', 'junk', 'archive', 'trash'];

const usual: { readonly [folder in Folder]: Bilingual } = {
  inbox: { ja: '受信トレイ', en: 'Inbox' },
  junk: { ja: '迷惑メール', en: 'Junk' },
  archive: { ja: 'アーカイブ', en: 'Archive' },
  trash: { ja: 'ゴミ箱', en: 'Trash' },
};

/** What a provider's app calls a folder where its help pages say so; elsewhere the usual words. */
const own: { readonly [provider: string]: { readonly [folder in Folder]?: Bilingual } } = {
  // https://support.google.com/mail/answer/7401
  gmail: { junk: { ja: '迷惑メール', en: 'Spam' } },
  // https://www.nttdocomo.co.jp/service/omakase_block/setting/
  docomo: { junk: { ja: '迷惑メールフォルダ', en: 'Spam folder' } },
  // https://dekiru.net/article/20585/
  m365: {
    junk: { ja: '迷惑メール', en: 'Junk Email' },
    trash: { ja: '削除済みアイテム', en: 'Deleted Items' },
  },
};

export function folderName(provider: string, folder: Folder): Bilingual {
  return own[provider]?.[folder] ?? usual[folder];
}

/** A tab of an inbox, and the mark that puts a mail there; the first one takes the rest. */
export interface Tab {
  readonly tab: string;
  readonly mark?: string;
  readonly name: Bilingual;
}

const tabsOf: { readonly [provider: string]: readonly Tab[] } = {
  // https://junzou-marketing.com/gmail-tab-customize
  gmail: [
    { tab: 'primary', name: { ja: 'メイン', en: 'Primary' } },
    { tab: 'promotions', mark: 'tab-promotions', name: { ja: 'プロモーション', en: 'Promotions' } },
    { tab: 'updates', mark: 'tab-updates', name: { ja: '新着', en: 'Updates' } },
  ],
  // https://aprico-media.com/posts/8421
  m365: [
    { tab: 'focused', name: { ja: '優先', en: 'Focused' } },
    { tab: 'other', mark: 'focused-other', name: { ja: 'その他', en: 'Other' } },
  ],
};

export function tabs(provider: string): readonly Tab[] {
  return tabsOf[provider] ?? [];
}

/** The tab that marks put a mail of the inbox into; empty where the app has none. */
export function tabOf(provider: string, marks: readonly string[]): string {
  const all = tabs(provider);
  return (all.find(({ mark }) => mark !== undefined && marks.includes(mark)) ?? all[0])?.tab ?? '';
}

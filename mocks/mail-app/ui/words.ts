import type { TextView } from '../view.ts';

export type Language = 'ja' | 'en';

/** Every word of the app that is not a provider's own. */
export const words = {
  accounts: { ja: 'アカウント', en: 'Accounts' },
  noAccounts: {
    ja: 'メールボックスがまだありません。シナリオを始めるか、メールを届けると、ここに表示されます。',
    en: 'There is no mailbox yet. It shows here once a scenario starts or a mail arrives.',
  },
  folders: { ja: 'フォルダー', en: 'Folders' },
  back: { ja: '戻る', en: 'Back' },
  search: { ja: 'メールを検索', en: 'Search mail' },
  searchResult: { ja: '検索結果', en: 'Search results' },
  searchClear: { ja: '検索をやめる', en: 'Stop searching' },
  notFound: { ja: '見つかりませんでした。', en: 'Nothing was found.' },
  notSearched: { ja: '検索されないフォルダー', en: 'Folders that are not searched' },
  empty: { ja: 'メールはありません。', en: 'No mail here.' },
  unread: { ja: '未読', en: 'Unread' },
  unreadElsewhere: { ja: '未読あり', en: 'has unread mail' },
  more: { ja: 'さらに表示', en: 'Show more' },
  noSubject: { ja: '（件名なし）', en: '(No subject)' },
  noSender: { ja: '（差出人不明）', en: '(Unknown sender)' },
  noText: { ja: '（本文なし）', en: '(No text)' },
  cut: { ja: '長いメールのため、途中までを表示しています。', en: 'The mail is long: its beginning is shown.' },
  keptDays: { ja: '{days}日たつと自動的に削除されます。', en: 'Removed by itself after {days} days.' },
  emptyTrash: { ja: '空にする', en: 'Empty' },
  emptyTrashAsk: {
    ja: '{folder}にあるメール{count}件を完全に削除しますか。元に戻せません。',
    en: 'Delete the mails in {folder} ({count}) for good? This cannot be undone.',
  },
  choose: { ja: 'メールを選ぶと、ここに表示されます。', en: 'Choose a mail to read it here.' },
  from: { ja: '差出人', en: 'From' },
  to: { ja: '宛先', en: 'To' },
  date: { ja: '日時', en: 'Date' },
  details: { ja: '差出人と宛先', en: 'From and to' },
  delete: { ja: '削除', en: 'Delete' },
  deleteForGood: { ja: '完全に削除', en: 'Delete for good' },
  deleteAsk: {
    ja: 'このメールを完全に削除しますか。元に戻せません。',
    en: 'Delete this mail for good? This cannot be undone.',
  },
  restore: { ja: '元に戻す', en: 'Restore' },
  archive: { ja: 'アーカイブ', en: 'Archive' },
  move: { ja: '移動', en: 'Move' },
  moveTo: { ja: '移動先', en: 'Move to' },
  notJunk: { ja: '迷惑メールではない', en: 'Not junk' },
  allow: { ja: 'この差出人を許可（{list}）', en: 'Allow this sender ({list})' },
  allowed: {
    ja: '{address} を「{list}」に登録しました。これから届くメールに効きます。届かなかったメールは戻りません。',
    en: '{address} is now on "{list}". It works for mail to come; what did not arrive does not come back.',
  },
  restored: { ja: '元のフォルダーに戻しました。', en: 'Moved back to where it was.' },
  moved: { ja: '「{folder}」に移動しました。', en: 'Moved to {folder}.' },
  deleted: { ja: '完全に削除しました。', en: 'Deleted for good.' },
  emptied: { ja: '「{folder}」を空にしました。', en: '{folder} is empty now.' },
  warning: {
    ja: '送信元を確認できないメールです。本物か確かめてください。',
    en: 'Where this mail comes from could not be confirmed. Make sure that it is genuine.',
  },
  verified: { ja: '送信元を確認済み', en: 'Sender confirmed' },
  remote: {
    ja: '外部の画像など{count}件は読み込んでいません。',
    en: 'Not loaded from other sites: {count} (images and the like).',
  },
  active: {
    ja: '動作する部品{count}個を取り除きました。',
    en: 'Taken out because they would act: {count} (scripts, forms and the like).',
  },
  body: { ja: 'メールの本文', en: 'Text of the mail' },
  attachments: { ja: '添付ファイル', en: 'Attachments' },
  unnamed: { ja: '（名前なし）', en: '(unnamed)' },
  links: { ja: 'リンク', en: 'Links' },
  linksCount: { ja: 'リンク {count}件', en: 'Links: {count}' },
  linkAsk: { ja: 'このリンクを開きますか。', en: 'Open this link?' },
  linkHost: { ja: '開く先', en: 'It leads to' },
  open: { ja: '開く', en: 'Open' },
  cancel: { ja: 'キャンセル', en: 'Cancel' },
  close: { ja: '閉じる', en: 'Close' },
  reload: { ja: '更新', en: 'Refresh' },
  look: { ja: '表示の設定', en: 'How mail is shown' },
  subjectLength: { ja: '一覧の件名の長さ（全角文字）', en: 'Subject in a list (full-width letters)' },
  asText: { ja: 'テキストで表示', en: 'Show as plain text' },
  withImages: { ja: 'メールに付いた画像を表示', en: 'Show images that a mail carries' },
  language: { ja: '言語', en: 'Language' },
  quarantine: { ja: '検疫', en: 'Quarantine' },
  quarantineOpen: { ja: '検疫されたメールを確認', en: 'Review held mail' },
  quarantineAbout: {
    ja: '届く前に止められたメールです。{days}日たつと削除されます。',
    en: 'Mail that was held before it arrived. It is removed after {days} days.',
  },
  quarantineEmpty: { ja: '検疫されたメールはありません。', en: 'No mail is held.' },
  release: { ja: '解放する', en: 'Release' },
  released: { ja: '解放しました。受信トレイに届きます。', en: 'Released. It is in the inbox now.' },
  adminOnly: {
    ja: '危険性が高いと判定されたため、解放できるのは管理者だけです。学校の情報システムの窓口に依頼してください。',
    en: 'It was taken for dangerous: only an administrator can release it. Ask the IT desk of the school.',
  },
  toMail: { ja: 'メールに戻る', en: 'Back to mail' },
  offline: {
    ja: 'todoku につながりません。動いているか確かめて、「更新」を押してください。',
    en: 'todoku does not answer. See whether it is running, then press Refresh.',
  },
} as const satisfies Record<string, TextView>;

/** A sentence with its places filled. */
export function say(
  text: TextView,
  language: Language,
  values: { readonly [place: string]: string | number } = {},
): string {
  return text[language].replace(/\{(\w+)\}/g, (whole, place: string) => String(values[place] ?? whole));
}

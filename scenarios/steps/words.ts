import type { Bilingual } from '#sim/errors';
import { perCell, providerWords } from '../language/index.ts';

/** The words for the keys that verbs share, as sentences use them. */
export const mailKinds: Readonly<Record<string, Bilingual>> = {
  'issue-notice': { ja: '発行のお知らせメール', en: 'the issue notice' },
  activation: { ja: '仮登録のお知らせメール', en: 'the activation mail' },
  'password-reset': { ja: 'パスワード再設定のメール', en: 'the password reset mail' },
  'address-confirmation': { ja: 'アドレス確認のメール', en: 'the address confirmation mail' },
  'receipt-number': { ja: '受け取り番号のメール', en: 'the mail with the number' },
  'quarantine-digest': { ja: '検疫の一覧メール', en: 'the list of what is in quarantine' },
  outside: { ja: '外部からのメール', en: 'the mail from outside' },
};

export const folders: Readonly<Record<string, Bilingual>> = {
  inbox: { ja: '受信トレイ', en: 'the inbox' },
  junk: { ja: '迷惑メールフォルダ', en: 'the junk folder' },
  trash: { ja: 'ゴミ箱', en: 'the trash' },
  archive: { ja: 'アーカイブ', en: 'the archive' },
  quarantine: { ja: '検疫', en: 'the quarantine' },
};

/** Where a mail app shows what is in the inbox, when it sorts it. */
export const tabs: Readonly<Record<string, Bilingual>> = {
  primary: { ja: 'メインタブ', en: 'the tab Primary' },
  updates: { ja: '新着タブ', en: 'the tab Updates' },
  promotions: { ja: 'プロモーションタブ', en: 'the tab Promotions' },
  focused: { ja: '優先の一覧', en: 'the list Focused' },
  other: { ja: 'その他の一覧', en: 'the list Other' },
};

export const marks: Readonly<Record<string, Bilingual>> = {
  'sender-warning': { ja: 'なりすましの注意の表示', en: 'a warning about the sender' },
  'sender-verified': { ja: '認証済みの印', en: 'a check mark' },
};

/** `学生（taro）のauの受信トレイ`; the mailbox of the roster, and the only student, need no name. */
export function placeAt(place: Bilingual, at: string | undefined, who?: string): Bilingual {
  const mailbox = at === undefined ? undefined : mailboxWords(at);
  const ja = [who && `学生（${who}）`, mailbox?.ja, place.ja].filter((part) => part !== undefined);
  const en = [place.en, mailbox?.en, who && `the student (${who})`].filter((part) => part !== undefined);
  return { ja: ja.join('の'), en: en.join(' of ') };
}

/** Another mailbox of a student, by its provider. */
export function mailboxWords(provider: string): Bilingual {
  const cell = perCell(provider);
  if (cell !== undefined) return { ja: `別のメール（${cell.ja}）`, en: `the other mailbox (${cell.en})` };
  return word(providerWords, provider);
}

/** `Gmailのアドレス`: what a student types of a mailbox of their own. */
export function addressWords(provider: string): Bilingual {
  const { ja, en } = perCell(provider) ?? word(providerWords, provider);
  return perCell(provider) === undefined
    ? { ja: `${ja}のアドレス`, en: `the address of ${en}` }
    : { ja: `メールアドレス（${ja}）`, en: `the address (${en})` };
}

/** `プロモーションタブ` */
export function tabWords(tab: string): Bilingual {
  const cell = perCell(tab);
  return cell === undefined ? word(tabs, tab) : { ja: `タブ（${cell.ja}）`, en: `the tab (${cell.en})` };
}

export const reissueModes: Readonly<Record<string, Bilingual>> = {
  resend: { ja: '同じ学生証のメールを再送する', en: 'by sending the mail of the same credential again' },
  'new-address': { ja: '新しい宛先へ再発行する', en: 'by issuing it to a new address' },
  'revoke-and-issue': { ja: '受領済みの学生証を失効させて再発行する', en: 'by revoking the received one' },
};

export const apps: Readonly<Record<string, Bilingual>> = {
  wallet: { ja: 'LecoSアプリ', en: 'the LecoS app' },
  'old-wallet': {
    ja: '似た名前のアプリ（オープンバッジ2.0用）',
    en: 'the app of nearly the same name (Open Badges 2.0)',
  },
};

export const parties: Readonly<Record<string, Bilingual>> = {
  school: { ja: '学校（発行元の教育機関）', en: 'the school that issued it' },
  lecos: { ja: 'LecoSの窓口', en: 'LecoS support' },
};

/** What people call the devices of a cast that have these names. */
const devices: Readonly<Record<string, Bilingual>> = {
  pc: { ja: 'PC', en: 'the PC' },
  tablet: { ja: 'タブレット', en: 'the tablet' },
  phone: { ja: 'スマートフォン', en: 'the phone' },
  old: { ja: '古い端末', en: 'the old phone' },
  new: { ja: '新しい端末', en: 'the new phone' },
};

/** `PCで`, or nothing where no device is named. */
export function onDevice(name: string | undefined): Bilingual {
  if (name === undefined) return { ja: '', en: '' };
  const { ja, en } = deviceName(name);
  return { ja: `${ja}で`, en: ` on ${en}` };
}

/** `PC`, or `端末` where no device is named. */
export function deviceOr(name: string | undefined): Bilingual {
  return name === undefined ? { ja: '端末', en: 'the handset' } : deviceName(name);
}

/** `PCの`, or nothing where no device is named. */
export function ofDevice(name: string | undefined): Bilingual {
  if (name === undefined) return { ja: '', en: '' };
  const { ja, en } = deviceName(name);
  return { ja: `${ja}の`, en: ` of ${en}` };
}

function deviceName(name: string): Bilingual {
  const cell = perCell(name);
  if (cell !== undefined) return { ja: `別の端末（${cell.ja}）`, en: `another device (${cell.en})` };
  return Object.hasOwn(devices, name) ? word(devices, name) : { ja: `端末「${name}」`, en: `the device "${name}"` };
}

/** `1 mail`, `2 mails`. */
export function countOf(n: number | string, one: string, many = `${one}s`): string {
  return `${n} ${Number(n) === 1 ? one : many}`;
}

/** The words for a key; for a `$name`, that each cell gives it; else the key itself. */
export function word(words: Readonly<Record<string, Bilingual>>, key: string): Bilingual {
  const cell = perCell(key);
  if (cell !== undefined) return { ja: `（${cell.ja}）`, en: `(${cell.en})` };
  return (Object.hasOwn(words, key) ? words[key] : undefined) ?? { ja: key, en: key };
}

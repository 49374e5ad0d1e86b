import type { Bilingual } from '#sim/errors';
import { perCell, providerWords } from '../language/index.ts';

/** The words for the keys that verbs share, as sentences use them. */
export const mailKinds: Readonly<Record<string, Bilingual>> = {
  'issue-notice': { ja: '発行のお知らせメール', en: 'the issue notice' },
  activation: { ja: '仮登録のお知らせメール', en: 'the activation mail' },
  'password-reset': { ja: 'パスワード再設定のメール', en: 'the password reset mail' },
  'address-confirmation': { ja: 'アドレス確認のメール', en: 'the address confirmation mail' },
  outside: { ja: '外部からのメール', en: 'the mail from outside' },
};

export const folders: Readonly<Record<string, Bilingual>> = {
  inbox: { ja: '受信トレイ', en: 'the inbox' },
  junk: { ja: '迷惑メールフォルダ', en: 'the junk folder' },
  trash: { ja: 'ゴミ箱', en: 'the trash' },
  archive: { ja: 'アーカイブ', en: 'the archive' },
};

/** `学生（taro）のauの受信トレイ`; the mailbox of the roster, and the only student, need no name. */
export function placeAt(place: Bilingual, at: string | undefined, who?: string): Bilingual {
  const mailbox = at === undefined ? undefined : mailboxWords(at);
  const ja = [who && `学生（${who}）`, mailbox?.ja, place.ja].filter((part) => part !== undefined);
  const en = [place.en, mailbox?.en, who && `the student (${who})`].filter((part) => part !== undefined);
  return { ja: ja.join('の'), en: en.join(' of ') };
}

/** Another mailbox of a student, by its provider. */
function mailboxWords(provider: string): Bilingual {
  const cell = perCell(provider);
  if (cell !== undefined) return { ja: `別のメール（${cell.ja}）`, en: `the other mailbox (${cell.en})` };
  return word(providerWords, provider);
}

export const reissueModes: Readonly<Record<string, Bilingual>> = {
  resend: { ja: '同じ学生証のメールを再送する', en: 'by sending the mail of the same credential again' },
  'new-address': { ja: '新しい宛先へ再発行する', en: 'by issuing it to a new address' },
  'revoke-and-issue': { ja: '受領済みの学生証を失効させて再発行する', en: 'by revoking the received one' },
};

export const apps: Readonly<Record<string, Bilingual>> = {
  wallet: { ja: 'LecoSアプリ', en: 'the LecoS app' },
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
};

/** `PCで`, or nothing where no device is named. */
export function onDevice(name: string | undefined): Bilingual {
  if (name === undefined) return { ja: '', en: '' };
  const { ja, en } = deviceName(name);
  return { ja: `${ja}で`, en: ` on ${en}` };
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

import type { Bilingual } from '#sim/errors';

/** The words for the keys that verbs share, as sentences use them. */
export const mailKinds: Readonly<Record<string, Bilingual>> = {
  'issue-notice': { ja: '発行のお知らせメール', en: 'the issue notice' },
  activation: { ja: '仮登録のお知らせメール', en: 'the activation mail' },
  'password-reset': { ja: 'パスワード再設定のメール', en: 'the password reset mail' },
  'address-confirmation': { ja: 'アドレス確認のメール', en: 'the address confirmation mail' },
};

export const folders: Readonly<Record<string, Bilingual>> = {
  inbox: { ja: '受信トレイ', en: 'the inbox' },
  junk: { ja: '迷惑メールフォルダ', en: 'the junk folder' },
  trash: { ja: 'ゴミ箱', en: 'the trash' },
  archive: { ja: 'アーカイブ', en: 'the archive' },
};

export const reissueModes: Readonly<Record<string, Bilingual>> = {
  resend: { ja: '同じ学生証のメールを送り直して', en: 'by sending the mail of the same credential again' },
  'new-address': { ja: '新しい宛先へ発行し直して', en: 'by issuing it to a new address' },
  'revoke-and-issue': { ja: '受領済みのものを失効させて', en: 'by revoking the received one' },
};

export const apps: Readonly<Record<string, Bilingual>> = {
  wallet: { ja: 'LecoSアプリ', en: 'the LecoS app' },
};

export const parties: Readonly<Record<string, Bilingual>> = {
  school: { ja: '学校（発行元の教育機関）', en: 'the school that issued it' },
  lecos: { ja: 'LecoSの窓口', en: 'LecoS support' },
};

/** The words for a key, or the key itself: `$provider` and the like stay as they are. */
export function word(words: Readonly<Record<string, Bilingual>>, key: string): Bilingual {
  return words[key] ?? { ja: key, en: key };
}

import type { Bilingual } from '#sim/errors';
import { japanOffsetMs } from '#sim/kernel';

/** Sentences of the app that depend on what happens; those that always stand on a screen are in the screen catalogue. */
export const screenText = {
  fieldsMissing: { ja: '入力されていない項目があります。', en: 'Something has not been filled in.' },
  typeAgain: {
    ja: '入力内容が失われました。もう一度入力してください。',
    en: 'What you entered was lost. Please enter it again.',
  },
  accountExists: {
    ja: 'このメールアドレスのアカウントがあります。ログインしてください。',
    en: 'There is an account for this mail address. Log in to it.',
  },
  inMailApp: {
    ja: 'メールアプリの中で開いています。ほかのアプリに移ると、入力した内容が失われ、最初からになります。メニューから、ブラウザ（Safari、Chromeなど）で開いてください。',
    en: 'This page is open inside the mail app. What you enter is lost when you go to another app, and you start over. Open it in a browser (such as Safari or Chrome) from the menu.',
  },
  appUpdated: { ja: 'アプリを最新のバージョンに更新しました。', en: 'The app has been updated to its newest version.' },
  appIsNewest: {
    ja: 'この端末で使える最新のバージョンです。',
    en: 'This is the newest version that this phone can have.',
  },
  oldWalletStranger: {
    ja: 'このメールアドレスは登録されていません。',
    en: 'This mail address is not registered.',
  },
  receiptPending: {
    ja: '申請中です。しばらくたっても変わらないときは、アプリを最新版に更新してください。それでも変わらないときは、アプリを入れ直し、もう一度ログインしてください。受領した学生証は失われません。',
    en: 'The receipt is under way. If this does not change in a while, update the app. If that does not help, install it again and log in. A student ID that was received is not lost.',
  },
  nothingListed: {
    ja: 'このアカウントのメールアドレスに発行されたオープンバッジはありません。発行先のアドレスを教育機関（学校等）にご確認ください。',
    en: 'No open badge has been issued to the mail addresses of this account. Ask your school which address it was issued to.',
  },
  issuerAway: {
    ja: '発行元に確認できないため、受領できるオープンバッジを表示できません。しばらくしてから、もう一度お試しください。',
    en: 'The issuer did not answer, so what there is to receive cannot be listed. Try again in a while.',
  },
  offline: {
    ja: 'オフラインです。最後に確認できた内容を表示しています。',
    en: 'Offline. This is what was last confirmed.',
  },
  resent: {
    ja: '登録されているメールアドレスであれば、仮登録のお知らせメールをもう一度お送りします。',
    en: 'If the address is registered, the mail to activate it will be sent again.',
  },
  cardRevoked: { ja: '失効した学生証です。', en: 'This student ID has been revoked.' },
  cardSuspended: { ja: '一時停止中の学生証です。', en: 'This student ID is suspended.' },
  cardSuperseded: {
    ja: 'この学生証は新しいものに置き換えられました。',
    en: 'This student ID has been replaced by a newer one.',
  },
  cardExpired: { ja: '有効期限が切れています。', en: 'This student ID has expired.' },
  cardNotYetValid: { ja: 'まだ有効期間ではありません。', en: 'This student ID is not valid yet.' },
  /** The address as the page of the link tells it: masked. */
  forAnotherAddress: (address: string): Bilingual => ({
    ja: `このリンクは ${address} に届いたもので、ログイン中のアカウントのメールアドレスではありません。ご自分に届いたメールのリンクを開いてください。ご自分のアドレスの場合は、「アドレスを追加」から登録してください。`,
    en: `This link was sent to ${address}, which is not an address of the account that is logged in. Open the link of the mail that was sent to you. If the address is yours, add it to the account.`,
  }),
} as const satisfies Record<string, Bilingual | ((value: string) => Bilingual)>;

export function bothSame(text: string): Bilingual {
  return { ja: text, en: text };
}

export function labelled(label: Bilingual, value: Bilingual | string): Bilingual {
  const both = typeof value === 'string' ? bothSame(value) : value;
  return { ja: `${label.ja}: ${both.ja}`, en: `${label.en}: ${both.en}` };
}

/** The date of an instant in Japan. */
export function dateText(instant: number): Bilingual {
  const [year = '', month = '', day = ''] = new Date(instant + japanOffsetMs).toISOString().slice(0, 10).split('-');
  return { ja: `${year}年${Number(month)}月${Number(day)}日`, en: `${year}-${month}-${day}` };
}

/** To the second: what shows that a screen is live. */
export function timeText(instant: number): Bilingual {
  const time = new Date(instant + japanOffsetMs).toISOString().slice(11, 19);
  const date = dateText(instant);
  return { ja: `${date.ja} ${time}`, en: `${date.en} ${time}` };
}

import type { Bilingual } from '#sim/errors';
import type { EventData } from '#sim/events';
import type { Family } from './family.ts';
import { dayAndTime } from './virtual-time.ts';
import { vocabulary } from './vocabulary.ts';

const endings: Readonly<Record<EventData<'session.ended'>['by'], Bilingual>> = {
  logout: { ja: '本人のログアウト', en: 'the student logged out' },
  login: { ja: '別の端末でのログイン', en: 'another log-in took its place' },
  'device-removed': { ja: '端末の登録の取り消し', en: 'the device was removed' },
  'password-reset': { ja: 'パスワードの再設定', en: 'the password was reset' },
};

const requests: Readonly<Record<EventData<'request.refused'>['what'], Bilingual>> = {
  activation: { ja: 'アカウントの有効化', en: 'The activation' },
  'password-reset': { ja: 'パスワードの再設定', en: 'The password reset' },
  address: { ja: 'メールアドレスの追加', en: 'The new address' },
  receipt: { ja: '学生証の受領', en: 'The receipt' },
};

export const walletSentences: Family<
  | 'link'
  | 'consent'
  | 'registration'
  | 'account'
  | 'activation'
  | 'login'
  | 'password'
  | 'address'
  | 'session'
  | 'request'
> = {
  'link.tapped': ({ opensIn }) => {
    const app = vocabulary.app(opensIn);
    return {
      ja: `学生がリンクを押し、${app.ja}で開きました。`,
      en: `The student tapped the link; it opened in the ${app.en}.`,
    };
  },
  'consent.given': ({ terms, privacyPolicy }) => ({
    ja: `学生が利用規約（${terms}）と個人情報保護方針（${privacyPolicy}）に同意しました。`,
    en: `The student agreed to the terms (${terms}) and the privacy policy (${privacyPolicy}).`,
  }),
  'registration.refused': ({ code }) => {
    const error = vocabulary.error(code);
    return {
      ja: `アカウント登録が受け付けられませんでした: ${error.ja}。`,
      en: `The registration was refused: ${error.en}.`,
    };
  },
  'account.registered': ({ account }) => ({
    ja: `アカウント ${account} が仮登録されました。`,
    en: `Account ${account} was registered and awaits activation.`,
  }),
  'account.activated': ({ account }) => ({
    ja: `アカウント ${account} が有効になりました。`,
    en: `Account ${account} was activated.`,
  }),
  'activation.resent': () => ({
    ja: '仮登録のお知らせメールの再送を受け付けました。',
    en: 'The activation mail was asked for again.',
  }),
  'login.refused': ({ code }) => {
    const error = vocabulary.error(code);
    return { ja: `ログインできませんでした: ${error.ja}。`, en: `The log-in was refused: ${error.en}.` };
  },
  'account.locked': ({ account, until }) => {
    const when = dayAndTime(until);
    return {
      ja: `アカウント ${account} が ${when.ja} までロックされました。`,
      en: `Account ${account} was locked until ${when.en}.`,
    };
  },
  'account.unlocked': ({ account }) => ({
    ja: `アカウント ${account} のロックが解けました。`,
    en: `Account ${account} was unlocked.`,
  }),
  'password.reset': () => ({ ja: 'パスワードが再設定されました。', en: 'The password was reset.' }),
  'address.added': () => ({
    ja: 'アカウントにメールアドレスが加わりました。',
    en: 'An address was added to the account.',
  }),
  'session.started': ({ device }) => ({
    ja: `端末 ${device} でログインしました。`,
    en: `The student logged in on device ${device}.`,
  }),
  'session.ended': ({ by }) => ({
    ja: `ログインが終わりました（${endings[by].ja}）。`,
    en: `The session ended (${endings[by].en}).`,
  }),
  'request.refused': ({ what, code }) => {
    const error = vocabulary.error(code);
    return {
      ja: `${requests[what].ja}が受け付けられませんでした: ${error.ja}。`,
      en: `${requests[what].en} was refused: ${error.en}.`,
    };
  },
};

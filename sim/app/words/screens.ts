import type { Bilingual } from '../../errors/index.ts';

/** What always stands on a screen. Controls that depend on what is listed or ticked come on top. */
export interface ScreenWords {
  readonly texts: readonly Bilingual[];
  readonly fields: readonly string[];
  readonly controls: readonly string[];
}

/** The screens of the wallet's web UI and app, by the name that scenarios use. */
export const screens = {
  'network-error': {
    texts: [
      {
        ja: '通信できませんでした。電波の届くところで、もう一度お試しください。',
        en: 'The network did not answer. Try again where you have a connection.',
      },
    ],
    fields: [],
    controls: ['retry'],
  },
  'service-unavailable': {
    texts: [
      {
        ja: 'ただいまサービスをご利用いただけません。しばらくしてから、もう一度お試しください。',
        en: 'The service is not available at the moment. Try again in a while.',
      },
    ],
    fields: [],
    controls: ['retry'],
  },
  error: { texts: [], fields: [], controls: ['retry'] },
  'smartphone-required': { texts: [], fields: [], controls: [] },
  'link-unknown': { texts: [], fields: [], controls: [] },
  'link-expired': { texts: [], fields: [], controls: [] },
  'link-superseded': { texts: [], fields: [], controls: [] },
  'link-used': { texts: [], fields: [], controls: ['log-in'] },
  'app-needed': {
    texts: [
      {
        ja: '学生証の受け取りと表示には、LecoSアプリが必要です。アプリストアからインストールし、アプリを開いてログインしてください。',
        en: 'The LecoS app is needed to receive and show the student ID. Install it from the app store, open it and log in.',
      },
    ],
    fields: [],
    controls: [],
  },
  'wallet-first-run': {
    texts: [
      { ja: 'LecoSオープンバッジウォレットへようこそ', en: 'Welcome to the LecoS open badge wallet' },
      {
        ja: 'アカウントの作成は、教育機関（学校等）から届く「発行のお知らせ」メールのリンクから始めます。',
        en: 'To create an account, start from the link in the issue notice that your school has mailed to you.',
      },
    ],
    fields: [],
    controls: ['log-in', 'create-account'],
  },
  'registration-start': {
    texts: [{ ja: 'メールアドレスを入力してください。', en: 'Enter your mail address.' }],
    fields: ['address'],
    controls: ['continue', 'log-in'],
  },
  'registration-needs-link': { texts: [], fields: [], controls: ['log-in'] },
  /** Tapped again once the app is updated. */
  'update-required': { texts: [], fields: [], controls: ['retry'] },
  terms: {
    texts: [
      {
        ja: '利用規約と個人情報保護方針を確かめ、両方に同意してください。',
        en: 'Read the terms of service and the privacy policy, and agree to both.',
      },
    ],
    fields: [],
    controls: ['agree-terms', 'agree-privacy-policy', 'continue'],
  },
  registration: {
    texts: [
      { ja: 'アカウント情報を入力してください。', en: 'Enter the details of your account.' },
      {
        ja: 'パスワードは8〜30文字で、英大文字・英小文字・数字・記号（!@#$%^&+=）をそれぞれ1文字以上入れてください（半角）。',
        en: 'A password has 8 to 30 half-width characters with at least one capital letter, one small letter, one digit and one of the symbols !@#$%^&+=',
      },
    ],
    fields: ['name', 'password'],
    controls: ['register'],
  },
  'registration-confirm': {
    texts: [
      {
        ja: '入力した内容で仮登録します。よろしければボタンをタップしてください。',
        en: 'You are about to register with what you have entered. Tap the button to go on.',
      },
    ],
    fields: [],
    controls: ['confirm', 'back'],
  },
  /** The form lay too long; `retry` begins it anew. */
  'form-expired': { texts: [], fields: [], controls: ['retry'] },
  'activation-wait': {
    texts: [
      {
        ja: '「オープンバッジサービス仮登録のお知らせ」という件名のメールをお送りしました。メールのボタンをタップして、アカウントを有効化してください。',
        en: 'A mail 「オープンバッジサービス仮登録のお知らせ」 is on its way to you. Tap the button in it to activate your account.',
      },
    ],
    fields: ['address', 'password'],
    controls: ['resend-activation', 'log-in'],
  },
  activation: {
    texts: [
      { ja: 'ボタンをタップしてアカウントを有効化してください。', en: 'Tap the button to activate your account.' },
    ],
    fields: [],
    controls: ['activate'],
  },
  activated: {
    texts: [
      {
        ja: 'アカウントが有効になりました。LecoSアプリでログインしてください。',
        en: 'Your account is active. Log in in the LecoS app.',
      },
    ],
    fields: [],
    controls: ['log-in'],
  },
  'activation-expired': { texts: [], fields: ['address', 'password'], controls: ['resend-activation'] },
  'activation-superseded': { texts: [], fields: [], controls: [] },
  'activation-used': { texts: [], fields: [], controls: ['log-in'] },
  login: {
    texts: [{ ja: 'ログイン', en: 'Log in' }],
    fields: ['address', 'password'],
    controls: ['log-in', 'forgot-password', 'create-account'],
  },
  'account-locked': { texts: [], fields: [], controls: ['log-in'] },
  'password-reset-sent': {
    texts: [
      {
        ja: '登録されているメールアドレスであれば、パスワード再設定のメールが届きます。',
        en: 'If the address is registered, a mail to set a new password is on its way.',
      },
    ],
    fields: [],
    controls: ['log-in'],
  },
  'password-reset': {
    texts: [{ ja: '新しいパスワードを入力してください。', en: 'Enter a new password.' }],
    fields: ['password'],
    controls: ['save-password'],
  },
  'password-changed': {
    texts: [{ ja: 'パスワードを変更しました。', en: 'Your password has been changed.' }],
    fields: [],
    controls: ['log-in'],
  },
  'credential-list': {
    texts: [{ ja: 'オープンバッジ一覧', en: 'Your open badges' }],
    fields: [],
    controls: ['reload', 'devices', 'add-address', 'log-out'],
  },
  'student-id': {
    texts: [{ ja: 'SIMULATION（見本・無効）', en: 'SIMULATION (specimen, not valid)' }],
    fields: [],
    controls: ['back'],
  },
  /** What stands behind the card, and what a verifier says of it. */
  'credential-details': {
    texts: [{ ja: '学生証の詳細', en: 'About this student ID' }],
    fields: [],
    controls: ['back'],
  },
  'app-locked': {
    texts: [
      {
        ja: 'アプリはロックされています。顔、指紋、または端末のパスコードで解除してください。',
        en: 'The app is locked. Unlock it with your face, your finger or the passcode of the phone.',
      },
    ],
    fields: [],
    controls: ['unlock'],
  },
  devices: {
    texts: [{ ja: 'ログイン中の端末', en: 'Devices that are logged in' }],
    fields: [],
    controls: ['back'],
  },
  'address-add': {
    texts: [{ ja: '追加するメールアドレスを入力してください。', en: 'Enter the mail address to add.' }],
    fields: ['address'],
    controls: ['send', 'back'],
  },
  'address-sent': {
    texts: [
      {
        ja: '確認のメールをお送りしました。メールのリンクを開いてください。',
        en: 'A mail to confirm the address is on its way. Open the link in it.',
      },
    ],
    fields: [],
    controls: ['back'],
  },
  'address-confirmation': {
    texts: [{ ja: 'メールアドレスの追加を確定してください。', en: 'Confirm that this address is yours.' }],
    fields: [],
    controls: ['confirm'],
  },
  'address-confirmed': {
    texts: [{ ja: 'メールアドレスを追加しました。', en: 'The address has been added.' }],
    fields: [],
    controls: [],
  },
} as const satisfies Record<string, ScreenWords>;

export type ScreenName = keyof typeof screens;

import { type Bilingual, ServiceError } from '#sim/errors';

/** Who answers: the school that issues, or LecoS, who runs app and wallet. */
export type Party = 'school' | 'lecos';

export interface Topic {
  /** The desk that the question belongs to (the manual, お問い合わせ先). */
  readonly party: Party;
  readonly question: Bilingual;
  readonly answer: Bilingual;
}

/** What students ask. The manual's two lists come first in each part; the rest follows from them. */
export const topics = {
  'issue-date': {
    party: 'school',
    question: { ja: 'スマート学生証はいつ発行されますか。', en: 'When is the smart student ID issued?' },
    answer: { ja: '発行日は学校でご案内します。', en: 'The school tells you when it issues.' },
  },
  address: {
    party: 'school',
    question: {
      ja: 'どのメールアドレスに対して発行されますか。',
      en: 'Which mail address is it issued to?',
    },
    answer: {
      ja: '学校に届け出のあるメールアドレスに発行します。変更がある場合はお申し出ください。',
      en: 'It is issued to the mail address that the school has of you. Tell us if it has changed.',
    },
  },
  reissue: {
    party: 'school',
    question: { ja: '再発行してほしいです。', en: 'Please issue it again.' },
    answer: {
      ja: '再発行を承ります。再発行後は、新しいメールのリンクをお使いください。以前のリンクは使えなくなります。',
      en: 'We will issue it again. Use the link of the new mail then; older links stop working.',
    },
  },
  'mail-not-found': {
    party: 'school',
    question: { ja: '発行のお知らせメールが見当たりません。', en: 'I cannot find the issue notice.' },
    answer: {
      ja: '迷惑メールフォルダもご確認ください。件名は「【発行団体】からオープンバッジ発行のお知らせ」、送信元は service@openbadge.net です。',
      en: 'Look in the junk folder too. The subject is 「【発行団体】からオープンバッジ発行のお知らせ」 with the issuer in the brackets, and it comes from service@openbadge.net.',
    },
  },
  'mail-deleted': {
    party: 'school',
    question: { ja: '発行のお知らせメールを削除してしまいました。', en: 'I have deleted the issue notice.' },
    answer: {
      ja: 'まずゴミ箱をご確認ください。残っていない場合は再発行を承ります。',
      en: 'Look in the trash first. If it is gone, we will issue it again.',
    },
  },
  'allow-sender': {
    party: 'school',
    question: {
      ja: '個人のメールアドレスで、どうしても受信できません。',
      en: 'I just cannot receive the mail at my private address.',
    },
    answer: {
      ja: '送信元 service@openbadge.net の受信許可設定をお試しください。設定より前に拒否されたメールは届かないため、設定後に再発行をお申し出ください。',
      en: 'Allow the sender service@openbadge.net in your mail settings. What was refused before does not arrive by that: ask us to issue it again afterwards.',
    },
  },
  'address-change': {
    party: 'school',
    question: { ja: '発行先のメールアドレスを変更したいです。', en: 'I want it issued to another address.' },
    answer: {
      ja: '新しいメールアドレスをお申し出ください。そのアドレスに再発行します。',
      en: 'Tell us the new address. We will issue it again to that one.',
    },
  },
  'wrong-details': {
    party: 'school',
    question: {
      ja: '学生証の氏名や学籍番号が間違っています。',
      en: 'The name or the student number on my ID is wrong.',
    },
    answer: {
      ja: '名簿を直して再発行します。正しい内容をお申し出ください。',
      en: 'We will correct the roster and issue it again. Tell us what is right.',
    },
  },
  'details-changed': {
    party: 'school',
    question: { ja: '氏名や所属が変わりました。', en: 'My name or my faculty has changed.' },
    answer: {
      ja: '届け出を確かめ、名簿を直して再発行します。新しい学生証を受領するまで、いまの学生証の内容は変わりません。',
      en: 'We will correct the roster and issue it again. What your ID says does not change until you receive the new one.',
    },
  },
  'id-refused': {
    party: 'school',
    question: { ja: '学生証がゲートや窓口で通りません。', en: 'My student ID is refused at the gate or the counter.' },
    answer: {
      ja: '在籍と発行の記録を確かめてご案内します。',
      en: 'We will look at your enrolment and our records and tell you what to do.',
    },
  },
  'no-smartphone': {
    party: 'school',
    question: { ja: '対応するスマートフォンを持っていません。', en: 'I have no phone that is supported.' },
    answer: {
      ja: 'PC・タブレットでは受領・利用できません。代わりの学生証について窓口でご案内します。',
      en: 'PCs and tablets cannot be used. Ask at the office for another form of student ID.',
    },
  },
  'terms-declined': {
    party: 'school',
    question: {
      ja: '利用規約に同意したくありません。',
      en: 'I do not want to agree to the terms.',
    },
    answer: {
      ja: '同意されない場合、スマート学生証は利用できません。代わりの学生証について窓口でご案内します。あとで同意される場合は、同じメールのリンクから登録できます。',
      en: 'Without your consent the smart student ID cannot be used. Ask at the office for another form of student ID. If you agree later, the link of the same mail still works.',
    },
  },
  'app-trouble': {
    party: 'lecos',
    question: { ja: 'アプリが正しく動きません。', en: 'The app does not work as it should.' },
    answer: {
      ja: 'アプリとOSを最新にして、お試しください。直らない場合は、お問い合わせフォームから機種・OS・画面の内容をお知らせください。',
      en: 'Update the app and the system and try again. If that does not help, tell us the model, the system version and what the screen says by the contact form.',
    },
  },
  'which-app': {
    party: 'lecos',
    question: {
      ja: 'アプリを入れましたが、学生証が出ません。',
      en: 'I have installed the app, and my student ID is not there.',
    },
    answer: {
      ja: '似た名前の別のアプリの場合があります。学校の案内にあるストアのリンクから「LecoS」を入れ直してください。オープンバッジ2.0用のアプリでは、スマート学生証（オープンバッジ3.0）を表示できません。',
      en: 'It may be another app of nearly the same name. Install "LecoS" by the store link in what your school sent you. An app for Open Badges 2.0 cannot show a smart student ID, which is an Open Badge 3.0.',
    },
  },
  'wallet-account': {
    party: 'lecos',
    question: { ja: 'ウォレットのアカウントを作成できません。', en: 'I cannot create a wallet account.' },
    answer: {
      ja: 'アカウント作成は、発行のお知らせメールのリンクから始めます。オープンバッジ3.0が発行されていることが必要です。',
      en: 'An account is created from the link in the issue notice. An Open Badge 3.0 must have been issued to you first.',
    },
  },
  'app-install': {
    party: 'lecos',
    question: { ja: 'アプリをインストールできません。', en: 'I cannot install the app.' },
    answer: {
      ja: 'iOS 15.0以上またはAndroid 7.0以上のスマートフォンが必要です。条件を満たすか、端末の設定でご確認ください。条件を満たす場合は、ストアのアカウントの国、端末の空き容量、保護者や管理者による制限をご確認ください。',
      en: 'A smartphone with iOS 15.0 or Android 7.0 or later is needed. Check the version in the settings of your phone. If it is supported, check the country of your store account, the free storage, and what a guardian or an administrator restricts.',
    },
  },
  password: {
    party: 'lecos',
    question: { ja: 'パスワードを忘れました。', en: 'I have forgotten my password.' },
    answer: {
      ja: 'ログイン画面の「パスワードをお忘れの方」から再設定してください。',
      en: 'Set a new one from "Forgot password" on the log-in screen.',
    },
  },
  'account-locked': {
    party: 'lecos',
    question: { ja: 'アカウントがロックされました。', en: 'My account is locked.' },
    answer: {
      ja: '時間をおいてからログインし直すか、パスワードを再設定してください。',
      en: 'Wait a while and log in again, or set a new password.',
    },
  },
  'activation-mail': {
    party: 'lecos',
    question: { ja: '仮登録のお知らせメールが届きません。', en: 'The activation mail does not arrive.' },
    answer: {
      ja: '迷惑メールフォルダと受信許可設定をご確認のうえ、アプリから再送してください。件名は「オープンバッジサービス仮登録のお知らせ」です。',
      en: 'Look in the junk folder, allow the sender, and have it sent again from the app. Its subject is 「オープンバッジサービス仮登録のお知らせ」.',
    },
  },
  'suspicious-mail': {
    party: 'lecos',
    question: {
      ja: '発行のお知らせに似た、あやしいメールが届きました。',
      en: 'I got a mail that looks like the issue notice and seems suspicious.',
    },
    answer: {
      ja: 'リンクを開かずに、削除してください。本物のメールは service@openbadge.net から届きます。リンクの先でパスワードを入力してしまった場合は、すぐに変更してください。',
      en: 'Do not open its link, and delete it. The real mail comes from service@openbadge.net. If you have entered your password there, change it at once.',
    },
  },
  'lost-phone': {
    party: 'lecos',
    question: { ja: 'スマートフォンを紛失しました。', en: 'I have lost my phone.' },
    answer: {
      ja: '別の端末でログインし、端末の一覧から紛失した端末をログアウトしてください。',
      en: 'Log in on another phone and log the lost one out in the list of devices.',
    },
  },
} as const satisfies Record<string, Topic>;

export type TopicName = keyof typeof topics;

/** Throws ServiceError `topic-unknown`, which lists the topics. */
export function topicOf(about: string): Topic {
  if (!Object.hasOwn(topics, about)) {
    throw new ServiceError('topic-unknown', { topic: about, topics: Object.keys(topics).join(', ') });
  }
  return topics[about as TopicName];
}

import type { Bilingual } from '../../errors/index.ts';

export interface Clause {
  readonly title: Bilingual;
  readonly text: Bilingual;
}

/** What a student agrees to, short enough to be read. It is the simulation's own text and nobody else's. */
export const documents: Readonly<Record<'terms' | 'privacyPolicy', readonly Clause[]>> = {
  terms: [
    {
      title: { ja: '第1条（このサービス）', en: '1. This service' },
      text: {
        ja: '学校が発行するスマート学生証（オープンバッジ）を受け取り、スマートフォンで表示するためのサービスです。これはシミュレーションであり、実在の人や学校の証明にはなりません。',
        en: 'It receives the smart student IDs (open badges) that schools issue, and shows them on a smartphone. This is a simulation: it proves nothing about anyone real.',
      },
    },
    {
      title: { ja: '第2条（アカウント）', en: '2. Your account' },
      text: {
        ja: 'アカウントはご本人だけが使えます。パスワードを他人に教えないでください。パスワードを続けて間違えると、しばらくの間ロックされます。',
        en: 'The account is for you alone. Tell nobody your password. Too many wrong tries lock the account for a while.',
      },
    },
    {
      title: { ja: '第3条（学生証の表示）', en: '3. Showing the student ID' },
      text: {
        ja: '学生証は、アプリの画面で表示してください。画面の写真（スクリーンショット）は学生証として使えません。',
        en: 'Show the student ID on the screen of the app. A picture of the screen does not count.',
      },
    },
    {
      title: { ja: '第4条（端末をなくしたとき）', en: '4. When you lose your phone' },
      text: {
        ja: '別のスマートフォンでログインし、「ログイン中の端末」から、なくした端末をログアウトさせてください。',
        en: 'Log in on another phone and log the lost one out under “Devices”.',
      },
    },
    {
      title: { ja: '第5条（失効）', en: '5. Revocation' },
      text: {
        ja: '卒業、退学などのときは、学校が学生証を失効させます。失効した学生証は使えません。',
        en: 'When you graduate or leave, the school revokes the student ID. It cannot be used from then on.',
      },
    },
  ],
  privacyPolicy: [
    {
      title: { ja: '1. 取り扱う情報', en: '1. What is kept' },
      text: {
        ja: '氏名、メールアドレス、学校が学生証に書いた内容（学籍番号、所属、有効期限など）、ログインした端末の名前を取り扱います。パスワードは、元に戻せない形で保存します。',
        en: 'Your name, mail addresses, what your school wrote on the student ID (number, faculty, validity), and the names of the devices that logged in. The password is kept in a form that cannot be read back.',
      },
    },
    {
      title: { ja: '2. 使う目的', en: '2. What for' },
      text: {
        ja: '学生証の受け取り、表示、確認のためだけに使います。広告には使いません。',
        en: 'Only to receive, show and check the student ID. Never for advertising.',
      },
    },
    {
      title: { ja: '3. 渡す相手', en: '3. Who gets it' },
      text: {
        ja: '学生証を示した相手（学校のゲートなど）に、確認に必要な内容だけを渡します。',
        en: 'Whom you show the student ID to, such as a gate of your school, gets what is needed to check it and no more.',
      },
    },
    {
      title: { ja: '4. 保存と削除', en: '4. Keeping and deleting' },
      text: {
        ja: 'スマートフォンに保存した学生証は、ログアウトするか、アプリを削除すると消えます。',
        en: 'What is stored on the phone is gone when you log out or remove the app.',
      },
    },
  ],
};

import type { ErrorEntry } from '../error-entry.ts';

const askSchool = {
  ja: '発行元の教育機関に再発行をご依頼ください。',
  en: 'Ask the school that issued it to issue it again.',
};
const forSchool = { audience: 'operator', retry: 'never' } as const;
const forStudent = { audience: 'student', retry: 'never' } as const;

export const issuerErrors = {
  'school-invalid': {
    ...forSchool,
    status: 422,
    title: { ja: '学校の登録内容が正しくありません', en: 'The school cannot be registered like this' },
    detail: { ja: '{member} の値が正しくありません。', en: 'The value of {member} is not right.' },
    nextStep: {
      ja: 'slug は英小文字・数字・ハイフン、名称は1行100文字まで、URL は https で指定してください。',
      en: 'Use lower-case letters, digits and hyphens for the slug, one line of at most 100 characters for names, https for the URL.',
    },
  },
  'school-exists': {
    ...forSchool,
    status: 409,
    title: { ja: 'その学校は登録されています', en: 'The school is registered already' },
    detail: { ja: '{school} はすでにあります。', en: 'There is a school {school} already.' },
    nextStep: { ja: '別の slug を指定してください。', en: 'Choose another slug.' },
  },
  'school-unknown': {
    ...forSchool,
    status: 404,
    title: { ja: 'その学校はありません', en: 'There is no such school' },
    detail: { ja: '指定された学校は登録されていません。', en: 'No school is registered by that name.' },
    nextStep: { ja: '学校の指定を確かめてください。', en: 'Check the name of the school.' },
  },
  'achievement-unknown': {
    ...forSchool,
    status: 404,
    title: { ja: 'その証明はありません', en: 'There is no such achievement' },
    detail: {
      ja: '指定された学校は、その学部の学生証を発行していません。',
      en: 'The school has issued no student ID of that faculty.',
    },
    nextStep: {
      ja: '学生証の achievement にある id の URL を確かめてください。',
      en: 'Check the URL in the id of the achievement of the credential.',
    },
  },
  'period-invalid': {
    ...forSchool,
    status: 422,
    title: { ja: '年度の指定が正しくありません', en: 'This is not an academic year' },
    detail: { ja: '年度は 2026 のような西暦 4 桁で指定します。', en: 'An academic year is four digits, such as 2026.' },
    nextStep: { ja: '年度を指定し直してください。', en: 'Give the year in that form.' },
  },
  'period-over': {
    ...forSchool,
    status: 409,
    title: { ja: 'その年度は終わっています', en: 'The academic year is over' },
    detail: {
      ja: '{period} 年度の学生証は、年度末を過ぎているため発行できません。',
      en: 'No ID of {period} can be issued after the end of that year.',
    },
    nextStep: {
      ja: '新しい年度の名簿を取り込み、その年度で発行してください。',
      en: 'Import the roster of the new year and issue for that one.',
    },
  },
  'period-without-roster': {
    ...forSchool,
    status: 409,
    title: { ja: 'その年度の名簿がありません', en: 'The academic year has no roster' },
    detail: {
      ja: '{period} 年度の名簿に学生が1人もいません。',
      en: 'No student is on a roster of {period}.',
    },
    nextStep: {
      ja: 'その年度の名簿を取り込んでから発行してください。',
      en: 'Import the roster of that year, then issue.',
    },
  },
  'student-not-on-roster': {
    ...forSchool,
    status: 422,
    title: { ja: '名簿にない学生が指定されています', en: 'A student is not on the roster' },
    detail: {
      ja: '次の学籍番号は名簿にありません: {studentNumbers}',
      en: 'These student numbers are on no roster: {studentNumbers}',
    },
    nextStep: {
      ja: '学籍番号を確かめるか、その学生を名簿に加えて取り込んでください。',
      en: 'Check the numbers, or add the students to the roster and import it.',
    },
  },
  'issuance-in-the-past': {
    ...forSchool,
    status: 422,
    title: { ja: '発行日時が過去です', en: 'The time of issue is past' },
    detail: { ja: '現在の日時は {now} です。', en: 'It is {now} now.' },
    nextStep: {
      ja: '今より後の日時を指定するか、日時を省いてすぐに発行してください。',
      en: 'Give a later time, or none to issue at once.',
    },
  },
  'issuance-unknown': {
    ...forSchool,
    status: 404,
    title: { ja: 'その発行処理はありません', en: 'There is no such issuance' },
    detail: { ja: '指定された発行処理は登録されていません。', en: 'No issuance goes by that id.' },
    nextStep: { ja: '発行処理の ID を確かめてください。', en: 'Check the id of the issuance.' },
  },
  'reissue-received': {
    ...forSchool,
    status: 409,
    title: { ja: 'この学生証は受領済みです', en: 'The student ID was received already' },
    detail: {
      ja: '受領済みの学生証には {mode} を使えません。',
      en: 'The mode {mode} is for IDs that were not received yet.',
    },
    nextStep: {
      ja: '学生にはアプリへのログインを案内してください。新しい学生証が必要なときは revoke-and-issue（失効して再発行）を選んでください。',
      en: 'Tell the student to log in to the app; when a new ID is needed, choose revoke-and-issue.',
    },
  },
  'reissue-not-received': {
    ...forSchool,
    status: 409,
    title: { ja: 'この学生証はまだ受領されていません', en: 'The student ID was not received yet' },
    detail: {
      ja: '受領前の学生証には {mode} を使えません。',
      en: 'The mode {mode} is for IDs that were received.',
    },
    nextStep: {
      ja: '同じ宛先に送り直すなら resend、宛先や名簿の内容を改めるなら new-address を選んでください。',
      en: 'Choose resend to send to the same address again, new-address when address or roster have changed.',
    },
  },
  'reissue-address-needless': {
    ...forSchool,
    status: 422,
    title: { ja: '再送では宛先を変えられません', en: 'A resend goes to the same address' },
    detail: {
      ja: 'resend は発行時の宛先に送ります。宛先は指定できません。',
      en: 'The mode resend sends to the address of issue; it takes none.',
    },
    nextStep: {
      ja: '宛先を変えるときは new-address を選んでください。',
      en: 'Choose new-address to send it elsewhere.',
    },
  },
  'reissue-address-invalid': {
    ...forSchool,
    status: 422,
    title: { ja: '宛先のアドレスを使えません', en: 'The address cannot be used' },
    detail: { ja: '{reasonJa}', en: '{reasonEn}' },
    nextStep: { ja: 'アドレスを確かめ、もう一度再発行してください。', en: 'Check the address and reissue once more.' },
  },
  'status-list-unknown': {
    ...forSchool,
    status: 404,
    title: { ja: 'その失効・停止の一覧はありません', en: 'There is no such status list' },
    detail: {
      ja: '指定された学校に、その番号と種類の一覧はありません。',
      en: 'The school has no list of that number and purpose.',
    },
    nextStep: {
      ja: '学生証の credentialStatus にある statusListCredential の URL を確かめてください。',
      en: 'Check the URL in statusListCredential of the credential.',
    },
  },
  'link-unknown': {
    ...forStudent,
    status: 404,
    title: { ja: 'リンクが正しくありません', en: 'The link is not complete' },
    detail: {
      ja: 'このリンクは登録されていません。途中で切れているかもしれません。',
      en: 'No such link was sent; it may have been cut short.',
    },
    nextStep: {
      ja: 'メールのボタンから開き直すか、リンクの全体をコピーして開いてください。',
      en: 'Open it with the button in the mail, or copy the whole link.',
    },
  },
  'link-used': {
    ...forStudent,
    status: 409,
    title: { ja: 'このリンクは使用済みです', en: 'The link was used already' },
    detail: { ja: 'このリンクによる手続きは済んでいます。', en: 'What the link is for was done with it before.' },
    nextStep: {
      ja: 'アプリでログインし、学生証をご確認ください。',
      en: 'Log in to the app and look for the student ID there.',
    },
  },
  'link-superseded': {
    ...forStudent,
    status: 410,
    title: { ja: '新しいメールのリンクをお使いください', en: 'A newer mail has the link that counts' },
    detail: {
      ja: '再発行または再送により、このリンクは使えなくなりました。',
      en: 'The link ended when the student ID was issued or sent again.',
    },
    nextStep: {
      ja: '最新の「オープンバッジ発行のお知らせ」メールのリンクを開いてください。',
      en: 'Open the link in the latest mail about the student ID.',
    },
  },
  'link-expired': {
    ...forStudent,
    status: 410,
    title: { ja: 'リンクの有効期限が切れています', en: 'The link has expired' },
    detail: { ja: '受領できる期間を過ぎています。', en: 'The time for receiving the student ID is over.' },
    nextStep: askSchool,
  },
  'claim-window-over': {
    ...forStudent,
    status: 410,
    title: { ja: '受領できる期間を過ぎています', en: 'The time for receiving it is over' },
    detail: {
      ja: '受領されないまま期間が終わりました。',
      en: 'The student ID was not received while it could be.',
    },
    nextStep: askSchool,
  },
  'already-claimed': {
    ...forStudent,
    status: 409,
    title: { ja: 'この学生証は受領済みです', en: 'The student ID was received already' },
    detail: {
      ja: '別のアカウントで受領されています。',
      en: 'Another account has received it.',
    },
    nextStep: {
      ja: '受領したときのアカウントでログインしてください。心当たりがないときは、発行元の教育機関にお問い合わせください。',
      en: 'Log in with the account that received it; if that was not you, tell the school at once.',
    },
  },
  'offer-of-another-address': {
    ...forStudent,
    status: 403,
    title: { ja: 'この学生証は別のアドレスに発行されています', en: 'It was issued to another address' },
    detail: {
      ja: 'アカウントのメールアドレスと、学生証の発行先が一致しません。',
      en: 'None of the account’s addresses is the one it was issued to.',
    },
    nextStep: {
      ja: '発行先のアドレスで登録したアカウントをお使いになるか、発行元の教育機関に発行先をご確認ください。',
      en: 'Use the account with the address it was issued to, or ask the school which one that is.',
    },
  },
} as const satisfies Record<string, ErrorEntry>;

import type { ErrorEntry } from '../error-entry.ts';

export const mailErrors = {
  'header-injection': {
    status: 422,
    title: { ja: 'メールに使えない文字が含まれています', en: 'The mail holds characters that it must not' },
    detail: {
      ja: '{field} に改行または NUL 文字が含まれているため、メールを作成しませんでした。',
      en: 'No mail was made: {field} holds a line break or a NUL character.',
    },
    nextStep: {
      ja: '名簿や団体名から改行などの制御文字を取り除き、もう一度実行してください。',
      en: 'Remove line breaks and other control characters from the roster or the name and try again.',
    },
    audience: 'operator',
    retry: 'never',
  },
  'address-malformed': {
    status: 422,
    title: { ja: 'メールアドレスの形式が正しくありません', en: 'This is not an email address' },
    detail: {
      ja: 'メールアドレスとして読み取れません。',
      en: 'What was given cannot be read as one email address.',
    },
    nextStep: {
      ja: '半角の「名前@ドメイン」の形で入力し直してください。',
      en: 'Give it again as name@domain, in ASCII letters.',
    },
    audience: 'operator',
    retry: 'never',
  },
  'domain-not-simulated': {
    status: 422,
    title: { ja: '実在するドメインには送信しません', en: 'Mail never goes to a real domain' },
    detail: {
      ja: '宛先のドメインが .test で終わっていないため、送信しませんでした。',
      en: 'Nothing was sent: the domain of the address does not end in .test.',
    },
    nextStep: {
      ja: '宛先を「実際のドメイン + .test」（例: docomo.ne.jp.test）に置き換えてください。',
      en: 'Write the real domain with .test after it, such as docomo.ne.jp.test.',
    },
    audience: 'operator',
    retry: 'never',
  },
  'mailbox-unknown': {
    status: 404,
    title: { ja: 'メールボックスが見つかりません', en: 'There is no such mailbox' },
    detail: { ja: '指定されたメールボックスはありません。', en: 'No mailbox goes by that name.' },
    nextStep: { ja: '登場人物のメールアドレスを確かめてください。', en: 'Check the addresses of the cast.' },
    audience: 'operator',
    retry: 'never',
  },
  'mailbox-exists': {
    status: 409,
    title: { ja: 'メールボックスはすでにあります', en: 'The mailbox exists already' },
    detail: {
      ja: '同じメールアドレスのメールボックスがすでにあります。',
      en: 'There is a mailbox with the same address already.',
    },
    nextStep: { ja: '別のメールアドレスを使ってください。', en: 'Use another address.' },
    audience: 'operator',
    retry: 'never',
  },
  'provider-unknown': {
    status: 422,
    title: { ja: 'このメールサービスは再現できません', en: 'This mail provider is not simulated' },
    detail: { ja: '使えるメールサービスは {known} です。', en: 'The providers that there are: {known}.' },
    nextStep: { ja: '一覧から選んでください。', en: 'Choose one of them.' },
    audience: 'operator',
    retry: 'never',
  },
  'mailbox-setting-unknown': {
    status: 422,
    title: { ja: 'この設定はありません', en: 'There is no such setting' },
    detail: {
      ja: 'このメールサービスで変えられる設定は {known} です。',
      en: 'The settings of this provider: {known}.',
    },
    nextStep: { ja: '一覧から選んでください。', en: 'Choose one of them.' },
    audience: 'operator',
    retry: 'never',
  },
  'mailbox-setting-invalid': {
    status: 422,
    title: { ja: '設定の値が正しくありません', en: 'The value of the setting is not right' },
    detail: { ja: '設定 {setting} の値は {expected} です。', en: 'The setting {setting} takes {expected}.' },
    nextStep: { ja: '値を直してください。', en: 'Correct the value.' },
    audience: 'operator',
    retry: 'never',
  },
  'dns-state-unknown': {
    status: 422,
    title: { ja: 'DNSレコードの状態が正しくありません', en: 'A DNS record has no such state' },
    detail: { ja: '{record} に指定できる状態は {known} です。', en: 'The states of {record}: {known}.' },
    nextStep: { ja: '一覧から選んでください。', en: 'Choose one of them.' },
    audience: 'operator',
    retry: 'never',
  },
  'quarantine-admin-only': {
    status: 403,
    title: { ja: 'このメールは自分では解放できません', en: 'You cannot release this mail yourself' },
    detail: {
      ja: '危険性が高いと判定されたメールのため、解放できるのは管理者だけです。',
      en: 'The mail was taken for dangerous: only an administrator can let it out of quarantine.',
    },
    nextStep: {
      ja: '学校の情報システムの窓口に、メールの解放を依頼してください。',
      en: 'Ask the IT desk of the school to release it.',
    },
    audience: 'student',
    retry: 'never',
  },
  'captured-unknown': {
    status: 404,
    title: { ja: 'メールが見つかりません', en: 'The mail is not there' },
    detail: {
      ja: '指定されたメールはありません。保存期間が過ぎて消えた可能性があります。',
      en: 'There is no such mail. It may have been removed when its time in the trash or junk folder was over.',
    },
    nextStep: {
      ja: 'メールが消えている場合は、学校に再発行を依頼してください。',
      en: 'When the mail is gone, ask the school to issue again.',
    },
    audience: 'student',
    retry: 'never',
  },
  'folder-unfit': {
    status: 409,
    title: { ja: 'この操作はできません', en: 'This cannot be done with the mail' },
    detail: {
      ja: 'メールが {folder} フォルダにあるときだけできる操作です。',
      en: 'This works only while the mail is in the folder {folder}.',
    },
    nextStep: { ja: 'メールのあるフォルダを確かめてください。', en: 'Check which folder the mail is in.' },
    audience: 'student',
    retry: 'never',
  },
} as const satisfies Record<string, ErrorEntry>;

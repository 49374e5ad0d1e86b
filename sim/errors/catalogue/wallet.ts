import type { ErrorEntry } from '../error-entry.ts';

export const walletErrors = {
  'smartphone-required': {
    status: 403,
    title: { ja: 'スマートフォンで開いてください', en: 'Open this on a smartphone' },
    detail: {
      ja: 'スマート学生証の受領と利用には、スマートフォンが必要です。PC とタブレットでは利用できません。',
      en: 'The smart student ID is received and used on a smartphone. PCs and tablets cannot be used.',
    },
    nextStep: {
      ja: 'スマートフォンでメールのリンクを開いてください。スマートフォンでもこの画面が出る場合は、ブラウザの「PC版サイト」の表示をオフにしてください。',
      en: 'Open the link of the mail on a smartphone. If this appears on a smartphone too, turn off "Desktop site" in the browser.',
    },
    audience: 'student',
    retry: 'never',
  },
  'registration-needs-link': {
    status: 403,
    title: { ja: '発行のお知らせメールのリンクから登録してください', en: 'Register from the link in the issue mail' },
    detail: {
      ja: 'アカウントの登録は、学校から届く発行のお知らせメールのリンクから始まります。',
      en: 'Registration starts from the link in the mail that tells you of the issue.',
    },
    nextStep: {
      ja: 'メールのリンクを開いてください。メールが見当たらない場合は、迷惑メールフォルダを確認してください。まだ発行されていないこともあるため、発行日と宛先は学校に問い合わせてください。',
      en: 'Open the link of that mail. If you cannot find the mail, look in the junk folder. It may not have been issued yet: ask your school when and to which address it issues.',
    },
    audience: 'student',
    retry: 'never',
  },
  'app-outdated': {
    status: 403,
    title: { ja: 'アプリの更新が必要です', en: 'The app has to be updated' },
    detail: {
      ja: 'お使いのアプリ（バージョン{version}）では、サービスを利用できません。バージョン{minimum}以降が必要です。',
      en: 'The service cannot be used with this version of the app ({version}). Version {minimum} or later is needed.',
    },
    nextStep: {
      ja: 'アプリストアでアプリを更新してください。更新できない場合は、OSを更新するか、対応するスマートフォンをお使いください。',
      en: 'Update the app in the app store. If there is no update, update the system or use another smartphone that is supported.',
    },
    audience: 'student',
    retry: 'never',
  },
  'form-expired': {
    status: 410,
    title: { ja: '画面の有効時間が過ぎました', en: 'The form has expired' },
    detail: {
      ja: '{minutes}分以上たったため、入力した内容は送信されませんでした。登録はまだ行われていません。',
      en: 'It has been more than {minutes} min, and what you entered was not sent. Nothing has been registered.',
    },
    nextStep: {
      ja: 'お手数ですが、最初からもう一度入力してください。メールのリンクは、まだ使えます。',
      en: 'Please start over. The link of the mail still works.',
    },
    audience: 'student',
    retry: 'now',
  },
  'consent-missing': {
    status: 422,
    title: { ja: '同意が必要です', en: 'Your consent is needed' },
    detail: {
      ja: '最新の利用規約と個人情報保護方針の両方に同意すると、登録に進めます。',
      en: 'Registration goes on once you have agreed to both the current terms of use and the current privacy policy.',
    },
    nextStep: {
      ja: '両方の内容を確認し、チェックを入れてからボタンを押してください。同意しない場合の学生証については、学校に相談してください。',
      en: 'Read both, tick the boxes and press the button. If you do not agree, ask your school about another student ID.',
    },
    audience: 'student',
    retry: 'now',
  },
  'name-invalid': {
    status: 422,
    title: { ja: '氏名を確認してください', en: 'Check the name' },
    detail: {
      ja: '氏名は1文字以上{max}文字以下で、改行などの特殊な文字を含めずに入力してください。',
      en: 'A name has 1 to {max} characters, without line breaks or other control characters.',
    },
    nextStep: { ja: '氏名を入力し直してください。', en: 'Type the name again.' },
    audience: 'student',
    retry: 'now',
  },
  'password-rules': {
    status: 422,
    title: { ja: 'パスワードが条件を満たしていません', en: 'The password does not meet the rules' },
    detail: {
      ja: 'パスワードの条件のうち、満たしていないものが{count}つあります。',
      en: 'The password breaks {count} of the rules.',
    },
    nextStep: { ja: 'パスワードを入力し直してください。', en: 'Choose another password.' },
    audience: 'student',
    retry: 'now',
  },
  'account-exists': {
    status: 409,
    title: { ja: 'すでに登録されています', en: 'There is an account already' },
    detail: {
      ja: 'このメールアドレスのアカウントは、すでに登録されています。',
      en: 'An account with this address is registered already.',
    },
    nextStep: {
      ja: '登録したパスワードでログインしてください。パスワードを忘れた場合は、再設定してください。',
      en: 'Log in with the password you registered. If you forgot it, set a new one.',
    },
    audience: 'student',
    retry: 'never',
  },
  'activation-expired': {
    status: 410,
    title: { ja: '有効化のリンクの期限が切れています', en: 'The activation link has expired' },
    detail: {
      ja: '仮登録のお知らせメールのリンクは、有効期限を過ぎています。',
      en: 'The link of this activation mail is past its time.',
    },
    nextStep: {
      ja: '仮登録のお知らせメールを再送し、新しいメールのボタンを押してください。',
      en: 'Have the activation mail sent again and press the button in the new one.',
    },
    audience: 'student',
    retry: 'never',
  },
  'activation-superseded': {
    status: 410,
    title: { ja: 'より新しい仮登録のお知らせメールがあります', en: 'There is a newer activation mail' },
    detail: {
      ja: 'このリンクは、後から送られたメールのリンクに置き換わっています。',
      en: 'A mail sent later has replaced this link.',
    },
    nextStep: {
      ja: '最も新しい仮登録のお知らせメールのボタンを押してください。',
      en: 'Press the button in the newest activation mail.',
    },
    audience: 'student',
    retry: 'never',
  },
  'activation-used': {
    status: 409,
    title: { ja: 'アカウントはすでに有効です', en: 'The account is active already' },
    detail: { ja: 'このリンクでの有効化は済んでいます。', en: 'This link has activated the account before.' },
    nextStep: { ja: 'アプリでログインしてください。', en: 'Log in to the app.' },
    audience: 'student',
    retry: 'never',
  },
  'login-failed': {
    status: 401,
    title: { ja: 'ログインできません', en: 'You could not be logged in' },
    detail: {
      ja: 'メールアドレスまたはパスワードが正しくありません。',
      en: 'The address or the password is not right.',
    },
    nextStep: {
      ja: '学校が発行に使ったメールアドレスか確かめ、もう一度入力してください。パスワードを忘れた場合は、再設定してください。',
      en: 'Check that it is the address your school issued to, and try again. If you forgot the password, set a new one.',
    },
    audience: 'student',
    retry: 'now',
  },
  'account-not-activated': {
    status: 403,
    title: { ja: 'アカウントがまだ有効になっていません', en: 'The account is not active yet' },
    detail: {
      ja: '仮登録のお知らせメールでの有効化が済んでいません。',
      en: 'The account has not been activated from the activation mail.',
    },
    nextStep: {
      ja: '「オープンバッジサービス仮登録のお知らせ」メールのボタンを押してください。見当たらない場合は、迷惑メールフォルダを確認するか、メールを再送してください。',
      en: 'Press the button in the activation mail. If you cannot find it, look in the junk folder or have it sent again.',
    },
    audience: 'student',
    retry: 'never',
  },
  'account-locked': {
    status: 423,
    title: { ja: 'ログインを一時的に停止しています', en: 'Logging in is suspended for a while' },
    detail: {
      ja: 'パスワードの誤りが続いたため、あと{minutes}分間はログインできません。',
      en: 'After several wrong passwords in a row, logging in is not possible for {minutes} more min.',
    },
    nextStep: {
      ja: '時間をおいてからログインするか、パスワードを再設定してください。再設定すると、すぐにログインできます。',
      en: 'Wait, or set a new password: you can then log in at once.',
    },
    audience: 'student',
    retry: 'later',
  },
  'reset-expired': {
    status: 410,
    title: { ja: 'パスワード再設定のリンクの期限が切れています', en: 'The link for a new password has expired' },
    detail: { ja: 'このリンクは、有効期限を過ぎています。', en: 'This link is past its time.' },
    nextStep: {
      ja: 'もう一度パスワードの再設定を申し込んでください。',
      en: 'Ask for a new password once more.',
    },
    audience: 'student',
    retry: 'never',
  },
  'reset-superseded': {
    status: 410,
    title: { ja: 'より新しい再設定のメールがあります', en: 'There is a newer mail for a new password' },
    detail: {
      ja: 'このリンクは、後から送られたメールのリンクに置き換わっています。',
      en: 'A mail sent later has replaced this link.',
    },
    nextStep: {
      ja: '最も新しい再設定のメールのリンクを開いてください。',
      en: 'Open the link of the newest mail.',
    },
    audience: 'student',
    retry: 'never',
  },
  'reset-used': {
    status: 409,
    title: { ja: 'パスワードは再設定済みです', en: 'The password has been set already' },
    detail: {
      ja: 'このリンクでの再設定は済んでいます。',
      en: 'A new password has been set with this link before.',
    },
    nextStep: {
      ja: '新しいパスワードでログインしてください。覚えがない場合は、もう一度再設定を申し込んでください。',
      en: 'Log in with the new password. If that was not you, ask for a new password once more.',
    },
    audience: 'student',
    retry: 'never',
  },
  'address-confirmation-expired': {
    status: 410,
    title: { ja: '確認のリンクの期限が切れています', en: 'The confirmation link has expired' },
    detail: { ja: 'このリンクは、有効期限を過ぎています。', en: 'This link is past its time.' },
    nextStep: {
      ja: 'アプリで、もう一度メールアドレスを追加してください。',
      en: 'Add the address in the app once more.',
    },
    audience: 'student',
    retry: 'never',
  },
  'address-confirmation-superseded': {
    status: 410,
    title: { ja: 'より新しい確認のメールがあります', en: 'There is a newer confirmation mail' },
    detail: {
      ja: 'このリンクは、後から送られたメールのリンクに置き換わっています。',
      en: 'A mail sent later has replaced this link.',
    },
    nextStep: {
      ja: '最も新しい確認のメールのリンクを開いてください。',
      en: 'Open the link of the newest mail.',
    },
    audience: 'student',
    retry: 'never',
  },
  'address-confirmation-used': {
    status: 409,
    title: { ja: 'メールアドレスは確認済みです', en: 'The address is confirmed already' },
    detail: { ja: 'このリンクでの確認は済んでいます。', en: 'This link has confirmed the address before.' },
    nextStep: { ja: 'アプリに戻って続けてください。', en: 'Go on in the app.' },
    audience: 'student',
    retry: 'never',
  },
  'address-taken': {
    status: 409,
    title: { ja: 'ほかのアカウントのメールアドレスです', en: 'The address belongs to another account' },
    detail: {
      ja: 'このメールアドレスは、ほかのアカウントに登録されているため、追加できません。',
      en: 'The address cannot be added because another account has it.',
    },
    nextStep: {
      ja: 'そのアカウントにログインして利用してください。心当たりがない場合は、https://support.openbadge.net/ja/contact/ に問い合わせてください。',
      en: 'Log in to that account. If you know of none, ask at https://support.openbadge.net/ja/contact/',
    },
    audience: 'student',
    retry: 'never',
  },
  'address-confirmation-elsewhere': {
    status: 403,
    title: { ja: '追加を申し込んだアカウントではありません', en: 'Another account asked to add the address' },
    detail: {
      ja: 'このメールアドレスの追加は、別のアカウントから申し込まれています。',
      en: 'It was another account that asked to add this address.',
    },
    nextStep: {
      ja: '申し込んだアカウントでログインし、もう一度リンクを開いてください。申し込んだ覚えがない場合は、何もする必要はありません。',
      en: 'Log in to the account that asked and open the link again. If you did not ask for it, there is nothing to do.',
    },
    audience: 'student',
    retry: 'never',
  },
  'addresses-full': {
    status: 409,
    title: { ja: 'これ以上は追加できません', en: 'No more addresses can be added' },
    detail: {
      ja: '1つのアカウントに登録できるメールアドレスは{max}件までです。',
      en: 'An account can have {max} addresses.',
    },
    nextStep: {
      ja: '登録済みのメールアドレスを利用してください。',
      en: 'Use one of the addresses that are registered.',
    },
    audience: 'student',
    retry: 'never',
  },
  'mail-limit': {
    status: 429,
    title: { ja: '送信回数の上限に達しました', en: 'Too many mails were asked for' },
    detail: {
      ja: '短い時間に何度も依頼されたため、メールは送信していません。',
      en: 'The mail was not sent because it was asked for many times in a short while.',
    },
    nextStep: {
      ja: '届いているメールを確かめるか、1時間ほどしてからもう一度お試しください。',
      en: 'Look for the mails that have arrived, or try again in an hour.',
    },
    audience: 'student',
    retry: 'later',
  },
  'issuer-unreachable': {
    status: 503,
    title: { ja: '発行元のサービスに接続できません', en: "The issuer's service cannot be reached" },
    detail: {
      ja: '発行元のサービスから応答がなかったため、処理を終えられませんでした。',
      en: "The issuer's service did not answer, so this could not be finished.",
    },
    nextStep: {
      ja: '時間をおいて、同じ操作をもう一度行ってください。二重に受領されることはありません。',
      en: 'Wait a little and do the same again. Nothing will be received twice.',
    },
    audience: 'student',
    retry: 'later',
  },
} as const satisfies Record<string, ErrorEntry>;

import type { ErrorEntry } from '../error-entry.ts';

/** What can go wrong on the way out of this machine, and in the servers there that mail is read from. */
export const egressErrors = {
  'egress-not-named': {
    status: 403,
    title: { ja: '指定されていない接続先です', en: 'No such host was named' },
    detail: {
      ja: '{host} には接続しませんでした。接続するのは、起動時に指定されたホストだけです。',
      en: 'Nothing was sent to {host}: only the hosts that were named at the start are connected to.',
    },
    nextStep: {
      ja: '接続してよいホストであれば、オプション（--reach、--online、--mailhog、--mailpit など）で、ユーザー名を付けずに指定してください。',
      en: 'If it is a host to connect to, name it with an option such as --reach, --online, --mailhog or --mailpit, without a user name.',
    },
    audience: 'operator',
    retry: 'never',
  },
  'egress-address-refused': {
    status: 403,
    title: { ja: '内部ネットワークには接続しません', en: 'Inner networks are not connected to' },
    detail: {
      ja: '{host} には接続しませんでした。アドレスが内部ネットワークか、特別な用途のものです。',
      en: 'Nothing was sent to {host}: its address belongs to an inner network, or to a special purpose.',
    },
    nextStep: {
      ja: 'サーバーのポートを、このマシンの 127.0.0.1 に転送し（docker run -p や ssh -L）、127.0.0.1 を指定してください。',
      en: 'Forward the port to 127.0.0.1 of this machine (docker run -p, ssh -L) and name 127.0.0.1.',
    },
    audience: 'operator',
    retry: 'never',
  },
  'egress-failed': {
    status: 502,
    title: { ja: '接続先から応答がありません', en: 'The host did not answer' },
    detail: {
      ja: '{host} と通信できませんでした（{reason}）。',
      en: '{host} could not be spoken with ({reason}).',
    },
    nextStep: {
      ja: 'サーバーが動いているか、ホスト名とポート番号が正しいかを確かめてください。',
      en: 'Check that the server is running and that host and port are right.',
    },
    audience: 'operator',
    retry: 'later',
  },
  'server-url-invalid': {
    status: 400,
    title: { ja: 'サーバーの URL を読み取れません', en: 'This is not the URL of a server' },
    detail: {
      ja: 'メールサーバーの URL が正しくありません。',
      en: 'The URL of the mail server cannot be read.',
    },
    nextStep: {
      ja: '「http://127.0.0.1:8025」のように、ユーザー名や ? を付けずに指定してください。',
      en: 'Write it as http://127.0.0.1:8025, without a user name and without a question mark.',
    },
    audience: 'operator',
    retry: 'never',
  },
  'capture-server-unfit': {
    status: 502,
    title: { ja: 'メールサーバーの応答を読み取れません', en: 'The mail server answered something else' },
    detail: {
      ja: '{server} の応答は、MailHog や Mailpit のものとして読み取れません（{reason}）。',
      en: '{server} did not answer as a MailHog or a Mailpit does ({reason}).',
    },
    nextStep: {
      ja: 'SMTP（1025）ではなく API のポート（通常は 8025）か、--mailhog と --mailpit を取り違えていないかを確かめてください。',
      en: 'Check that it is the port of the API (mostly 8025), not of SMTP (1025), and that --mailhog and --mailpit are not mixed up.',
    },
    audience: 'operator',
    retry: 'never',
  },
  'mail-not-taken': {
    status: 502,
    title: { ja: 'メールサーバーがメールを受け取りません', en: 'The mail server did not take the mail' },
    detail: {
      ja: '{server} の SMTP に、メールを渡せませんでした（{reason}）。',
      en: 'The SMTP server at {server} did not take a mail ({reason}).',
    },
    nextStep: {
      ja: 'SMTP のポート（--mailhog-smtp、--mailpit-smtp。通常は 1025）を確かめてください。MailHog なら、Jim を外してください。',
      en: 'Check the port of SMTP (--mailhog-smtp, --mailpit-smtp; mostly 1025). With a MailHog, send Jim away.',
    },
    audience: 'operator',
    retry: 'later',
  },
  'mail-not-returned': {
    status: 504,
    title: { ja: 'メールサーバーからメールが戻ってきません', en: 'A mail did not come back from the mail server' },
    detail: {
      ja: 'SMTP で渡したメールが、{seconds} 秒待っても {server} の API に現れませんでした。',
      en: 'A mail that was handed over by SMTP did not appear at {server} within {seconds} s.',
    },
    nextStep: {
      ja: 'SMTP と API が同じサーバーのものか、別の利用者がメールを消していないかを確かめてください。',
      en: 'Check that SMTP and API belong to the same server, and that nobody else deletes mails there.',
    },
    audience: 'operator',
    retry: 'later',
  },
} as const satisfies Record<string, ErrorEntry>;

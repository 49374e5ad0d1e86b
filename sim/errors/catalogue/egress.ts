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
      ja: '接続してよいホストであれば、オプション（--mailhog、--mailpit など）で、ユーザー名を付けずに指定してください。',
      en: 'If it is a host to connect to, name it with an option such as --mailhog or --mailpit, without a user name.',
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
} as const satisfies Record<string, ErrorEntry>;

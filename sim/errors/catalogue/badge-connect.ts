import type { ErrorEntry } from '../error-entry.ts';

export const badgeConnectErrors = {
  'badge-host-invalid': {
    status: 422,
    title: { ja: '接続先を読み取れません', en: 'This is no host of badges' },
    detail: {
      ja: '接続先は「https://badges.example.org」のように、https の URL で指定します。',
      en: 'A host is named by an https URL such as https://badges.example.org.',
    },
    nextStep: {
      ja: 'ユーザー名・? ・# を付けずに、もう一度入力してください。',
      en: 'Type it again, without a user name, a question mark or a #.',
    },
    audience: 'student',
    retry: 'now',
  },
  'badge-host-unreachable': {
    status: 502,
    title: { ja: '接続先から応答がありません', en: 'The host of badges does not answer' },
    detail: { ja: '{host} と通信できませんでした（{reason}）。', en: '{host} could not be spoken with: {reason}.' },
    nextStep: {
      ja: 'しばらくしてから、もう一度お試しください。同じ操作を繰り返しても、二重にはなりません。',
      en: 'Try again in a while. Doing it twice does no harm.',
    },
    audience: 'student',
    retry: 'later',
  },
  'badge-host-busy': {
    status: 503,
    title: { ja: '接続先が混み合っています', en: 'The host of badges is busy' },
    detail: {
      ja: '{host} が、{seconds} 秒後にもう一度接続するよう求めています。',
      en: '{host} asks to be called again in {seconds} s.',
    },
    nextStep: { ja: 'その時間だけ待ってから、もう一度お試しください。', en: 'Wait that long and try again.' },
    audience: 'student',
    retry: 'later',
  },
  'badge-host-unfit': {
    status: 502,
    title: { ja: '接続先の応答を読み取れません', en: 'The host does not speak the Open Badges API' },
    detail: {
      ja: '{host} の応答が、Open Badges 3.0 の API の決まりに合っていません（{reason}）。',
      en: 'What {host} answered is not as the Open Badges 3.0 API says: {reason}.',
    },
    nextStep: {
      ja: '接続先の URL を確かめてください。正しい場合は、この表示を接続先の運営者に伝えてください。',
      en: 'Check its URL. If that is right, tell the operator of the host what is shown here.',
    },
    audience: 'operator',
    retry: 'never',
  },
  'badge-host-refused': {
    status: 502,
    title: { ja: '接続先に断られました', en: 'The host of badges refused' },
    detail: {
      ja: '{host} が、状態コード {status} で断りました。理由: {words}',
      en: '{host} refused with status {status}. In its own words: {words}',
    },
    nextStep: {
      ja: '理由を確かめてください。分からない場合は、接続先の運営者に問い合わせてください。',
      en: 'Read its reason; ask the operator of the host if it does not help.',
    },
    audience: 'operator',
    retry: 'never',
  },
  'connection-answer-invalid': {
    status: 400,
    title: { ja: 'この接続の手続きは続けられません', en: 'This does not belong to a connection' },
    detail: {
      ja: '接続の手続きが始まっていないか、ほかの方が始めたものか、すでに済んだか、時間が過ぎています。',
      en: 'No connection of yours is being made that this belongs to: it was made already, too much time has passed, or somebody else began it.',
    },
    nextStep: { ja: 'ご自身の画面から、もう一度接続してください。', en: 'Connect once more, and allow it yourself.' },
    audience: 'student',
    retry: 'never',
  },
  'connection-declined': {
    status: 403,
    title: { ja: '接続されませんでした', en: 'The connection was declined' },
    detail: {
      ja: '接続先で、接続が許可されませんでした（{reason}）。',
      en: 'The connection was not allowed at the host: {reason}.',
    },
    nextStep: {
      ja: '接続する場合は、接続をもう一度始め、接続先の画面で許可してください。',
      en: 'To connect after all, begin again and allow it at the host.',
    },
    audience: 'student',
    retry: 'never',
  },
  'connection-lapsed': {
    status: 409,
    title: { ja: 'もう一度接続してください', en: 'Connect once more' },
    detail: {
      ja: '接続先での許可が、まだないか、期限が切れたか、取り消されています。',
      en: 'The host’s permission is not there yet, has run out, or was withdrawn.',
    },
    nextStep: {
      ja: '同じ接続先を指定して接続し直し、接続先の画面で許可してください。',
      en: 'Connect to the same host again and allow it there.',
    },
    audience: 'student',
    retry: 'never',
  },
  'connection-scope-missing': {
    status: 409,
    title: { ja: 'この操作は許可されていません', en: 'The host did not allow this' },
    detail: {
      ja: '接続先で許可された範囲に、この操作（{scope}）が含まれていません。',
      en: 'What was allowed at the host does not include {scope}.',
    },
    nextStep: {
      ja: '接続し直し、接続先の画面でこの操作も許可してください。',
      en: 'Connect again and allow it at the host too.',
    },
    audience: 'student',
    retry: 'never',
  },
} as const satisfies Record<string, ErrorEntry>;

import type { ErrorEntry } from '../error-entry.ts';

export const apiErrors = {
  'request-invalid': {
    status: 400,
    title: { ja: '送られた内容を読み取れません', en: 'The request cannot be read' },
    detail: {
      ja: '{pointer} の値が正しくありません（{reason}）。',
      en: 'The value at {pointer} is not right: {reason}.',
    },
    nextStep: {
      ja: 'API の説明に合わせて直し、もう一度送ってください。',
      en: 'Correct it as the API reference says and send it again.',
    },
    audience: 'operator',
    retry: 'never',
  },
  'query-invalid': {
    status: 400,
    title: { ja: '指定を読み取れません', en: 'The query cannot be read' },
    detail: {
      ja: 'アドレスの {name} の値が正しくありません（{reason}）。',
      en: 'The value of {name} in the address is not right: {reason}.',
    },
    nextStep: {
      ja: 'API の説明に合わせて直し、もう一度送ってください。',
      en: 'Correct it as the API reference says and send it again.',
    },
    audience: 'operator',
    retry: 'never',
  },
  'method-not-allowed': {
    status: 405,
    title: { ja: 'この方法では使えません', en: 'Not by that method' },
    detail: {
      ja: 'このアドレスで使えるのは {allowed} です。',
      en: 'This address takes {allowed}.',
    },
    nextStep: { ja: 'API の説明を確かめてください。', en: 'See the API reference.' },
    audience: 'operator',
    retry: 'never',
  },
  'not-acceptable': {
    status: 406,
    title: { ja: 'お望みの形式では返せません', en: 'Not in that form' },
    detail: { ja: '返せる形式は {offered} です。', en: 'It can be had as {offered}.' },
    nextStep: { ja: 'Accept を直して、もう一度送ってください。', en: 'Ask for one of these in Accept.' },
    audience: 'operator',
    retry: 'never',
  },
  'media-type-unsupported': {
    status: 415,
    title: { ja: 'この形式では送れません', en: 'Not in that media type' },
    detail: {
      ja: '受け付ける形式は {taken} です。',
      en: 'The body must be {taken}.',
    },
    nextStep: { ja: 'Content-Type を確かめて、もう一度送ってください。', en: 'Set Content-Type to what the body is.' },
    audience: 'operator',
    retry: 'never',
  },
  'rate-limited': {
    status: 429,
    title: { ja: '回数が多すぎます', en: 'Too many requests' },
    detail: { ja: '短い間に、多くのリクエストが届きました。', en: 'Too many requests came within a short time.' },
    nextStep: { ja: 'Retry-After の秒数だけ待ってから、送ってください。', en: 'Wait for the seconds in Retry-After.' },
    audience: 'operator',
    retry: 'later',
  },
  'body-too-large': {
    status: 413,
    title: { ja: '送られた内容が大きすぎます', en: 'The request is too large' },
    detail: { ja: '受け付けられる大きさを超えています。', en: 'The body is larger than this operation accepts.' },
    nextStep: { ja: '分けて送ってください。', en: 'Send it in smaller parts.' },
    audience: 'operator',
    retry: 'never',
  },
  'page-foreign': {
    status: 403,
    title: { ja: 'この画面からは操作できません', en: 'This page may not do that' },
    detail: {
      ja: '別のサイトの画面から送られた操作のため、受け付けませんでした。',
      en: 'Nothing was done: the request came from a page of another site, or does not say which page sent it.',
    },
    nextStep: {
      ja: 'アプリの画面を開き直して、もう一度操作してください。',
      en: 'Open the app’s own page and do it there.',
    },
    audience: 'operator',
    retry: 'never',
  },
  'host-foreign': {
    status: 421,
    title: { ja: 'この名前では開けません', en: 'Not under that name' },
    detail: {
      ja: '127.0.0.1 か localhost 以外の名前で呼ばれたため、何も返しませんでした。',
      en: 'The request names another host than 127.0.0.1 or localhost: nothing was answered.',
    },
    nextStep: {
      ja: 'http://127.0.0.1 で始まるアドレスで開いてください。',
      en: 'Open it under an address that begins with http://127.0.0.1.',
    },
    audience: 'operator',
    retry: 'never',
  },
  'clock-real': {
    status: 409,
    title: { ja: '時計は動かせません', en: 'The clock cannot be moved' },
    detail: {
      ja: '実時間で動いている世界なので、時刻を進められません。',
      en: 'The world runs in real time: its clock moves by itself.',
    },
    nextStep: {
      ja: 'そのまま待つか、--real-time を付けずに始めてください。',
      en: 'Wait, or start it without --real-time.',
    },
    audience: 'operator',
    retry: 'never',
  },
  unauthorized: {
    status: 401,
    title: { ja: '認証が必要です', en: 'Authentication is needed' },
    detail: { ja: '有効な認証情報がありません。', en: 'The request carries no valid credentials.' },
    nextStep: { ja: 'もう一度ログインしてください。', en: 'Log in again.' },
    audience: 'student',
    retry: 'never',
  },
  'not-found': {
    status: 404,
    title: { ja: '見つかりません', en: 'Not found' },
    detail: { ja: '指定されたものはありません。', en: 'There is nothing by that name.' },
    nextStep: { ja: '指定を確かめてください。', en: 'Check what was asked for.' },
    audience: 'operator',
    retry: 'never',
  },
  'service-unavailable': {
    status: 503,
    title: { ja: 'ただいまご利用いただけません', en: 'Not available at the moment' },
    detail: { ja: 'サービスはメンテナンス中です。', en: 'The service is under maintenance.' },
    nextStep: { ja: 'しばらくしてから、もう一度お試しください。', en: 'Try again in a while.' },
    audience: 'student',
    retry: 'later',
  },
} as const satisfies Record<string, ErrorEntry>;

import type { ErrorEntry } from '../error-entry.ts';

const forOperator = { audience: 'operator', retry: 'never' } as const;

/** What can go wrong between a program of somebody else and the students that it asks for access. */
export const oauthErrors = {
  'client-metadata-invalid': {
    ...forOperator,
    status: 400,
    oauth: 'invalid_client_metadata',
    title: { ja: 'クライアントの登録内容が正しくありません', en: 'The client metadata is not right' },
    detail: {
      ja: '{pointer} の値が正しくありません（{reason}）。',
      en: 'The value at {pointer} is not right: {reason}.',
    },
    nextStep: {
      ja: 'Open Badges 3.0 の Dynamic Client Registration の表に合わせて直し、もう一度登録してください。',
      en: 'Correct it as the table of Dynamic Client Registration in Open Badges 3.0 says, and register again.',
    },
  },
  'redirect-uri-invalid': {
    ...forOperator,
    status: 400,
    oauth: 'invalid_redirect_uri',
    title: { ja: 'リダイレクト先の URL が使えません', en: 'A redirect URI cannot be taken' },
    detail: {
      ja: 'redirect_uris の URL を登録できません（{reason}）。',
      en: 'A URL of redirect_uris cannot be registered: {reason}.',
    },
    nextStep: {
      ja: 'https の URL を、client_uri と同じホスト名で指定してください。このマシンで試すときは http://localhost も使えます。',
      en: 'Give https URLs with the host name of client_uri; to try it on this machine, http://localhost is taken too.',
    },
  },
  'client-unknown': {
    ...forOperator,
    status: 401,
    oauth: 'invalid_client',
    title: { ja: 'クライアントを確認できません', en: 'The client could not be authenticated' },
    detail: {
      ja: 'client_id か client_secret が正しくないか、Basic 認証で送られていません。',
      en: 'client_id or client_secret is not right, or was not sent by HTTP Basic authentication.',
    },
    nextStep: {
      ja: '登録時に受け取った値を、Authorization: Basic で送ってください。',
      en: 'Send what the registration answered as Authorization: Basic.',
    },
  },
  'authorization-client-unknown': {
    ...forOperator,
    status: 400,
    oauth: 'invalid_client',
    title: { ja: 'どのサービスからの依頼か分かりません', en: 'It is not known which service asks' },
    detail: {
      ja: 'この client_id のサービスは登録されていません。',
      en: 'No service is registered under this client_id.',
    },
    nextStep: {
      ja: '元のサービスに戻り、もう一度はじめからお試しください。続く場合は、そのサービスに問い合わせてください。',
      en: 'Go back to the service and start again. If this goes on, tell that service.',
    },
  },
  'authorization-redirect-unknown': {
    ...forOperator,
    status: 400,
    oauth: 'invalid_request',
    title: { ja: '戻り先が登録と異なります', en: 'The address to go back to is not registered' },
    detail: {
      ja: '依頼にある redirect_uri は、このサービスが登録したものと一致しません。安全のため、どこにも移動しませんでした。',
      en: 'The redirect_uri of the request is none that this service registered. For safety, you were sent nowhere.',
    },
    nextStep: {
      ja: '元のサービスに戻り、もう一度はじめからお試しください。続く場合は、そのサービスに問い合わせてください。',
      en: 'Go back to the service and start again. If this goes on, tell that service.',
    },
  },
  'authorization-request-invalid': {
    ...forOperator,
    status: 400,
    oauth: 'invalid_request',
    title: { ja: '依頼の内容が正しくありません', en: 'The authorization request is not right' },
    detail: {
      ja: '{name} がないか、使える値ではありません。',
      en: 'The parameter {name} is missing or has a value that is not taken.',
    },
    nextStep: {
      ja: 'state と、S256 の code_challenge を付けてください。',
      en: 'Send response_type=code, a state, and a code_challenge with code_challenge_method=S256.',
    },
  },
  'response-type-unsupported': {
    ...forOperator,
    status: 400,
    oauth: 'unsupported_response_type',
    title: { ja: 'この方式の依頼は受け付けていません', en: 'That response type is not offered' },
    detail: { ja: 'response_type に使えるのは code だけです。', en: 'The only response_type is code.' },
    nextStep: { ja: 'response_type=code で依頼してください。', en: 'Ask with response_type=code.' },
  },
  'scope-invalid': {
    ...forOperator,
    status: 400,
    oauth: 'invalid_scope',
    title: { ja: '求められた範囲は認められません', en: 'The scope cannot be given' },
    detail: {
      ja: 'scope がないか、登録または許可された範囲を超えています。',
      en: 'The scope is missing, or more than what was registered or granted.',
    },
    nextStep: {
      ja: '登録と許可の範囲に収まる scope を指定してください。',
      en: 'Ask for a scope within what was registered and granted.',
    },
  },
  'authorization-over': {
    status: 410,
    oauth: 'invalid_request',
    title: { ja: 'この画面は使えなくなりました', en: 'This page is out of date' },
    detail: {
      ja: '時間が経ったか、すでに回答が済んでいます。',
      en: 'It has been open for too long, or has been answered already.',
    },
    nextStep: {
      ja: '元のサービスに戻り、もう一度はじめからお試しください。',
      en: 'Go back to the service that sent you here and start again.',
    },
    audience: 'student',
    retry: 'never',
  },
  'authorization-denied': {
    status: 403,
    oauth: 'access_denied',
    title: { ja: '許可されませんでした', en: 'It was not allowed' },
    detail: { ja: '本人が、アクセスを許可しませんでした。', en: 'The student did not allow the access.' },
    nextStep: {
      ja: '必要な場合は、理由を説明してから、もう一度依頼してください。',
      en: 'If it is needed, explain why and ask again.',
    },
    audience: 'operator',
    retry: 'never',
  },
  'grant-invalid': {
    ...forOperator,
    status: 400,
    oauth: 'invalid_grant',
    title: { ja: 'この許可は使えません', en: 'The grant cannot be used' },
    detail: {
      ja: 'code または refresh_token が、無効、期限切れ、使用済みか、別のクライアントや redirect_uri、code_verifier のものです。',
      en: 'The code or refresh token is unknown, expired, used or revoked, or belongs to another client, redirect_uri or code_verifier.',
    },
    nextStep: { ja: 'もう一度、本人に許可を求めてください。', en: 'Ask the student for authorization again.' },
  },
  'grant-type-unsupported': {
    ...forOperator,
    status: 400,
    oauth: 'unsupported_grant_type',
    title: { ja: 'この grant_type は使えません', en: 'That grant type is not offered' },
    detail: {
      ja: 'grant_type に使えるのは authorization_code と refresh_token です。',
      en: 'A grant_type is authorization_code or refresh_token.',
    },
    nextStep: { ja: 'どちらかを指定してください。', en: 'Use one of the two.' },
  },
  'access-token-invalid': {
    ...forOperator,
    status: 401,
    oauth: 'invalid_token',
    title: { ja: 'アクセストークンが使えません', en: 'The access token cannot be used' },
    detail: {
      ja: 'アクセストークンが、無効か、期限切れか、取り消されています。',
      en: 'The access token is unknown, expired or revoked.',
    },
    nextStep: {
      ja: 'refresh_token で新しいトークンを受け取るか、もう一度、本人に許可を求めてください。',
      en: 'Get a new one with the refresh token, or ask the student for authorization again.',
    },
  },
  'scope-insufficient': {
    ...forOperator,
    status: 403,
    oauth: 'insufficient_scope',
    title: { ja: 'この操作は許可されていません', en: 'The access token does not allow that' },
    detail: {
      ja: 'この操作には、次の scope が必要です: {scope}',
      en: 'This operation needs the scope {scope}.',
    },
    nextStep: {
      ja: 'この scope を含めて、もう一度、本人に許可を求めてください。',
      en: 'Ask the student for authorization again, with that scope.',
    },
  },
} as const satisfies Record<string, ErrorEntry>;

import type { ErrorEntry } from '../error-entry.ts';

const forWallet = { audience: 'operator', retry: 'never' } as const;
const forStudent = { audience: 'student', retry: 'never' } as const;

const newestMail = {
  ja: '最新の「オープンバッジ発行のお知らせ」メールのリンクから始めるか、発行元の教育機関にご相談ください。',
  en: 'Begin with the link of the latest mail about the student ID, or ask the school that issued it.',
};

/** OpenID4VCI 1.0: `oauth` is the code of its clauses, https://openid.net/specs/openid-4-verifiable-credential-issuance-1_0.html */
export const openid4vciErrors = {
  'openid4vci-offer-unknown': {
    ...forStudent,
    status: 404,
    title: { ja: '受け取りのリンクが正しくありません', en: 'There is no such offer' },
    detail: {
      ja: 'このリンクは登録されていません。途中で切れているかもしれません。',
      en: 'Nothing is offered there; the link may have been cut short.',
    },
    nextStep: newestMail,
  },
  'openid4vci-offer-ended': {
    ...forStudent,
    status: 410,
    title: { ja: 'このリンクでは受け取れません', en: 'The offer has ended' },
    detail: {
      ja: '受け取り済みか、期限を過ぎたか、新しいものに替わっています。',
      en: 'It was taken up, its time is over, or a newer one counts.',
    },
    nextStep: newestMail,
  },
  'openid4vci-number-told': {
    ...forStudent,
    status: 409,
    title: { ja: '番号は学校の窓口でお伝えしています', en: 'The school has told the number' },
    detail: {
      ja: 'この受け取りの番号は、メールでは送られません。',
      en: 'The number of this offer is not sent by mail.',
    },
    nextStep: { ja: '学校の窓口にお尋ねください。', en: 'Ask at the counter of the school.' },
  },
  'openid4vci-grant-unsupported': {
    ...forWallet,
    status: 400,
    oauth: 'unsupported_grant_type',
    title: { ja: 'この方法では始められません', en: 'Not by that grant' },
    detail: {
      ja: '使えるのは事前承認コード（pre-authorized_code）だけです。',
      en: 'Only the pre-authorized code is taken.',
    },
    nextStep: { ja: 'grant_type を確かめてください。', en: 'Check grant_type.' },
  },
  'openid4vci-code-invalid': {
    ...forStudent,
    status: 400,
    oauth: 'invalid_grant',
    title: { ja: 'この受け取りコードは使えません', en: 'The code does not count' },
    detail: {
      ja: '使用済みか、期限を過ぎたか、番号の誤りが続いて止まったか、登録されていないコードです。',
      en: 'It was used, its time is over, too many numbers were wrong, or there is no such code.',
    },
    nextStep: newestMail,
  },
  'openid4vci-details-invalid': {
    ...forWallet,
    status: 400,
    oauth: 'invalid_authorization_details',
    title: { ja: 'authorization_details を読み取れません', en: 'The authorization details cannot be read' },
    detail: {
      ja: 'この発行者の credential_configuration_id を持つ openid_credential が1つ必要です。',
      en: 'It takes one openid_credential with the credential_configuration_id of this issuer.',
    },
    nextStep: { ja: 'メタデータを確かめてください。', en: 'Read the metadata.' },
  },
  'openid4vci-number-missing': {
    ...forStudent,
    status: 400,
    oauth: 'invalid_request',
    title: { ja: '受け取り番号が必要です', en: 'The number is needed' },
    detail: { ja: '受け取り番号（tx_code）がありません。', en: 'The request has no transaction code (tx_code).' },
    nextStep: { ja: 'メールまたは窓口で受け取った6桁の番号を入力してください。', en: 'Enter the 6-digit number.' },
  },
  'openid4vci-number-wrong': {
    ...forStudent,
    retry: 'now',
    status: 400,
    oauth: 'invalid_grant',
    title: { ja: '受け取り番号が違います', en: 'The number is wrong' },
    detail: {
      ja: '番号が違うか、期限を過ぎています。あと{triesLeft}回入力できます。',
      en: 'The number is wrong or its time is over; tries left: {triesLeft}.',
    },
    nextStep: {
      ja: '最も新しい番号を確かめて、もう一度入力してください。',
      en: 'Look for the newest number and enter it again.',
    },
  },
  'openid4vci-token-invalid': {
    ...forWallet,
    status: 401,
    oauth: 'invalid_token',
    title: { ja: 'アクセストークンが使えません', en: 'The access token does not count' },
    detail: {
      ja: '期限を過ぎたか、この発行者のものではありません。',
      en: 'Its time is over, or it is not one of this issuer.',
    },
    nextStep: { ja: 'クレデンシャルオファーから始め直してください。', en: 'Begin again with a credential offer.' },
  },
  'openid4vci-request-invalid': {
    ...forWallet,
    status: 400,
    oauth: 'invalid_credential_request',
    title: { ja: 'クレデンシャル要求を読み取れません', en: 'The credential request cannot be read' },
    detail: {
      ja: '{pointer} の値が正しくありません（{reason}）。',
      en: 'The value at {pointer} is not right: {reason}.',
    },
    nextStep: { ja: 'OpenID4VCI 1.0 に合わせて直してください。', en: 'Correct it as OpenID4VCI 1.0 section 8.2 says.' },
  },
  'openid4vci-configuration-unknown': {
    ...forWallet,
    status: 400,
    oauth: 'unknown_credential_configuration',
    title: { ja: 'その種類の学生証は発行していません', en: 'Not in that configuration' },
    detail: {
      ja: '指定された credential_configuration_id はメタデータにありません。',
      en: 'The metadata has no such credential_configuration_id.',
    },
    nextStep: { ja: 'メタデータを読み直してください。', en: 'Read the metadata again.' },
  },
  'openid4vci-identifier-unknown': {
    ...forWallet,
    status: 400,
    oauth: 'unknown_credential_identifier',
    title: { ja: 'その学生証は受け取れません', en: 'Not that credential' },
    detail: {
      ja: '指定された credential_identifier はトークンの応答にありません。',
      en: 'The token response named no such credential_identifier.',
    },
    nextStep: { ja: 'トークンの応答にある値を使ってください。', en: 'Use the one in the token response.' },
  },
  'openid4vci-encryption': {
    ...forWallet,
    status: 400,
    oauth: 'invalid_encryption_parameters',
    title: { ja: '応答の暗号化には対応していません', en: 'Responses are not encrypted' },
    detail: {
      ja: 'credential_response_encryption には対応していません。',
      en: 'The metadata offers no credential_response_encryption.',
    },
    nextStep: { ja: '指定を外して送り直してください。', en: 'Leave it out.' },
  },
  'openid4vci-proof-invalid': {
    ...forWallet,
    status: 400,
    oauth: 'invalid_proof',
    title: { ja: '鍵の証明を確かめられません', en: 'The proof of the key does not hold' },
    detail: { ja: '鍵の証明の {member} が正しくありません。', en: 'In the key proof, {member} is not right.' },
    nextStep: {
      ja: 'OpenID4VCI 1.0 付録 F.1 に合わせて作り直してください。',
      en: 'Make it anew as OpenID4VCI 1.0 appendix F.1 says.',
    },
  },
  'openid4vci-nonce-invalid': {
    ...forWallet,
    retry: 'now',
    status: 400,
    oauth: 'invalid_nonce',
    title: { ja: 'nonce が使えません', en: 'The nonce does not count' },
    detail: {
      ja: '使用済みか、期限を過ぎたか、発行していない nonce です。',
      en: 'It was used, is too old, or was never given.',
    },
    nextStep: { ja: '新しい nonce を取得してやり直してください。', en: 'Get a new nonce and make the proof anew.' },
  },
  'openid4vci-denied': {
    ...forStudent,
    status: 400,
    oauth: 'credential_request_denied',
    title: { ja: 'この学生証は受け取れません', en: 'The student ID is not handed over' },
    detail: { ja: '{reasonJa}', en: '{reasonEn}' },
    nextStep: {
      ja: '発行元の教育機関に再発行をご相談ください。',
      en: 'Ask the school that issued it to issue it again.',
    },
  },
  'openid4vci-transaction-unknown': {
    ...forWallet,
    status: 400,
    oauth: 'invalid_transaction_id',
    title: { ja: 'その受け取り待ちはありません', en: 'Nothing waits under that id' },
    detail: {
      ja: '受け取り済みか、より新しい要求に替わったか、登録されていない transaction_id です。',
      en: 'It was handed over, a newer request took its place, or there is no such transaction_id.',
    },
    nextStep: { ja: 'クレデンシャルを要求し直してください。', en: 'Request the credential again.' },
  },
  'openid4vci-notification-unknown': {
    ...forWallet,
    status: 400,
    oauth: 'invalid_notification_id',
    title: { ja: 'その通知先はありません', en: 'There is no such notification id' },
    detail: {
      ja: 'このトークンで渡した学生証の notification_id ではありません。',
      en: 'No credential was handed over under that notification_id and token.',
    },
    nextStep: { ja: 'クレデンシャル応答の値を使ってください。', en: 'Use the one in the credential response.' },
  },
  'openid4vci-notification-invalid': {
    ...forWallet,
    status: 400,
    oauth: 'invalid_notification_request',
    title: { ja: '通知を読み取れません', en: 'The notification cannot be read' },
    detail: {
      ja: '{pointer} の値が正しくありません（{reason}）。',
      en: 'The value at {pointer} is not right: {reason}.',
    },
    nextStep: {
      ja: 'OpenID4VCI 1.0 に合わせて直してください。',
      en: 'Correct it as OpenID4VCI 1.0 section 11.1 says.',
    },
  },
} as const satisfies Record<string, ErrorEntry>;

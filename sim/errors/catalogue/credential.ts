import type { ErrorEntry } from '../error-entry.ts';

/** What is wrong with a credential itself, whoever looks at it. */
export const credentialErrors = {
  'credential-invalid': {
    status: 422,
    title: { ja: '学生証のデータが正しくありません', en: 'The credential is not as it must be' },
    detail: {
      ja: '{pointer} の値が規格に合っていないため、発行しませんでした（{reason}）。',
      en: 'It was not issued: the value at {pointer} does not fit the schema ({reason}).',
    },
    nextStep: {
      ja: '名簿と学校の登録内容を確かめ、もう一度発行してください。',
      en: 'Check the roster and the school’s profile, then issue it again.',
    },
    audience: 'operator',
    retry: 'never',
  },
  'credential-unfit': {
    status: 400,
    title: { ja: '証明書の内容が規格に合っていません', en: 'The credential is not as the standard asks' },
    detail: {
      ja: '{pointer} が規格に合っていません（{reason}）。',
      en: 'What stands at {pointer} does not fit: {reason}.',
    },
    nextStep: {
      ja: 'データモデル 2.0（Open Badges 3.0 のときはその規格）に合わせて直してください。',
      en: 'Correct it as data model 2.0 says, and Open Badges 3.0 for badges.',
    },
    audience: 'operator',
    retry: 'never',
  },
  'vc-api-option': {
    status: 400,
    title: { ja: '対応していないオプションです', en: 'That option is not known here' },
    detail: {
      ja: 'オプション {option}、またはその値には対応していません。',
      en: 'The option {option} is not known, or not taken with that value.',
    },
    nextStep: { ja: 'オプションを外して、もう一度送ってください。', en: 'Leave the option out and send it again.' },
    audience: 'operator',
    retry: 'never',
  },
  'proof-malformed': {
    status: 422,
    title: { ja: '署名付きデータとして読み取れません', en: 'This is not a signed credential' },
    detail: {
      ja: 'VC-JWT の形（3 つの部分からなる JWS）になっていません。',
      en: 'It does not have the form of a VC-JWT, a JWS of three parts.',
    },
    nextStep: { ja: '学生証をもう一度表示してください。', en: 'Show the student ID again.' },
    audience: 'support',
    retry: 'now',
  },
  'proof-algorithm': {
    status: 422,
    title: { ja: '対応していない署名方式です', en: 'The signature algorithm is not supported' },
    detail: {
      ja: '署名方式は RS256（2048 ビット以上の RSA 鍵）、ES256、ES384、EdDSA のいずれかで、鍵の種類と合っていなければなりません。',
      en: 'It must be RS256 (an RSA key of 2048 bits or more), ES256, ES384 or EdDSA, and fit the kind of the key.',
    },
    nextStep: { ja: '発行元の教育機関にお問い合わせください。', en: 'Ask the school that issued it.' },
    audience: 'support',
    retry: 'never',
  },
  'proof-header': {
    status: 422,
    title: { ja: '署名のヘッダーが正しくありません', en: 'The header of the signature is not right' },
    detail: {
      ja: 'ヘッダーの {member} が規格に合っていません。',
      en: 'The header parameter {member} is missing, extra, or not what it must be.',
    },
    nextStep: { ja: '発行元の教育機関にお問い合わせください。', en: 'Ask the school that issued it.' },
    audience: 'support',
    retry: 'never',
  },
  'proof-signature': {
    status: 422,
    title: { ja: '署名を確認できません', en: 'The signature does not hold' },
    detail: {
      ja: 'データが書き換えられたか、発行元の鍵で署名されていません。',
      en: 'The data was altered, or another key than the issuer’s signed it.',
    },
    nextStep: {
      ja: 'アプリで学生証をもう一度表示してください。続くときは発行元の教育機関にお問い合わせください。',
      en: 'Show the ID in the app again; if it goes on, ask the school that issued it.',
    },
    audience: 'support',
    retry: 'now',
  },
  'proof-claim': {
    status: 422,
    title: { ja: '署名の内容と学生証の内容が一致しません', en: 'The claims do not match the credential' },
    detail: {
      ja: '{claim} の値が、学生証の対応する項目と同じではありません。',
      en: 'The claim {claim} does not equal the property that it stands for.',
    },
    nextStep: { ja: '発行元の教育機関にお問い合わせください。', en: 'Ask the school that issued it.' },
    audience: 'support',
    retry: 'never',
  },
  'credential-unknown': {
    status: 404,
    title: { ja: 'その学生証はありません', en: 'There is no such credential' },
    detail: { ja: '指定された学生証は登録されていません。', en: 'No credential goes by that id.' },
    nextStep: { ja: '学生証の ID を確かめてください。', en: 'Check the id of the credential.' },
    audience: 'operator',
    retry: 'never',
  },
  'credential-not-yet-valid': {
    status: 409,
    title: { ja: '学生証の有効期間はまだ始まっていません', en: 'The student ID is not valid yet' },
    detail: { ja: '有効期間の開始日時より前です。', en: 'Its period of validity has not begun.' },
    nextStep: {
      ja: '端末の日時が自動設定になっているか確かめ、開始日を過ぎてからお使いください。',
      en: 'Make sure the phone sets its clock by itself, and use the ID from its first day on.',
    },
    audience: 'student',
    retry: 'later',
  },
  'credential-expired': {
    status: 410,
    title: { ja: '学生証の有効期限が切れています', en: 'The student ID has expired' },
    detail: { ja: '有効期限を過ぎています。', en: 'Its period of validity is over.' },
    nextStep: {
      ja: '新しい年度の学生証の発行を、発行元の教育機関にご確認ください。',
      en: 'Ask the school about the ID of the new academic year.',
    },
    audience: 'student',
    retry: 'never',
  },
  'credential-revoked': {
    status: 410,
    title: { ja: 'この学生証は失効しています', en: 'This student ID was revoked' },
    detail: { ja: '発行元の教育機関が失効させました。', en: 'The school that issued it has revoked it.' },
    nextStep: {
      ja: '発行元の教育機関にお問い合わせください。再発行されているときは、新しい学生証をお使いください。',
      en: 'Ask the school that issued it; if it issued another one, use that.',
    },
    audience: 'student',
    retry: 'never',
  },
  'credential-superseded': {
    status: 410,
    title: { ja: 'この学生証は新しいものに替わりました', en: 'A newer student ID took its place' },
    detail: { ja: '再発行により、この学生証は使えなくなりました。', en: 'It ended when the school issued it anew.' },
    nextStep: {
      ja: '再発行された学生証をお使いください。最新のお知らせメールをご確認ください。',
      en: 'Use the newer one; look for the latest mail about it.',
    },
    audience: 'student',
    retry: 'never',
  },
} as const satisfies Record<string, ErrorEntry>;

import type { ErrorEntry } from '../error-entry.ts';

const forSupport = { status: 422, audience: 'support', retry: 'never' } as const;
const askIssuer = {
  ja: '発行元に、失効・停止の情報（ステータスリスト）の確認を依頼してください。',
  en: 'Ask the issuer to look at the status list that it publishes.',
};

/** What is wrong with what an issuer says of the status of its credentials. */
export const statusErrors = {
  'status-entry': {
    ...forSupport,
    title: { ja: '失効・停止の確認先が正しくありません', en: 'The status entry is not right' },
    detail: {
      ja: 'credentialStatus の {member} が規格（Bitstring Status List）に合っていません。',
      en: 'In credentialStatus, {member} is not what Bitstring Status List asks for.',
    },
    nextStep: {
      ja: '発行元に、この証明書の発行し直しを依頼してください。',
      en: 'Ask the issuer to issue the credential again.',
    },
  },
  'status-list-invalid': {
    ...forSupport,
    title: { ja: '失効・停止の一覧が正しくありません', en: 'The status list is not right' },
    detail: {
      ja: 'ステータスリストの {member} が、規格または証明書の記載と合っていません。',
      en: 'In the status list, {member} is not what the standard or the credential asks for.',
    },
    nextStep: askIssuer,
  },
  'status-list-over': {
    ...forSupport,
    title: { ja: '失効・停止の一覧が期限内ではありません', en: 'The status list is outside its time' },
    detail: {
      ja: 'ステータスリストの有効期間（validFrom から validUntil まで）に、現在の日時が入っていません。',
      en: 'It is not the time between validFrom and validUntil of the status list.',
    },
    nextStep: {
      ja: '端末の日時を確かめ、もう一度確認してください。続くときは発行元にお知らせください。',
      en: 'Check the clock and try again; if it goes on, tell the issuer.',
    },
    retry: 'now',
  },
  'status-list-encoding': {
    ...forSupport,
    title: { ja: '失効・停止の一覧を読み取れません', en: 'The status list cannot be read' },
    detail: {
      ja: 'encodedList が「u」で始まる base64url の gzip データではありません。',
      en: 'The encodedList is not "u" and gzip in base64url.',
    },
    nextStep: askIssuer,
  },
  'status-list-too-large': {
    ...forSupport,
    title: { ja: '失効・停止の一覧が大きすぎます', en: 'The status list is too large' },
    detail: {
      ja: '展開すると 16,777,216 件を超えるため、途中で読み取りをやめました。',
      en: 'Unpacked it holds more than 16,777,216 entries; reading it was given up.',
    },
    nextStep: askIssuer,
  },
  'status-list-short': {
    ...forSupport,
    title: { ja: '失効・停止の一覧が短すぎます', en: 'The status list is too short' },
    detail: {
      ja: '一覧は {entries} 件です。個人の特定を防ぐため、{least} 件以上でなければなりません。',
      en: 'It has {entries} entries; so that nobody stands out, there must be at least {least}.',
    },
    nextStep: askIssuer,
  },
  'status-index': {
    ...forSupport,
    title: { ja: '失効・停止の一覧に該当する番号がありません', en: 'The status list has no such entry' },
    detail: {
      ja: '番号 {index} は、{entries} 件の一覧の範囲外です。',
      en: 'Entry {index} is outside of the list of {entries}.',
    },
    nextStep: askIssuer,
  },
} as const satisfies Record<string, ErrorEntry>;

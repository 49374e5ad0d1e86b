import type { ErrorEntry } from '../error-entry.ts';

/** What is wrong with a JSON-LD document, or with the proofs that stand in one. */
export const linkedDataErrors = {
  'context-unknown': {
    status: 422,
    title: { ja: '知らない JSON-LD コンテキストです', en: 'The JSON-LD context is not known' },
    detail: {
      ja: 'コンテキスト {url} は組み込まれていないため、データの意味を確かめられません。ネットワークからは取得しません。',
      en: 'The context {url} is not built in, so the data cannot be understood; contexts are never fetched.',
    },
    nextStep: {
      ja: 'Open Badges 3.0 と Verifiable Credentials の標準のコンテキストだけを使って発行し直してください。',
      en: 'Issue it again with the standard contexts of Open Badges 3.0 and Verifiable Credentials only.',
    },
    audience: 'operator',
    retry: 'never',
  },
  'jsonld-unsafe': {
    status: 422,
    title: { ja: 'JSON-LD として安全に読み取れません', en: 'The data is not safe JSON-LD' },
    detail: {
      ja: '署名が及ばない、または意味が定まらない箇所があります（{reason}、{where}）。',
      en: 'A part of it would not be covered by a signature, or has no defined meaning ({reason}, at {where}).',
    },
    nextStep: {
      ja: '示された項目をコンテキストで定義されたものに直すか、取り除いてから発行し直してください。',
      en: 'Make that member one that a context defines, or remove it, and issue the credential again.',
    },
    audience: 'operator',
    retry: 'never',
  },
  'proof-missing': {
    status: 422,
    title: { ja: '署名が付いていません', en: 'There is no proof' },
    detail: {
      ja: 'データに proof がないため、発行元を確かめられません。',
      en: 'The data has no proof, so nobody can tell who issued it.',
    },
    nextStep: {
      ja: '署名付きのデータかどうかを確かめ、発行元に再発行を依頼してください。',
      en: 'Make sure that this is the signed file; if it is, ask the issuer for a signed one.',
    },
    audience: 'support',
    retry: 'never',
  },
  'proof-unsupported': {
    status: 422,
    title: { ja: '対応していない署名形式です', en: 'The kind of proof is not supported' },
    detail: {
      ja: '署名形式 {suite} は確認できません。対応しているのは eddsa-rdfc-2022、ecdsa-sd-2023、Ed25519Signature2020 です。',
      en: 'A proof of the kind {suite} cannot be checked here; eddsa-rdfc-2022, ecdsa-sd-2023 and Ed25519Signature2020 can.',
    },
    nextStep: {
      ja: '対応している形式での発行を、発行元にご相談ください。',
      en: 'Ask the issuer for one of these kinds.',
    },
    audience: 'operator',
    retry: 'never',
  },
  'proof-member': {
    status: 422,
    title: { ja: '署名の項目が正しくありません', en: 'A member of the proof is not right' },
    detail: {
      ja: '署名の {member} が規格に合っていません（{reason}）。',
      en: 'The member {member} of the proof is not as the specification has it ({reason}).',
    },
    nextStep: { ja: '発行元にお問い合わせください。', en: 'Ask the issuer.' },
    audience: 'operator',
    retry: 'never',
  },
  'proof-expired': {
    status: 410,
    title: { ja: '署名の有効期限が切れています', en: 'The proof has expired' },
    detail: {
      ja: '署名そのものの有効期限を過ぎています。',
      en: 'The time until which the proof itself counts is over.',
    },
    nextStep: {
      ja: '署名し直したデータを、発行元にご依頼ください。',
      en: 'Ask the issuer for one that is signed anew.',
    },
    audience: 'support',
    retry: 'never',
  },
  'proof-none-holds': {
    status: 422,
    title: { ja: 'どの署名も確認できません', en: 'None of the proofs holds' },
    detail: {
      ja: '{count} 件の署名のうち、確認できたものはありません（{failures}）。',
      en: 'Of {count} proofs not one holds ({failures}).',
    },
    nextStep: {
      ja: '受け取ったデータが書き換えられていないか確かめ、発行元にお問い合わせください。',
      en: 'Make sure that the data is as it was received, then ask the issuer.',
    },
    audience: 'support',
    retry: 'never',
  },
} as const satisfies Record<string, ErrorEntry>;

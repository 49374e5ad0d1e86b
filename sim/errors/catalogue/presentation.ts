import type { ErrorEntry } from '../error-entry.ts';

const forOperator = { audience: 'operator', retry: 'never' } as const;

/** What can be wrong with a request for a presentation, and with its answer. */
export const presentationErrors = {
  'presentation-query-unfit': {
    ...forOperator,
    status: 400,
    title: { ja: '提示の条件を読み取れません', en: 'This query cannot be asked' },
    detail: {
      ja: 'dcql_query が DCQL として正しくないか、ここで扱えない内容です（{reason}）。',
      en: 'dcql_query is no DCQL, or asks for what is not handled here: {reason}.',
    },
    nextStep: {
      ja: 'OpenID4VP 1.0 の 6 章に合わせて直すか、preset に student-id を指定してください。',
      en: 'Correct it as section 6 of OpenID4VP 1.0 says, or use the preset student-id.',
    },
  },
  'presentation-request-unknown': {
    ...forOperator,
    status: 404,
    title: { ja: 'その提示の依頼はありません', en: 'There is no such request' },
    detail: { ja: '指定された提示の依頼は登録されていません。', en: 'No request for a presentation goes by that id.' },
    nextStep: { ja: '依頼をもう一度作ってください。', en: 'Make the request anew.' },
  },
  'presentation-request-expired': {
    ...forOperator,
    status: 410,
    title: { ja: '提示の依頼の期限が切れています', en: 'The request has expired' },
    detail: { ja: '提示の依頼の有効期限を過ぎています。', en: 'The time to answer this request is over.' },
    nextStep: { ja: '依頼をもう一度作ってもらってください。', en: 'Ask the verifier for a new request.' },
    oauth: 'invalid_request',
  },
  'presentation-request-answered': {
    ...forOperator,
    status: 409,
    title: { ja: 'この提示の依頼には回答済みです', en: 'The request has been answered' },
    detail: { ja: '提示の依頼に回答できるのは一度だけです。', en: 'A request is answered once.' },
    nextStep: { ja: '依頼をもう一度作ってもらってください。', en: 'Ask the verifier for a new request.' },
    oauth: 'invalid_request',
  },
  'presentation-response-unfit': {
    ...forOperator,
    status: 400,
    title: { ja: '提示の回答を読み取れません', en: 'The response cannot be read' },
    detail: {
      ja: '回答の {member} が規格に合っていません（{reason}）。',
      en: '{member} of the response is not as it must be: {reason}.',
    },
    nextStep: {
      ja: 'OpenID4VP 1.0 の 8 章に合わせて直し、もう一度送ってください。',
      en: 'Correct it as section 8 of OpenID4VP 1.0 says and send it again.',
    },
    oauth: 'invalid_request',
  },
  'presentation-code-wrong': {
    ...forOperator,
    status: 403,
    title: { ja: '回答のコードが一致しません', en: 'The response code is not that of the request' },
    detail: {
      ja: 'response_code が、この依頼に回答したウォレットに渡したものと一致しません。',
      en: 'response_code is not the one that was given to the wallet that answered.',
    },
    nextStep: {
      ja: 'ブラウザーが受け取った response_code をそのまま送ってください。一致しないときは、別の人の回答です。',
      en: 'Send the response_code that the browser brought. When it differs, somebody else answered.',
    },
  },
  'presentation-request-untrusted': {
    status: 400,
    title: { ja: 'この提示の依頼には応じられません', en: 'This request is not answered' },
    detail: {
      ja: '依頼が正しいものであることを確認できません（{reasonJa}）。',
      en: 'The request is not what it must be: {reasonEn}.',
    },
    nextStep: {
      ja: '学生証は送られていません。QR コードやリンクをもう一度表示してもらってください。',
      en: 'Nothing was sent. Ask for the QR code or link to be shown again.',
    },
    audience: 'student',
    retry: 'never',
    oauth: 'invalid_request',
  },
  'presentation-request-changed': {
    status: 409,
    title: { ja: '提示の依頼の内容が変わりました', en: 'The request has changed' },
    detail: {
      ja: '確認された内容と、いまの依頼の内容が異なります。',
      en: 'What is asked for now differs from what was shown.',
    },
    nextStep: { ja: '内容をもう一度確かめてください。', en: 'Look at what is asked for again.' },
    audience: 'student',
    retry: 'now',
  },
  'presentation-not-held': {
    status: 422,
    title: { ja: '求められた学生証がありません', en: 'What was chosen is not what is asked for' },
    detail: {
      ja: '選ばれた学生証は、依頼の条件に合っていません。',
      en: 'The chosen credentials do not answer the request.',
    },
    nextStep: { ja: '条件に合う学生証を選んでください。', en: 'Choose from those that match.' },
    audience: 'student',
    retry: 'now',
    oauth: 'access_denied',
  },
  'presentation-not-delivered': {
    status: 502,
    title: { ja: '学生証を送れませんでした', en: 'The presentation was not delivered' },
    detail: {
      ja: '提示先が受け取りませんでした（{reason}）。',
      en: 'The verifier did not take it: {reason}.',
    },
    nextStep: { ja: '依頼をもう一度表示してもらってください。', en: 'Ask for the request to be shown again.' },
    audience: 'student',
    retry: 'later',
  },
} as const satisfies Record<string, ErrorEntry>;

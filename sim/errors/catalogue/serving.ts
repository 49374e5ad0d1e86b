import type { ErrorEntry } from '../error-entry.ts';

/** What servers refuse before any service sees the request, and what the harness of a served world says. */
export const servingErrors = {
  'request-target-invalid': {
    status: 400,
    title: { ja: 'パスの書き方が正しくありません', en: 'The path is not written plainly' },
    detail: {
      ja: 'パスに、読み方の分かれる書き方（%2F、..、// など）があるため、受け付けませんでした。',
      en: 'The path can be read in more than one way (%2F, dot segments, double slashes …): nothing was done.',
    },
    nextStep: {
      ja: 'API の説明（/docs）にあるとおりのパスで送ってください。',
      en: 'Send the path as the reference at /docs writes it.',
    },
    audience: 'operator',
    retry: 'never',
  },
  'request-target-too-long': {
    status: 414,
    title: { ja: 'アドレスが長すぎます', en: 'The address is too long' },
    detail: {
      ja: 'パスとクエリーを合わせた長さが、受け付けられる上限を超えています。',
      en: 'Path and query together are longer than is taken.',
    },
    nextStep: { ja: '長い内容は、本文に入れて送ってください。', en: 'Put what is long into the body.' },
    audience: 'operator',
    retry: 'never',
  },
  'server-error': {
    status: 500,
    title: { ja: 'サーバーの不具合です', en: 'A mistake of the server' },
    detail: {
      ja: '予期しない不具合のため、処理できませんでした。',
      en: 'Something went wrong that should not have: nothing was changed.',
    },
    nextStep: {
      ja: '同じ操作でまた起きるときは、todoku の不具合として知らせてください。',
      en: 'If it happens again, report it as a bug of todoku.',
    },
    audience: 'operator',
    retry: 'later',
  },
  'world-name-invalid': {
    status: 400,
    title: { ja: '世界の名前が正しくありません', en: 'No name for a world' },
    detail: {
      ja: '「{given}」は名前に使えません。小文字の英数字とハイフンで、32文字までです。',
      en: '"{given}" is no name for a world: lower-case letters, digits and hyphens, up to 32.',
    },
    nextStep: { ja: '「main」や「team-a」のような名前にしてください。', en: 'Call it main or team-a, for example.' },
    audience: 'operator',
    retry: 'never',
  },
  'world-exists': {
    status: 409,
    title: { ja: 'その名前の世界はもうあります', en: 'There is such a world already' },
    detail: { ja: '「{name}」という世界は、もう開いています。', en: 'A world called "{name}" is open already.' },
    nextStep: { ja: '別の名前にするか、その世界を使ってください。', en: 'Use that one, or another name.' },
    audience: 'operator',
    retry: 'never',
  },
  'world-unknown': {
    status: 404,
    title: { ja: '世界がありません', en: 'There is no such world' },
    detail: { ja: '「{name}」という世界は開いていません。', en: 'No world called "{name}" is open.' },
    nextStep: { ja: 'GET /todoku/v1/worlds で名前を確かめてください。', en: 'See the names in GET /todoku/v1/worlds.' },
    audience: 'operator',
    retry: 'never',
  },
  'world-answers-here': {
    status: 409,
    title: { ja: '自分自身は閉じられません', en: 'A world cannot close itself' },
    detail: {
      ja: '「{name}」は、いま返事をしている世界です。',
      en: '"{name}" is the very world that answers here.',
    },
    nextStep: { ja: '別の世界のポートから閉じてください。', en: 'Ask at the port of another world.' },
    audience: 'operator',
    retry: 'never',
  },
  'worlds-too-many': {
    status: 409,
    title: { ja: '世界が多すぎます', en: 'Too many worlds' },
    detail: { ja: '一度に開けるのは {max} までです。', en: 'At most {max} can be open at once.' },
    nextStep: { ja: '使い終わった世界を閉じてください。', en: 'Close those that nobody needs any more.' },
    audience: 'operator',
    retry: 'later',
  },
  'world-lives-elsewhere': {
    status: 409,
    title: { ja: 'この世界のアドレスは決まっています', en: 'This world has its address already' },
    detail: {
      ja: '{file} の世界は {kept} で作られ、送ったメールのリンクもそこを指します。{option} とは合いません。',
      en: 'The world of {file} was made at {kept}, where the links in its mails lead; {option} says otherwise.',
    },
    nextStep: {
      ja: '{option} を外すか、別のフォルダで新しい世界を作ってください。',
      en: 'Leave {option} out, or make a new world in another folder.',
    },
    audience: 'operator',
    retry: 'never',
  },
  'world-port-taken': {
    status: 409,
    title: { ja: 'この世界のポートが使われています', en: 'The port of this world is taken' },
    detail: {
      ja: '{file} の世界は {kept} にありますが、待ち受けられません（{reason}）。別のプログラムが使っているようです。',
      en: 'The world of {file} lives at {kept}, where nothing can listen ({reason}): another program seems to.',
    },
    nextStep: {
      ja: 'そのプログラムを終わらせてから、もう一度始めてください。',
      en: 'End that program and start again.',
    },
    audience: 'operator',
    retry: 'later',
  },
  'fault-unknown': {
    status: 404,
    title: { ja: 'その障害はありません', en: 'There is no such fault' },
    detail: { ja: '起こせる障害は {known} です。', en: 'The faults are {known}.' },
    nextStep: { ja: 'どれかを選んでください。', en: 'Choose one of them.' },
    audience: 'operator',
    retry: 'never',
  },
} as const satisfies Record<string, ErrorEntry>;

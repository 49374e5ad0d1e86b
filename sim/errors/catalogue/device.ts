import type { ErrorEntry } from '../error-entry.ts';

export const deviceErrors = {
  'device-invalid': {
    status: 422,
    title: { ja: '端末の指定が正しくありません', en: 'There is no such device' },
    detail: { ja: '端末の指定に問題があります（{reason}）。', en: 'The device cannot be as described: {reason}.' },
    nextStep: {
      ja: 'platform・version・form の組み合わせを確かめてください。',
      en: 'Check platform, version and form together.',
    },
    audience: 'operator',
    retry: 'never',
  },
  'handset-unknown': {
    status: 404,
    title: { ja: 'その端末はありません', en: 'There is no such handset' },
    detail: { ja: '端末 {handset} はこの世界にありません。', en: 'This world holds no handset {handset}.' },
    nextStep: { ja: '端末の ID を確かめてください。', en: 'Check the id of the handset.' },
    audience: 'operator',
    retry: 'never',
  },
  'app-not-installed': {
    status: 409,
    title: { ja: 'アプリがインストールされていません', en: 'The app is not installed' },
    detail: { ja: 'この端末にアプリ（{app}）は入っていません。', en: 'The app ({app}) is not on this handset.' },
    nextStep: {
      ja: '先にアプリストアからインストールしてください。',
      en: 'Install it from the app store first.',
    },
    audience: 'operator',
    retry: 'never',
  },
  'field-not-on-screen': {
    status: 409,
    title: { ja: 'その入力欄は画面にありません', en: 'The field is not on the screen' },
    detail: {
      ja: '画面 {screen} に入力欄 {field} はありません（あるもの: {fields}）。',
      en: 'The screen {screen} has no field {field}; it has: {fields}.',
    },
    nextStep: {
      ja: '入力の前に、目的の画面が出ているか確かめてください。',
      en: 'Make sure that the intended screen is shown before filling it in.',
    },
    audience: 'operator',
    retry: 'never',
  },
  'control-not-on-screen': {
    status: 409,
    title: { ja: 'そのボタンは画面にありません', en: 'The control is not on the screen' },
    detail: {
      ja: '画面 {screen} に {control} はありません（あるもの: {controls}）。',
      en: 'The screen {screen} has no control {control}; it has: {controls}.',
    },
    nextStep: {
      ja: 'タップの前に、目的の画面が出ているか確かめてください。',
      en: 'Make sure that the intended screen is shown before tapping.',
    },
    audience: 'operator',
    retry: 'never',
  },
  'no-id-on-screen': {
    status: 409,
    title: { ja: '学生証が表示されていません', en: 'No student ID is on the screen' },
    detail: {
      ja: '画面 {screen} に、読み取れる学生証はありません。',
      en: 'The screen {screen} shows no student ID that could be scanned.',
    },
    nextStep: {
      ja: 'アプリで学生証を表示してから、もう一度かざしてください。',
      en: 'Show the student ID in the app and hold it up again.',
    },
    audience: 'student',
    retry: 'now',
  },
  'topic-unknown': {
    status: 422,
    title: { ja: 'その問い合わせ内容はありません', en: 'There is no such topic' },
    detail: {
      ja: '「{topic}」という問い合わせ内容はありません（あるもの: {topics}）。',
      en: 'No desk knows the topic {topic}; they know: {topics}.',
    },
    nextStep: { ja: '一覧の中から選んでください。', en: 'Choose one of the list.' },
    audience: 'operator',
    retry: 'never',
  },
} as const satisfies Record<string, ErrorEntry>;

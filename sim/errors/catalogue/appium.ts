import type { ErrorEntry } from '../error-entry.ts';

/** What can go wrong with a handset that an Appium server stands in front of. */
export const appiumErrors = {
  'appium-url-invalid': {
    status: 400,
    title: { ja: 'Appium の URL を読み取れません', en: 'This is not the URL of an Appium server' },
    detail: { ja: 'Appium サーバーの URL が正しくありません。', en: 'The URL of the Appium server cannot be read.' },
    nextStep: {
      ja: '「http://127.0.0.1:4723」のように指定してください。端末ファームでは、https://ユーザー名:キー@ホスト/wd/hub の形も使えます。',
      en: 'Write it as http://127.0.0.1:4723; for a device farm https://user:key@host/wd/hub will do too.',
    },
    audience: 'operator',
    retry: 'never',
  },
  'appium-unreachable': {
    status: 502,
    title: { ja: 'Appium サーバーにつながりません', en: 'The Appium server does not answer' },
    detail: {
      ja: '{server} の Appium サーバーと通信できませんでした（{reason}）。',
      en: 'The Appium server at {server} could not be spoken with ({reason}).',
    },
    nextStep: {
      ja: 'Appium が起動しているか、URL のポートとパスが正しいかを確かめてください。',
      en: 'Check that Appium is running, and that port and path of the URL are right.',
    },
    audience: 'operator',
    retry: 'later',
  },
  'handset-session-refused': {
    status: 502,
    title: { ja: '端末を使い始められません', en: 'The handset could not be taken into use' },
    detail: {
      ja: '{server} の Appium は、端末 {handset} のセッションを始めませんでした（{reason}）。',
      en: 'Appium at {server} started no session for the handset {handset}: {reason}.',
    },
    nextStep: {
      ja: '端末がつながっているか、capabilities が Appium とドライバーに合っているかを確かめてください（docs/devices.md）。',
      en: 'Check that the device is connected and that the capabilities fit Appium and its driver (docs/devices.md).',
    },
    audience: 'operator',
    retry: 'later',
  },
  'handset-session-ended': {
    status: 502,
    title: { ja: '端末との接続が途中で切れました', en: 'The session of the handset ended early' },
    detail: {
      ja: '端末 {handset} のセッションが、操作の途中で終わりました（{reason}）。',
      en: 'The session of the handset {handset} ended while it was in use: {reason}.',
    },
    nextStep: {
      ja: 'Appium のログで終わった理由を確かめ、もう一度実行してください。',
      en: 'See in the log of Appium why it ended, then run it again.',
    },
    audience: 'operator',
    retry: 'now',
  },
  'handset-command-failed': {
    status: 502,
    title: { ja: '端末を操作できませんでした', en: 'The handset did not do it' },
    detail: {
      ja: '端末 {handset} で、操作（{command}）ができませんでした（{reason}）。',
      en: 'On the handset {handset}, {command} failed: {reason}.',
    },
    nextStep: {
      ja: '保存された画面とページソースで、そのとき何が表示されていたかを確かめてください。',
      en: 'See in the kept picture and page source what was shown at that moment.',
    },
    audience: 'operator',
    retry: 'now',
  },
  'capabilities-invalid': {
    status: 400,
    title: { ja: 'capabilities のファイルを使えません', en: 'The file of capabilities cannot be used' },
    detail: {
      ja: 'capabilities の指定に問題があります（{where}: {reasonJa}）。',
      en: 'The capabilities cannot be used: {where}: {reasonEn}.',
    },
    nextStep: {
      ja: 'docs/devices/ の例と見比べて直してください。',
      en: 'Compare it with the examples in docs/devices/.',
    },
    audience: 'operator',
    retry: 'never',
  },
} as const satisfies Record<string, ErrorEntry>;

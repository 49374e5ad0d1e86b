import type { Permission, TextView } from './state.ts';

/** Every word of the phone's own screens that stands nowhere else. */
export const words = {
  apps: { ja: 'アプリ', en: 'Apps' },
  dock: { ja: 'ドック', en: 'Dock' },
  unread: { ja: '未読{count}件', en: '{count} unread' },
  unlock: { ja: 'ロックを解除', en: 'Unlock' },
  locked: { ja: 'ロック画面', en: 'Lock screen' },
  switcher: { ja: '最近使ったアプリ', en: 'Recent apps' },
  noRecent: { ja: '最近使ったアプリはありません', en: 'No recent apps' },
  closeApp: { ja: '{app}を終了', en: 'Close {app}' },
  notifications: { ja: '通知', en: 'Notifications' },
  noNotifications: { ja: '通知はありません', en: 'No notifications' },
  clear: { ja: 'すべて消去', en: 'Clear all' },
  close: { ja: '閉じる', en: 'Close' },
  toHome: { ja: 'ホーム画面へ', en: 'To the home screen' },
  camera: { ja: 'カメラ', en: 'Camera' },
  cameraHint: { ja: 'QRコードにカメラを向けてください。', en: 'Point the camera at a QR code.' },
  cameraNothing: { ja: 'QRコードが見つかりません。', en: 'No QR code found.' },
  cameraView: { ja: 'カメラに映っているもの', en: 'What the camera sees' },
  openFound: { ja: '「{host}」を開く', en: 'Open "{host}"' },
  foundText: { ja: 'QRコードの内容: {text}', en: 'QR code: {text}' },
  settings: { ja: '設定', en: 'Settings' },
  airplane: { ja: '機内モード', en: 'Airplane mode' },
  network: { ja: 'モバイル通信', en: 'Mobile network' },
  networkOn: { ja: '接続中', en: 'Connected' },
  networkOff: { ja: 'オフ', en: 'Off' },
  networkSlow: { ja: '低速', en: 'Slow' },
  dateAndTime: { ja: '日付と時刻', en: 'Date and time' },
  automaticTime: { ja: '自動設定', en: 'Set automatically' },
  clockRight: { ja: '正しい時刻です', en: 'The time is right' },
  clockAhead: { ja: '{duration}進んでいます', en: '{duration} ahead' },
  clockBehind: { ja: '{duration}遅れています', en: '{duration} behind' },
  system: { ja: '端末情報', en: 'About this device' },
  model: { ja: '機種名', en: 'Model' },
  version: { ja: 'ソフトウェアバージョン', en: 'Software version' },
  battery: { ja: 'バッテリー', en: 'Battery' },
  serial: { ja: '端末ID', en: 'Device ID' },
  update: { ja: '{version}にアップデート', en: 'Update to {version}' },
  newest: { ja: 'これより新しいバージョンはありません', en: 'This is the newest version' },
  display: { ja: '画面と言語', en: 'Display and language' },
  dark: { ja: 'ダークモード', en: 'Dark mode' },
  language: { ja: '言語', en: 'Language' },
  allow: { ja: '許可', en: 'Allow' },
  allowAndroid: { ja: 'アプリの使用時のみ', en: 'While using the app' },
  deny: { ja: '許可しない', en: 'Don’t Allow' },
  open: { ja: '開く', en: 'Open' },
  cancel: { ja: 'キャンセル', en: 'Cancel' },
  ok: { ja: 'OK', en: 'OK' },
  openInApp: { ja: '“{from}”が“{app}”を開こうとしています', en: '“{from}” wants to open “{app}”' },
  openInAppAndroid: { ja: '「{app}」で開きますか', en: 'Open in {app}?' },
  lowBattery: { ja: 'バッテリー残量が低下しています', en: 'Low Battery' },
  lowBatteryText: { ja: '残量は{level}%です。', en: '{level}% battery remaining.' },
  faceId: { ja: 'Face ID', en: 'Face ID' },
  touchId: { ja: '“{app}”のTouch ID', en: 'Touch ID for “{app}”' },
  fingerprint: { ja: '「{app}」の指紋認証', en: 'Fingerprint for {app}' },
  touchSensor: { ja: '指紋センサーに触れてください', en: 'Touch the fingerprint sensor' },
  codeFor: { ja: '「{app}」のパスコード', en: 'Passcode for {app}' },
  notRecognised: { ja: '認識できませんでした。もう一度お試しください。', en: 'Not recognised. Try again.' },
  siteTitle: { ja: 'ページを開けません', en: 'The page cannot be opened' },
  siteOffline: {
    ja: 'インターネットに接続されていません。電波の届くところで、もう一度お試しください。',
    en: 'There is no internet connection. Try again where you have one.',
  },
  siteUnreachable: { ja: '「{host}」に接続できませんでした。', en: '"{host}" did not answer.' },
  reload: { ja: '再読み込み', en: 'Reload' },
} as const satisfies { readonly [name: string]: TextView };

/** What an app asks leave for, as its dialog says it. */
export const permissionWords: {
  readonly [permission in Permission]: { readonly ios: TextView; readonly android: TextView };
} = {
  camera: {
    ios: { ja: '“{app}”がカメラへのアクセスを求めています', en: '“{app}” Would Like to Access the Camera' },
    android: {
      ja: '写真と動画の撮影を「{app}」に許可しますか？',
      en: 'Allow {app} to take pictures and record video?',
    },
  },
  notifications: {
    ios: { ja: '“{app}”は通知を送信します。よろしいですか？', en: '“{app}” Would Like to Send You Notifications' },
    android: { ja: '通知の送信を「{app}」に許可しますか？', en: 'Allow {app} to send you notifications?' },
  },
  location: {
    ios: { ja: '“{app}”に位置情報の使用を許可しますか？', en: 'Allow “{app}” to use your location?' },
    android: {
      ja: 'このデバイスの位置情報へのアクセスを「{app}」に許可しますか？',
      en: 'Allow {app} to access this device’s location?',
    },
  },
  photos: {
    ios: { ja: '“{app}”が写真へのアクセスを求めています', en: '“{app}” Would Like to Access Your Photos' },
    android: {
      ja: '写真と動画へのアクセスを「{app}」に許可しますか？',
      en: 'Allow {app} to access photos and videos?',
    },
  },
};

/** A sentence with its places filled. */
export function say(
  text: TextView,
  language: keyof TextView,
  values: { readonly [place: string]: string | number } = {},
): string {
  return text[language].replace(/\{(\w+)\}/g, (whole, place: string) => String(values[place] ?? whole));
}

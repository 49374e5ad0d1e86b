/** A text in both languages, as the catalogue of errors has them. */
export interface TextView {
  readonly ja: string;
  readonly en: string;
}

export type Language = keyof TextView;

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
  update: { ja: '{version}にアップデート', en: 'Update to {version}' },
  newest: { ja: 'これより新しいバージョンはありません', en: 'This is the newest version' },
  display: { ja: '画面と言語', en: 'Display and language' },
  dark: { ja: 'ダークモード', en: 'Dark mode' },
  language: { ja: '言語', en: 'Language' },
  openInApp: { ja: '“{from}”が“{app}”を開こうとしています', en: '“{from}” wants to open “{app}”' },
  openInAppAndroid: { ja: '「{app}」で開きますか', en: 'Open in {app}?' },
  lowBatteryText: { ja: '残量は{level}%です。', en: '{level}% battery remaining.' },
  touchId: { ja: '“{app}”のTouch ID', en: 'Touch ID for “{app}”' },
  fingerprint: { ja: '「{app}」の指紋認証', en: 'Fingerprint for {app}' },
  codeFor: { ja: '「{app}」のパスコード', en: 'Passcode for {app}' },
  newTab: { ja: '新しいタブ', en: 'New tab' },
  address: { ja: '検索またはアドレスを入力', en: 'Search or type an address' },
  go: { ja: '移動', en: 'Go' },
  offlineWhy: { ja: 'インターネットに接続されていません。', en: 'You are not connected to the internet.' },
  retry: { ja: '再試行', en: 'Try again' },
  unreachableWhy: { ja: '「{host}」に接続できませんでした。', en: '"{host}" did not answer.' },
} as const satisfies { readonly [name: string]: TextView };

/** A sentence with its places filled. */
export function say(
  text: TextView,
  language: keyof TextView,
  values: { readonly [place: string]: string | number } = {},
): string {
  return text[language].replace(/\{(\w+)\}/g, (whole, place: string) => String(values[place] ?? whole));
}

import { type Bilingual, catalogue } from '#sim/errors';
import type { Actor } from '#sim/events';
import { screens } from './screens.ts';

type Words = Readonly<Record<string, Bilingual>>;

const actors: Readonly<Record<Actor, Bilingual>> = {
  runner: { ja: '再生', en: 'Replay' },
  school: { ja: '学校', en: 'School' },
  issuer: { ja: '発行サービス', en: 'Issuer' },
  provider: { ja: 'メール事業者', en: 'Mail provider' },
  student: { ja: '学生', en: 'Student' },
  handset: { ja: 'スマートフォン', en: 'Phone' },
  store: { ja: 'アプリストア', en: 'App store' },
  wallet: { ja: 'ウォレット', en: 'Wallet' },
  gate: { ja: 'ゲート', en: 'Gate' },
  counter: { ja: '窓口', en: 'Counter' },
  support: { ja: '問い合わせ先', en: 'Support' },
  clock: { ja: '時計', en: 'Clock' },
  fault: { ja: '障害', en: 'Fault' },
};

/** Whom the cast has: `cast.joined`. */
const roles: Words = {
  school: { ja: '学校', en: 'School' },
  student: { ja: '学生', en: 'Student' },
};

const forms: Words = {
  phone: { ja: 'スマートフォン', en: 'phone' },
  tablet: { ja: 'タブレット', en: 'tablet' },
  pc: { ja: 'PC', en: 'PC' },
};

const mailKinds: Words = {
  'issue-notice': { ja: '発行のお知らせメール', en: 'issue mail' },
  activation: { ja: '仮登録のお知らせメール', en: 'activation mail' },
  'password-reset': { ja: 'パスワード再設定メール', en: 'password reset mail' },
  'address-confirmation': { ja: 'メールアドレス確認メール', en: 'address confirmation mail' },
  outside: { ja: '外部からのメール', en: 'mail from outside' },
};

const folders: Words = {
  inbox: { ja: '受信トレイ', en: 'inbox' },
  junk: { ja: '迷惑メールフォルダ', en: 'junk folder' },
  trash: { ja: 'ゴミ箱', en: 'trash' },
  archive: { ja: 'アーカイブ', en: 'archive' },
  quarantine: { ja: '検疫', en: 'quarantine' },
  primary: { ja: 'メインタブ', en: 'tab Primary' },
  updates: { ja: '新着タブ', en: 'tab Updates' },
  promotions: { ja: 'プロモーションタブ', en: 'tab Promotions' },
  focused: { ja: '優先の一覧', en: 'list Focused' },
  other: { ja: 'その他の一覧', en: 'list Other' },
};

const providers: Words = {
  docomo: { ja: 'ドコモ', en: 'docomo' },
  au: { ja: 'au', en: 'au' },
  softbank: { ja: 'ソフトバンク', en: 'SoftBank' },
  ymobile: { ja: 'ワイモバイル', en: 'Y!mobile' },
  gmail: { ja: 'Gmail', en: 'Gmail' },
  icloud: { ja: 'iCloudメール', en: 'iCloud Mail' },
  m365: { ja: 'Microsoft 365', en: 'Microsoft 365' },
  'yahoo-jp': { ja: 'Yahoo!メール', en: 'Yahoo! JAPAN Mail' },
  'school-gateway': { ja: '学校のメールゲートウェイ', en: 'the school’s mail gateway' },
  plain: { ja: '一般のメールサーバー', en: 'a plain mail server' },
  none: { ja: 'あて先のドメイン', en: 'the domain' },
};

const apps: Words = {
  wallet: { ja: 'LecoSアプリ', en: 'LecoS app' },
  'old-wallet': { ja: '似た名前のアプリ（オープンバッジ2.0用）', en: 'app of nearly the same name (Open Badges 2.0)' },
  browser: { ja: 'ブラウザ', en: 'browser' },
  'mail-app': { ja: 'メールアプリ', en: 'mail app' },
  mail: { ja: 'メールアプリ', en: 'mail app' },
  store: { ja: 'アプリストア', en: 'app store' },
  home: { ja: '端末', en: 'phone' },
};

const desks: Words = {
  school: { ja: '学校', en: 'the school' },
  support: { ja: 'LecoSの窓口', en: 'LecoS support' },
  lecos: { ja: 'LecoSの窓口', en: 'LecoS support' },
  wallet: { ja: 'LecoSの窓口', en: 'LecoS support' },
  issuer: { ja: '発行サービスの窓口', en: 'the issuer’s support' },
  provider: { ja: 'メール事業者', en: 'the mail provider' },
  carrier: { ja: '携帯電話会社', en: 'the carrier' },
  student: { ja: '学生本人', en: 'the student' },
  gate: { ja: 'ゲートの管理者', en: 'the gate’s operator' },
};

const reissueModes: Words = {
  resend: { ja: '同じ学生証のメールの再送', en: 'the mail again' },
  'new-address': { ja: '新しいアドレスへの再発行', en: 'a new one for a new address' },
  'revoke-and-issue': { ja: '失効させてからの再発行', en: 'revoke and issue' },
};

const settings: Words = {
  allowedSenders: { ja: '受信を許可する差出人', en: 'allowed senders' },
  blockedSenders: { ja: '受信を拒否する差出人', en: 'blocked senders' },
  contacts: { ja: '連絡先', en: 'contacts' },
  trustedSenders: { ja: '迷惑メールではないとした差出人', en: 'senders reported as not junk' },
  junkBias: { ja: '迷惑メール判定の厳しさ', en: 'how easily mail is taken for junk' },
  quotaBytes: { ja: '保存容量', en: 'storage' },
  forwardTo: { ja: '自動転送先', en: 'forwarding address' },
  forwardSubjectPrefix: { ja: '転送時に件名に付ける文字', en: 'what forwarding puts before the subject' },
  rescueList: { ja: 'なりすましメールの救済リスト', en: 'rescue list' },
  alwaysReceived: { ja: '受信リスト（必ず受信）', en: 'receive list, always' },
  refusesSpoofed: { ja: 'なりすましメールの規制', en: 'refuse forged senders' },
  refusesPcMail: { ja: 'PCメール拒否', en: 'refuse mail from PCs' },
  refusesListedLinks: { ja: '特定URL付メール拒否', en: 'refuse mail with listed links' },
  easySetting: { ja: 'かんたん設定', en: 'easy setting' },
};

const networks: Words = {
  on: { ja: 'つながっている', en: 'online' },
  off: { ja: '圏外', en: 'offline' },
  'lost-after-request': { ja: '次の通信の返事だけが届かない', en: 'the next answer gets lost' },
};

/** What each of these machine words is called in a sentence; a word that is not known stands for itself. */
export const vocabulary = {
  actor: (actor: Actor): Bilingual => actors[actor],
  role: (role: string): Bilingual => wordOf(roles, role),
  form: (form: string): Bilingual => wordOf(forms, form),
  screen: (screen: string): Bilingual => wordOf(screens, screen),
  mailKind: (kind: string): Bilingual => wordOf(mailKinds, kind),
  folder: (folder: string): Bilingual => wordOf(folders, folder),
  provider: (provider: string): Bilingual => wordOf(providers, provider),
  app: (app: string): Bilingual => wordOf(apps, app),
  desk: (desk: string): Bilingual => wordOf(desks, desk),
  reissueMode: (mode: string): Bilingual => wordOf(reissueModes, mode),
  mailSetting: (setting: string): Bilingual => wordOf(settings, setting),
  network: (state: string): Bilingual => wordOf(networks, state),
  /** The title of an error of the catalogue. */
  error: (code: string): Bilingual =>
    Object.hasOwn(catalogue, code) ? catalogue[code as keyof typeof catalogue].title : { ja: code, en: code },
};

function wordOf(words: Words, word: string): Bilingual {
  return (Object.hasOwn(words, word) ? words[word] : undefined) ?? { ja: word, en: word };
}

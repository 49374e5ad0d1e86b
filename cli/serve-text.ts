import { type MailboxOverview, mailboxList } from '#mocks/mailbox';
import { profileOf } from '#mocks/providers';
import { padded, widthOf } from '#reports/formats';
import type { CellRun } from '#scenarios/runner';
import type { Bilingual, Language } from '#sim/errors';
import { certificateFile } from './serve/certificate-file.ts';
import { addressOf, type Served } from './serve/world-address.ts';

/** What runs, for those who are told of it. */
export interface ServedWorlds {
  /** One at least. */
  readonly worlds: readonly Served[];
  /** Of the harness: said once, here. */
  readonly token: string;
  readonly isSecure: boolean;
}

const words = {
  open: {
    ja: 'シミュレーションの世界を開きました。このマシンの中（127.0.0.1）からだけ使えます。',
    en: 'The simulated world is open, on this machine (127.0.0.1) alone.',
  },
  issuer: { ja: '発行サービス', en: 'Issuer' },
  wallet: { ja: 'ウォレット', en: 'Wallet' },
  verifier: { ja: '検証サービス', en: 'Verifier' },
  docs: { ja: 'API の説明（各サービスの /docs）', en: 'API reference (/docs of each)' },
  school: { ja: '学校のトークン', en: 'Token of the school' },
  verifierToken: { ja: '検証サービスのトークン', en: 'Token of the verifier' },
  gateToken: { ja: '改札（QRコードの確認）のトークン', en: 'Token of the gates' },
  token: { ja: '操作用 API のトークン', en: 'Token of the harness' },
  certificate: { ja: '証明書を信頼させるには', en: 'To trust the certificate' },
  smtp: { ja: 'SMTP（送信）', en: 'SMTP' },
  mailhog: { ja: 'MailHog API', en: 'MailHog API' },
  mailpit: { ja: 'Mailpit API（一部）', en: 'Mailpit API (part)' },
  api: { ja: '操作用 API', en: 'Harness and capture API' },
  samples: { ja: '見本のファイル', en: 'Sample files' },
  imap: { ja: 'IMAP（受信）', en: 'IMAP' },
  pop3: { ja: 'POP3（受信トレイだけ）', en: 'POP3 (Inbox only)' },
  login: {
    ja: 'IMAP と POP3 には、メールアドレスと好きなパスワードで入れます。',
    en: 'IMAP and POP3 take the address as user name, with any password.',
  },
  app: { ja: 'メールアプリ', en: 'Mail app' },
  mailboxes: { ja: 'メールボックス', en: 'Mailboxes' },
  opening: {
    ja: 'ほかの宛先（@… など、.sim .test .example .invalid）にも、最初のメールが届くとメールボックスができます。',
    en: 'Any other address (@…, .sim .test .example .invalid) gets a mailbox when its first mail comes.',
  },
  time: { ja: '時刻', en: 'Time' },
  real: { ja: '実時間で進みます', en: 'it runs as the machine’s does' },
  still: { ja: '止まっています。進めるには', en: 'it stands still; to let it pass' },
  send: { ja: '送ってみるには', en: 'To send a mail' },
  end: { ja: '終わるには Ctrl-C を押してください。', en: 'Ctrl-C ends.' },
} as const satisfies Record<string, Bilingual>;

/** A block for people. */
export function servedText({ worlds, token, isSecure }: ServedWorlds, language: Language): string {
  const several = worlds.length > 1;
  const http = worlds[0]?.ports.smtp ?? 0;
  return [
    words.open[language],
    '',
    ...worlds.flatMap((served) => [
      ...(several ? [`== ${served.name} ==`, ''] : []),
      ...worldLines(served, token, language),
      '',
    ]),
    ...rows([
      [words.token[language], token],
      ...(isSecure ? [[words.certificate[language], `NODE_EXTRA_CA_CERTS=${certificateFile}`] as const] : []),
    ]),
    '',
    `${words.send[language]}: npx todoku mail send mail.eml --to ${exampleAddress(worlds)} --smtp 127.0.0.1:${http}`,
    words.end[language],
    '',
  ].join('\n');
}

function worldLines(served: Served, token: string, language: Language): string[] {
  const { world, isRealTime, run } = served;
  const urls = addressOf(served);
  const mailboxes = mailboxList(world);
  const clock = `curl --json '{"advance":"10m"}' -H 'Authorization: Bearer ${token}' ${urls.api}/clock`;
  const now = urls.now.slice(0, 19).replace('T', ' ');
  return [
    ...rows([
      [words.issuer[language], urls.issuer],
      [words.wallet[language], urls.wallet],
      [words.verifier[language], urls.verifier],
      [words.docs[language], urls.docs[0] ?? ''],
      [words.smtp[language], urls.smtp],
      [words.mailhog[language], urls.mailhog],
      [words.mailpit[language], urls.mailpit],
      [words.api[language], urls.api],
      [words.app[language], urls.app],
      [words.samples[language], urls.samples],
      [words.imap[language], urls.imap],
      [words.pop3[language], urls.pop3],
      ...urls.schools.map(({ slug, token }) => [`${words.school[language]} ${slug}`, token] as const),
      [words.verifierToken[language], urls.verifierToken],
      [words.gateToken[language], urls.gateToken],
    ]),
    '',
    ...(mailboxes.length === 0 ? [] : [`${words.mailboxes[language]}:`]),
    ...rows(mailboxes.map((box) => [box.address, holds(box, language)])),
    ...(run === undefined ? [words.opening[language].replace('…', urls.mailDomain)] : []),
    words.login[language],
    `${words.time[language]}: ${now} (${isRealTime ? words.real[language] : `${words.still[language]}: ${clock}`})`,
    ...(run === undefined ? [] : [playedText(run)[language]]),
  ];
}

function exampleAddress(worlds: readonly Served[]): string {
  const [first] = worlds.flatMap(({ world }) => mailboxList(world));
  return first?.address ?? 'hanako@docomo.sim';
}

/** One line for programs: the first world at the top, and all of them in a list. */
export function servedJson({ worlds, token, isSecure }: ServedWorlds): string {
  const addresses = worlds.map(addressOf);
  const certificate = isSecure ? { certificate: certificateFile } : {};
  return `${JSON.stringify({ ...addresses[0], token, ...certificate, worlds: addresses })}\n`;
}

function rows(pairs: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(0, ...pairs.map(([name]) => widthOf(name)));
  return pairs.map(([name, value]) => `  ${padded(name, width)}  ${value}`);
}

/** `ドコモメール（受信トレイ 1、迷惑メールフォルダ 1）` */
function holds({ provider, folders }: MailboxOverview, language: Language): string {
  const name = profileOf(provider)?.name[language] ?? provider;
  const messages = Object.values(folders).reduce((sum, folder) => sum + folder.messages, 0);
  if (messages === 0) return name;
  return language === 'ja' ? `${name}（${messages}通）` : `${name} (${messages} mails)`;
}

function playedText({ cell, verdict }: CellRun): Bilingual {
  const name = cell.name === '' ? cell.scenario.id : `${cell.scenario.id} [${cell.name}]`;
  const isPassed = verdict === 'passed';
  return {
    ja: `${name} を再生した世界です（${isPassed ? 'すべて期待どおり' : '期待と違う結果がありました'}）。`,
    en: `${name} was played in it (${isPassed ? 'all as expected' : 'something was not as expected'}).`,
  };
}

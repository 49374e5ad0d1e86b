import { type MailboxOverview, mailboxList } from '#mocks/mailbox';
import { profileOf } from '#mocks/providers';
import { padded, widthOf } from '#reports/formats';
import type { CellRun } from '#scenarios/runner';
import type { Bilingual, Language } from '#sim/errors';
import { formatInstant, type RunningWorld } from '#sim/kernel';
import type { Serving } from './serving.ts';

/** What runs, for those who are told of it. */
export interface Served {
  readonly world: RunningWorld;
  readonly run: CellRun | undefined;
  readonly ports: Serving['ports'];
  readonly isRealTime: boolean;
}

const words = {
  open: {
    ja: 'メールの世界を開きました。このマシンの中（127.0.0.1）からだけ使えます。',
    en: 'The world of mail is open, on this machine (127.0.0.1) alone.',
  },
  smtp: { ja: 'SMTP（送信）', en: 'SMTP' },
  mailhog: { ja: 'MailHog API', en: 'MailHog API' },
  mailpit: { ja: 'Mailpit API（一部）', en: 'Mailpit API (part)' },
  api: { ja: 'todoku API', en: 'todoku API' },
  imap: { ja: 'IMAP（受信）', en: 'IMAP' },
  pop3: { ja: 'POP3（受信トレイだけ）', en: 'POP3 (Inbox only)' },
  login: {
    ja: 'IMAP と POP3 には、メールアドレスと好きなパスワードで入れます。',
    en: 'IMAP and POP3 take the address as user name, with any password.',
  },
  app: { ja: 'メールアプリ', en: 'Mail app' },
  mailboxes: { ja: 'メールボックス', en: 'Mailboxes' },
  opening: {
    ja: 'ほかの宛先（.sim .test .example .invalid）にも、最初のメールが届くとメールボックスができます。',
    en: 'Any other address (.sim .test .example .invalid) gets a mailbox when its first mail comes.',
  },
  time: { ja: '時刻', en: 'Time' },
  real: { ja: '実時間で進みます', en: 'it runs as the machine’s does' },
  still: { ja: '止まっています。進めるには', en: 'it stands still; to let it pass' },
  send: { ja: '送ってみるには', en: 'To send a mail' },
  end: { ja: '終わるには Ctrl-C を押してください。', en: 'Ctrl-C ends.' },
} as const satisfies Record<string, Bilingual>;

function urlsOf({ smtp, http, mailpit, imap, pop3 }: Serving['ports']) {
  const site = `http://127.0.0.1:${http}`;
  return {
    smtp: `smtp://127.0.0.1:${smtp}`,
    mailhog: `${site}/api`,
    mailpit: `http://127.0.0.1:${mailpit}/api`,
    api: `${site}/todoku/v1`,
    app: `${site}/mail/`,
    imap: `imap://127.0.0.1:${imap}`,
    pop3: `pop3://127.0.0.1:${pop3}`,
  };
}

/** A block for people. */
export function servedText(served: Served, language: Language): string {
  const { world, ports, isRealTime } = served;
  const urls = urlsOf(ports);
  const mailboxes = mailboxList(world);
  const clock = `curl -d '{"advance":"10m"}' ${urls.api}/clock`;
  const now = formatInstant(world.clock.now()).slice(0, 19).replace('T', ' ');
  const to = mailboxes[0]?.address ?? 'hanako@docomo.sim';
  return [
    words.open[language],
    '',
    ...rows([
      [words.smtp[language], urls.smtp],
      [words.mailhog[language], urls.mailhog],
      [words.mailpit[language], urls.mailpit],
      [words.api[language], urls.api],
      [words.app[language], urls.app],
      [words.imap[language], urls.imap],
      [words.pop3[language], urls.pop3],
    ]),
    '',
    ...(mailboxes.length === 0 ? [] : [`${words.mailboxes[language]}:`]),
    ...rows(mailboxes.map((box) => [box.address, holds(box, language)])),
    words.opening[language],
    words.login[language],
    `${words.time[language]}: ${now} (${isRealTime ? words.real[language] : `${words.still[language]}: ${clock}`})`,
    ...(served.run === undefined ? [] : [playedText(served.run)[language]]),
    '',
    `${words.send[language]}: npx todoku mail send mail.eml --to ${to} --smtp 127.0.0.1:${ports.smtp}`,
    words.end[language],
    '',
  ].join('\n');
}

/** One line for programs. */
export function servedJson({ world, ports, run, isRealTime }: Served): string {
  const mailboxes = mailboxList(world).map(({ mailbox, address, provider }) => ({ mailbox, address, provider }));
  const now = formatInstant(world.clock.now());
  const played = run === undefined ? {} : { scenario: run.cell.scenario.id, cell: run.cell.name, verdict: run.verdict };
  return `${JSON.stringify({ ...urlsOf(ports), ports, mailboxes, now, realTime: isRealTime, ...played })}\n`;
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

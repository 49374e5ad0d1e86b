import type { Option } from '../command.ts';
import { type ServiceName, usualPorts } from './ports.ts';

export const capturesMaxDefault = 10_000;
export const requestsPerMinuteDefault = 6_000;
export const portMax = 65_535;

const portNames: Readonly<Record<ServiceName, Option['summary']>> = {
  issuer: { ja: '発行サービスのポート', en: 'the port of the issuer' },
  wallet: { ja: 'ウォレットのポート', en: 'the port of the wallet' },
  verifier: { ja: '検証サービスのポート', en: 'the port of the verifier' },
  smtp: { ja: 'SMTP のポート', en: 'the port of SMTP' },
  http: {
    ja: 'メールの API、メールアプリ、操作用 API のポート',
    en: 'the port of the mail APIs, the mail app and the harness',
  },
  imap: { ja: 'IMAP のポート', en: 'the port of IMAP' },
  mailpit: { ja: 'Mailpit API のポート', en: 'the port of Mailpit’s API' },
  pop3: { ja: 'POP3 のポート', en: 'the port of POP3' },
};

export const serviceNames = Object.keys(portNames) as ServiceName[];

function portOption(name: ServiceName): Option {
  const { ja, en } = portNames[name];
  const usual = usualPorts[name];
  return {
    name: `${name}-port`,
    kind: 'number',
    placeholder: `0…${portMax}`,
    summary: {
      ja: `${ja}（0 は空いているもの。指定しなければ ${usual}、使われていれば空いているもの）`,
      en: `${en}; 0 takes any; else ${usual}, or any when that is taken`,
    },
  };
}

const worldOptions: readonly Option[] = [
  {
    name: 'world',
    kind: 'text',
    placeholder: 'NAME',
    summary: {
      ja: '世界の名前（くり返し可。それぞれ別のポート・時計・メール。指定しなければ main）',
      en: 'a world; may be given again: each has ports, a clock and mails of its own; else main',
    },
  },
  {
    name: 'data',
    kind: 'text',
    placeholder: 'DIR',
    summary: {
      ja: '世界をこのフォルダに保存し、次はその続きから始める（--seed などは最初に作るときだけ有効）',
      en: 'keep the worlds in this folder and go on from them next time; --seed and the like count when they are made',
    },
  },
  {
    name: 'mailbox',
    kind: 'text',
    placeholder: 'ADDRESS[:PROVIDER[:KEY=VALUE,…]]',
    summary: { ja: '用意するメールボックス（くり返し可）', en: 'a mailbox to open; may be given again' },
  },
  {
    name: 'mailboxes',
    kind: 'text',
    placeholder: 'FILE',
    summary: { ja: '同じものを1行に1つ書いたファイル', en: 'a file with one of them a line' },
  },
  {
    name: 'scenario',
    kind: 'text',
    placeholder: 'ID|FILE',
    summary: { ja: '先に再生しておくシナリオ', en: 'a scenario to play first, in the same world' },
  },
  {
    name: 'cell',
    kind: 'text',
    placeholder: 'COLUMN=VALUE,…',
    summary: { ja: 'そのシナリオのどの組み合わせか', en: 'which cell of that scenario' },
  },
  { name: 'seed', kind: 'number', placeholder: 'N', summary: { ja: '世界のシード', en: 'the seed of the world' } },
  {
    name: 'real-time',
    kind: 'flag',
    summary: {
      ja: '時刻を実時間で進める。指定しなければ止まったまま',
      en: 'let time pass as it does; it stands still otherwise',
    },
  },
];

const accessOptions: readonly Option[] = [
  {
    name: 'tls',
    kind: 'flag',
    summary: {
      ja: '発行・ウォレット・検証を https で開く（証明書は起動時に表示）',
      en: 'issuer, wallet and verifier speak https, under a certificate that is named at the start',
    },
  },
  {
    name: 'token',
    kind: 'text',
    placeholder: 'TEXT',
    summary: {
      ja: '操作用 API のトークン。指定しなければ自動で作って表示する',
      en: 'the token of the harness; else one is made and shown',
    },
  },
  {
    name: 'cors-origin',
    kind: 'text',
    placeholder: 'ORIGIN',
    summary: {
      ja: 'API を使ってよい別のサイト（くり返し可。MailHog API には最後の1つ）',
      en: 'another site whose pages may use the APIs; may be given again (MailHog’s API takes the last)',
    },
  },
  {
    name: 'rate-limit',
    kind: 'number',
    placeholder: 'N',
    summary: {
      ja: `1分あたりのリクエストの上限（サービスごと。0 は無制限。指定しなければ ${requestsPerMinuteDefault}）`,
      en: `requests a minute that each service takes; 0 has no limit; else ${requestsPerMinuteDefault}`,
    },
  },
  {
    name: 'fast-passwords',
    kind: 'flag',
    summary: {
      ja: 'パスワードのハッシュを軽くする（大量の自動テスト用）。指定しなければ OWASP の推奨どおり',
      en: 'hash passwords cheaply, for many tests; else as OWASP asks, which takes a third of a second each',
    },
  },
  {
    name: 'reach',
    kind: 'text',
    placeholder: 'HOST',
    summary: {
      ja: 'サービスがつないでよい、世界の外のホスト（例: localhost。くり返し可）',
      en: 'a host outside of the world that the services may ask, such as localhost; may be given again',
    },
  },
];

const mailOptions: readonly Option[] = [
  {
    name: 'keep',
    kind: 'number',
    placeholder: 'N',
    summary: {
      ja: `残しておくメールの数。超えると古いものから消える（指定しなければ ${capturesMaxDefault}）`,
      en: `how many mails to keep, the newest ones; else ${capturesMaxDefault}`,
    },
  },
  {
    name: 'judge-senders',
    kind: 'flag',
    summary: {
      ja: '届いたメールの差出人も認証する。指定しなければ、送信元を名乗らない（XCLIENTのない）メールは正しいものとして扱う',
      en: 'authenticate what comes in; otherwise mail that does not say where it is from (XCLIENT) counts as authentic',
    },
  },
  {
    name: 'friendly',
    kind: 'flag',
    summary: {
      ja: 'MailHog API で、日本語のメールを読める形にして返す',
      en: 'decode Japanese mail for clients of the MailHog API that cannot',
    },
  },
];

export const serveOptions: readonly Option[] = [
  ...serviceNames.map(portOption),
  ...worldOptions,
  ...accessOptions,
  ...mailOptions,
  { name: 'json', kind: 'flag', summary: { ja: 'アドレスを JSON 1行で出力', en: 'print one line of JSON' } },
];

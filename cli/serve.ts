import { resolve } from 'node:path';
import type { Cell } from '#scenarios/runner';
import { ServiceError } from '#sim/errors';
import { systemNow, type WorldPlace } from '#sim/kernel';
import type { CliCommand, Option, Options } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { interruption } from './interruption.ts';
import { standardStart } from './mail-trace.ts';
import { mailboxesOf } from './mailbox-option.ts';
import { oneCell } from './one-cell.ts';
import { followMachine } from './real-time.ts';
import { servedJson, servedText } from './serve-text.ts';
import { createServedWorld } from './served-world.ts';
import { serve as openPorts, usualPorts } from './serving.ts';

const standardSeed = 1;
const capturesMaxDefault = 10_000;
const portMax = 65_535;

const options: readonly Option[] = [
  portOption('smtp-port', { ja: 'SMTP のポート', en: 'the port of SMTP' }, usualPorts.smtp),
  portOption(
    'http-port',
    { ja: 'MailHog API とメールアプリのポート', en: 'the port of the APIs and the mail app' },
    usualPorts.http,
  ),
  portOption('imap-port', { ja: 'IMAP のポート', en: 'the port of IMAP' }, usualPorts.imap),
  portOption('mailpit-port', { ja: 'Mailpit API のポート', en: 'the port of Mailpit’s API' }, usualPorts.mailpit),
  portOption('pop3-port', { ja: 'POP3 のポート', en: 'the port of POP3' }, usualPorts.pop3),
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
  {
    name: 'seed',
    kind: 'number',
    placeholder: 'N',
    summary: { ja: '世界のシード', en: 'the seed of the world' },
  },
  {
    name: 'state',
    kind: 'text',
    placeholder: 'FILE',
    summary: {
      ja: '世界をこのファイルに保存し、次はその続きから始める（--seed などは最初に作るときだけ有効）',
      en: 'keep the world in this file and go on from it next time; --seed and the like count when it is made',
    },
  },
  {
    name: 'real-time',
    kind: 'flag',
    summary: {
      ja: '時刻を実時間で進める。指定しなければ止まったまま',
      en: 'let time pass as it does; it stands still otherwise',
    },
  },
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
  {
    name: 'cors-origin',
    kind: 'text',
    placeholder: 'ORIGIN',
    summary: {
      ja: 'MailHog API を使ってよい別のサイト（MailHog の -cors-origin）',
      en: 'another site that may use the MailHog API, as MailHog’s -cors-origin',
    },
  },
  { name: 'json', kind: 'flag', summary: { ja: 'アドレスを JSON 1行で出力', en: 'print one line of JSON' } },
];

export const serve: CliCommand = {
  takes: '',
  wordsMax: 0,
  options,
  examples: [
    'npx todoku serve',
    'npx todoku serve --mailbox hanako@docomo.sim --mailbox taro@au.sim:au:easySetting=recommended',
    'npx todoku serve --scenario S-2.2-01 --cell provider=docomo',
    'npx todoku serve --state mails.world',
    'npx todoku serve --smtp-port 0 --http-port 0 --mailpit-port 0 --imap-port 0 --pop3-port 0 --json',
  ],
  async run({ options, language, terminal }) {
    const ports = {
      smtp: portOf(options, 'smtp-port'),
      http: portOf(options, 'http-port'),
      imap: portOf(options, 'imap-port'),
      pop3: portOf(options, 'pop3-port'),
      mailpit: portOf(options, 'mailpit-port'),
    };
    const isRealTime = options.has('real-time');
    const mailboxes = mailboxesOf(options, terminal.folder);
    const ended = interruption();
    using served = await createServedWorld({
      seed: options.number('seed') ?? standardSeed,
      startsAt: isRealTime ? systemNow() : standardStart,
      capturesMax: Math.max(1, options.number('keep') ?? capturesMaxDefault),
      mailboxes,
      trustsSenders: !options.has('judge-senders'),
      cell: cellOf(options, terminal.folder),
      place: placeOf(options, terminal.folder),
    });
    const { world, run } = served;
    await using serving = await openPorts(world, {
      ports,
      isRealTime,
      friendly: options.has('friendly'),
      ...corsOf(options),
    });
    await using _pace = isRealTime ? followMachine(world) : undefined;
    const told = { world, run, ports: serving.ports, isRealTime };
    terminal.write(options.has('json') ? servedJson(told) : servedText(told, language));
    await ended;
    return exitCodes.well;
  },
};

function portOption(name: string, summary: Option['summary'], usual: number): Option {
  return {
    name,
    kind: 'number',
    placeholder: `0…${portMax}`,
    summary: {
      ja: `${summary.ja}（0 は空いているもの。指定しなければ ${usual}、使われていれば空いているもの）`,
      en: `${summary.en}; 0 takes any; else ${usual}, or any when that is taken`,
    },
  };
}

/** Throws ServiceError `option-value`. */
function portOf(options: Options, name: string): number | undefined {
  const port = options.number(name);
  if (port === undefined || port <= portMax) return port;
  throw new ServiceError('option-value', { option: `--${name}`, expected: `0…${portMax}`, given: port });
}

function corsOf(options: Options): { readonly corsOrigin?: string } {
  const corsOrigin = options.text('cors-origin');
  return corsOrigin === undefined ? {} : { corsOrigin };
}

/** Throws ServiceError `options-exclude`: a scenario is played in a world of its own, not after what others did in it. */
function placeOf(options: Options, from: string): WorldPlace | undefined {
  const file = options.text('state');
  if (file === undefined) return undefined;
  if (options.has('scenario')) throw new ServiceError('options-exclude', { one: '--scenario', other: '--state' });
  return { file: resolve(from, file), holder: `todoku serve, process ${process.pid}` };
}

/** Throws ServiceError `argument-missing`, `selection-ambiguous`, and what reading a scenario throws. */
function cellOf(options: Options, from: string): Cell | undefined {
  const word = options.text('scenario');
  if (word === undefined) {
    if (!options.has('cell')) return undefined;
    throw new ServiceError('argument-missing', { command: '--cell', expected: '--scenario ID' });
  }
  return oneCell(word, options, from);
}

import { type CaptureSource, captureSource, type ReadMail } from '#mocks/external-capture';
import { type Language, ServiceError } from '#sim/errors';
import { captureQueryOf, captureQueryOptions } from './capture-query.ts';
import { captureServerOf } from './capture-server.ts';
import { captureServerOptions } from './capture-server-options.ts';
import type { CliCommand, Option, Options } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { exportMessages } from './export-messages.ts';
import { printable } from './printable.ts';

const limitDefault = 20;
const waitSecondsMax = 3_600;

const options: readonly Option[] = [
  ...captureServerOptions,
  ...captureQueryOptions,
  {
    name: 'limit',
    kind: 'number',
    placeholder: 'N',
    summary: {
      ja: `新しい順に何通まで（指定しなければ ${limitDefault}）`,
      en: `how many, the newest first; else ${limitDefault}`,
    },
  },
  {
    name: 'wait',
    kind: 'number',
    placeholder: 'SECONDS',
    summary: { ja: '当てはまるメールが届くまで待つ秒数', en: 'wait so long for a mail that fits' },
  },
  {
    name: 'export',
    kind: 'text',
    placeholder: 'DIR',
    summary: {
      ja: 'メールを1バイトも変えずに .eml で保存する場所',
      en: 'write them there as .eml, byte for byte',
    },
  },
  {
    name: 'overwrite',
    kind: 'flag',
    summary: {
      ja: '--export に同じ名前のファイルがあれば置き換える',
      en: 'replace files of the same names at --export',
    },
  },
  { name: 'json', kind: 'flag', summary: { ja: '結果を JSON で出力', en: 'print JSON' } },
];

export const mailList: CliCommand = {
  takes: '',
  wordsMax: 0,
  options,
  examples: [
    'npx todoku mail list --mailhog http://127.0.0.1:8025',
    'npx todoku mail list --mailhog http://127.0.0.1:8025 --to hanako@ --subject オープンバッジ --wait 30',
    'npx todoku mail list --mailpit http://127.0.0.1:8025 --json --export mails',
  ],
  async run({ options: given, language, terminal }) {
    const server = captureServerOf(given);
    if (server === undefined) {
      throw new ServiceError('argument-missing', { command: 'mail list', expected: '--mailhog URL | --mailpit URL' });
    }
    const source = captureSource(server);
    const mails = await found(source, given);
    const folder = given.text('export');
    const files = folder === undefined ? undefined : await exported(source, mails, given, terminal.folder);
    if (given.has('json')) {
      const described = mails.map((mail, index) => ({ ...mail, ...(files !== undefined && { file: files[index] }) }));
      terminal.write(`${JSON.stringify(described, null, 2)}\n`);
    } else {
      terminal.write(mails.map((mail) => shown(mail, language)).join(''));
      terminal.write(total(mails.length, folder)[language]);
    }
    return mails.length === 0 && given.has('wait') ? exitCodes.failed : exitCodes.well;
  },
};

/** Throws ServiceError `option-value`, and what reading the server throws. */
async function found(source: CaptureSource, given: Options): Promise<readonly ReadMail[]> {
  const query = captureQueryOf(given);
  const limit = given.number('limit') ?? limitDefault;
  const seconds = given.number('wait');
  if (seconds !== undefined) {
    if (seconds > waitSecondsMax) {
      throw new ServiceError('option-value', { option: '--wait', expected: `0…${waitSecondsMax}`, given: seconds });
    }
    await source.waitFor(query, { timeoutMs: seconds * 1_000, signal: new AbortController().signal });
  }
  return source.find(query, limit);
}

async function exported(
  source: CaptureSource,
  mails: readonly ReadMail[],
  given: Options,
  from: string,
): Promise<readonly string[]> {
  const messages: { id: string; data: Buffer }[] = [];
  for (const { id } of mails) messages.push({ id, data: await source.raw(id) });
  return exportMessages(messages, { folder: given.text('export') ?? '.', from, overwrite: given.has('overwrite') });
}

const words = {
  link: { ja: 'リンク', en: 'link' },
  code: { ja: 'コード', en: 'code' },
  file: { ja: '添付', en: 'attachment' },
  id: { ja: '番号', en: 'id' },
  noSubject: { ja: '（件名なし）', en: '(no subject)' },
} as const;

function shown(mail: ReadMail, language: Language): string {
  const { from, forwardPaths, subject, links, codes, attachments, receivedAt, id } = mail;
  const sender = from.name === '' ? from.address : `${from.name} <${from.address}>`;
  const lines = [
    `${receivedAt.slice(0, 16).replace('T', ' ')}  ${sender} → ${forwardPaths.join(', ')}`,
    `  ${printable(subject) || words.noSubject[language]}`,
    ...codes.map((code) => `  ${words.code[language]}: ${code}`),
    ...links.map((link) => `  ${words.link[language]}: ${link}`),
    ...attachments.map(({ name, sizeBytes }) => `  ${words.file[language]}: ${name} (${sizeBytes} B)`),
    `  ${words.id[language]}: ${id}`,
  ];
  return lines.map((line) => `${line.startsWith('  ') ? '  ' : ''}${printable(line)}\n`).join('');
}

function total(count: number, folder: string | undefined) {
  const where = {
    ja: folder === undefined ? '' : `（保存先: ${folder}）`,
    en: folder === undefined ? '' : ` (in ${folder})`,
  };
  return {
    ja: count === 0 ? '当てはまるメールはありません。\n' : `メール${count}通${where.ja}\n`,
    en: count === 0 ? 'There is no such mail.\n' : `${count} ${count === 1 ? 'mail' : 'mails'}${where.en}\n`,
  };
}

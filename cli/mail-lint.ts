import { type Evidence, lint, readLetter, withSmtpLineEnds } from '#mocks/mail-lint';
import { ServiceError } from '#sim/errors';
import { simulatedOrigins } from '#sim/kernel';
import type { CliCommand, Invocation } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { countsOf, type LintedMail, lintText } from './lint-text.ts';
import { plan } from './plan.ts';
import { readRegularFile } from './scenario-files.ts';
import { scenariosOf } from './selection.ts';
import { sentMails } from './sent-mails.ts';
import { spamScore } from './spam-score.ts';

/** A mail to be looked over. */
interface Mail {
  readonly name: string;
  readonly bytes: Buffer;
  readonly evidence?: Evidence;
}

const noMail = { ja: 'メールは1通も送られませんでした。', en: 'No mail was sent.' };

/** Hosts below `.test` stand for the sender's own. */
const simulatedHosts = Object.values(simulatedOrigins).map((origin) => new URL(origin).hostname);

export const mailLint: CliCommand = {
  takes: '<file.eml|id|section|word|file.yaml>…',
  wordsMax: Number.POSITIVE_INFINITY,
  options: [
    {
      name: 'cell',
      kind: 'text',
      placeholder: 'KEY=VALUE',
      summary: { ja: 'シナリオのうち、調べる組み合わせ', en: 'the cell of a scenario whose mails are looked over' },
    },
    {
      name: 'own-host',
      kind: 'text',
      placeholder: 'HOST',
      summary: {
        ja: 'Fromと違うドメインでも、送信者のものとみなすホスト（コンマ区切り）',
        en: 'hosts that are the sender’s though From has another domain, with commas between',
      },
    },
    { name: 'json', kind: 'flag', summary: { ja: 'JSONで出力する', en: 'print JSON' } },
  ],
  examples: [
    'npx todoku mail lint notice.eml',
    'npx todoku mail lint S-2.1-01 --lang ja',
    'npx todoku mail lint notice.eml --own-host wallet.example.jp --json',
  ],
  async run(invocation) {
    const { words, options, language, terminal } = invocation;
    if (words.length === 0) {
      throw new ServiceError('argument-missing', { command: 'mail lint', expected: 'file.eml | id | file.yaml' });
    }
    const ownHosts = [
      ...simulatedHosts,
      ...(options
        .text('own-host')
        ?.toLowerCase()
        .split(/\s*,\s*/) ?? []),
    ];
    const linted: LintedMail[] = [];
    for (const { name, bytes, evidence } of await mailsOf(invocation)) {
      const letter = readLetter(bytes, { ownHosts, ...(evidence !== undefined && { evidence }) });
      const spamAssassin = await spamScore(bytes, terminal);
      linted.push({ name, subject: letter.subject.replace(/\p{C}+/gu, ' '), findings: lint(letter), spamAssassin });
    }
    terminal.write(
      options.has('json')
        ? `${JSON.stringify(
            linted.map((mail) => ({ ...mail, counts: countsOf(mail.findings) })),
            null,
            2,
          )}\n`
        : `${linted.map((mail) => lintText(mail, language)).join('\n\n') || noMail[language]}\n`,
    );
    const hasError = linted.some(({ findings }) => countsOf(findings).error > 0);
    return hasError ? exitCodes.failed : exitCodes.well;
  },
};

/** The mails of files as they lie there, then those that the first cell of every scenario sends. */
async function mailsOf({ words, options, terminal }: Invocation): Promise<Mail[]> {
  const isMail = (word: string): boolean => /\.eml$/i.test(word);
  const mails: Mail[] = words.filter(isMail).map((name) => ({
    name,
    bytes: withSmtpLineEnds(readRegularFile(name, terminal.folder).bytes),
  }));
  const others = words.filter((word) => !isMail(word));
  if (others.length === 0) return mails;
  for (const scenario of scenariosOf(others, terminal.folder)) {
    const [cell] = plan([scenario], options);
    if (cell === undefined) continue;
    for (const { message, kind, data, evidence } of await sentMails(cell)) {
      mails.push({ name: `${scenario.id} ${message} (${kind})`, bytes: data, evidence });
    }
  }
  return mails;
}

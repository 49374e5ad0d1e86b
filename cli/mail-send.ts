import { profileOf, providerOfAddress } from '#mocks/providers';
import { createSmtpServer } from '#mocks/smtp';
import { type Conversation, type SmtpServerAddress, sendBySmtp, serverAddressOf } from '#mocks/smtp-client';
import { verdictText } from '#reports/formats';
import { type Outcome, projectOutcomes } from '#reports/projections';
import { afterwardsMs, createMailWorld, openTarget, prepareSender, zoneParameters } from '#scenarios/runner';
import { type Bilingual, ServiceError } from '#sim/errors';
import { eventsAfter, type SmtpReply } from '#sim/events';
import { defaultLimits, formatInstant, type RunningWorld } from '#sim/kernel';
import type { CliCommand, Invocation, Options } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { standardStart } from './mail-trace.ts';
import { requireSimulated } from './mailbox-option.ts';
import { type MessageFile, readMessageFile } from './message-file.ts';
import { fromOption, reversePathOf, senderOptions, senderState } from './sender-options.ts';
import { askedSettings, fitSettings, settingOption } from './setting-option.ts';

/** What was said about one address, and in a world of our own what became of the mail. */
interface Sent {
  readonly address: string;
  readonly provider: string | undefined;
  readonly conversation: Conversation;
  readonly outcomes: readonly Outcome[];
  readonly notes: readonly Bilingual[];
}

interface Mailing {
  readonly file: MessageFile;
  readonly reversePath: string;
  readonly addresses: readonly string[];
}

export const mailSend: CliCommand = {
  takes: '<file.eml>',
  wordsMax: 1,
  options: [
    {
      name: 'to',
      kind: 'text',
      placeholder: 'ADDRESS',
      summary: {
        ja: '宛先（.sim .test .example .invalid だけ。くり返し可）',
        en: 'an address under .sim, .test, .example or .invalid; may be given again',
      },
    },
    fromOption,
    settingOption,
    ...senderOptions,
    {
      name: 'smtp',
      kind: 'text',
      placeholder: 'HOST:PORT',
      summary: {
        ja: '動いている npx todoku serve へ送る。指定しなければ、この場で新しい世界を作って送る',
        en: 'send to a running npx todoku serve; into a new world otherwise',
      },
    },
    { name: 'json', kind: 'flag', summary: { ja: '結果を JSON で出力', en: 'print JSON' } },
  ],
  examples: [
    'npx todoku mail send notice.eml --to hanako@docomo.sim',
    'npx todoku mail send notice.eml --to hanako@au.sim --setting easySetting=recommended --spf wrong',
    'npx todoku mail send notice.eml --to full+hanako@softbank.sim --smtp 127.0.0.1:1025',
  ],
  async run(invocation) {
    const { options, terminal, language } = invocation;
    const server = serverOf(options);
    const mailing = await mailingOf(invocation);
    const sent = server === undefined ? await sendIntoNewWorld(mailing, options) : await sendTo(server, mailing);
    if (options.has('json')) terminal.write(`${JSON.stringify(sent, null, 2)}\n`);
    else {
      const look = { language, colour: terminal.hasColour };
      terminal.write(sent.map((one) => sentText(one, look)).join('\n'));
    }
    // Into a world of its own a mail is sent to see what becomes of it: a refusal is an answer there.
    const isTaken = sent.every(({ conversation }) => conversation.reply.replyCode < 300);
    return server === undefined || isTaken ? exitCodes.well : exitCodes.failed;
  },
};

/** Throws ServiceError `server-not-loopback`, `options-exclude`. */
function serverOf(options: Options): SmtpServerAddress | undefined {
  const given = options.text('smtp');
  if (given === undefined) return undefined;
  const other = ['setting', 'spf', 'dkim', 'dmarc', 'from-host'].find((name) => options.has(name));
  if (other !== undefined) throw new ServiceError('options-exclude', { one: '--smtp', other: `--${other}` });
  return serverAddressOf(given);
}

/** Throws ServiceError `argument-missing`, `address-real`, and what reading the file throws. */
async function mailingOf({ words: [path], options, terminal }: Invocation): Promise<Mailing> {
  if (path === undefined) throw new ServiceError('argument-missing', { command: 'mail send', expected: './mail.eml' });
  const addresses = [...new Set(options.all('to'))];
  if (addresses.length === 0) {
    throw new ServiceError('argument-missing', { command: 'mail send', expected: '--to hanako@docomo.sim' });
  }
  for (const address of addresses) requireSimulated(address);
  const file = await readMessageFile(path, terminal.folder);
  return { file, reversePath: reversePathOf(options, file.fromAddress), addresses };
}

async function sendTo(server: SmtpServerAddress, { file, reversePath, addresses }: Mailing): Promise<readonly Sent[]> {
  const sent: Sent[] = [];
  for (const forwardPath of addresses) {
    const envelope = { reversePath, forwardPath, helo: 'client.test' };
    const conversation = await sendBySmtp(server, { ...envelope, data: file.data });
    sent.push({ address: forwardPath, provider: undefined, conversation, outcomes: [], notes: [] });
  }
  return sent;
}

async function sendIntoNewWorld({ file, reversePath, addresses }: Mailing, options: Options): Promise<readonly Sent[]> {
  const state = senderState(options);
  const asked = askedSettings(options.all('setting'));
  const parameters = { dns: zoneParameters(state) };
  using world = createMailWorld({ seed: 1, startsAt: standardStart, limits: defaultLimits, parameters });
  const host = await prepareSender(world, { fromAddress: file.fromAddress, reversePath }, state);
  await using server = createSmtpServer(world, { opensMailboxes: true });
  const { port } = await server.listen();
  const sentAt = formatInstant(world.clock.now());
  const sent: Omit<Sent, 'outcomes'>[] = [];
  for (const address of addresses) {
    const provider = providerOfAddress(address) ?? 'plain';
    const profile = profileOf(provider);
    if (profile === undefined) throw new TypeError(`${provider} has no profile`);
    const { settings, unfit } = fitSettings(asked, profile);
    await openTarget(world, { address, provider, settings });
    const envelope = { ...host, reversePath, forwardPath: address, data: file.data };
    const conversation = await sendBySmtp({ host: '127.0.0.1', port }, envelope);
    sent.push({ address, provider, conversation, notes: unfit.map(({ note }) => note) });
  }
  await world.advance(afterwardsMs);
  return sent.map((one) => {
    const { address, conversation } = one;
    return { ...one, outcomes: outcomesAt(world, address, { at: sentAt, reply: conversation.reply }) };
  });
}

/** What became of the mail for one address, and of what was forwarded from there; what the sender was told is known here. */
function outcomesAt(
  world: RunningWorld,
  address: string,
  { at, reply }: { readonly at: string; readonly reply: SmtpReply },
): readonly Outcome[] {
  const all = projectOutcomes(eventsAfter(world, 0));
  const message = all.findLast((outcome) => outcome.address === address)?.message;
  const { replyCode, enhancedStatusCode, text, stage = 'DATA' } = reply;
  const codes = { replyCode, ...(enhancedStatusCode !== undefined && { enhancedStatusCode }) };
  const attempts = [{ at, attempt: 1, ...codes, replyText: text, stage }];
  return all
    .filter((outcome) => outcome.message === message)
    .map((outcome) =>
      outcome.address === address ? { ...outcome, sender: { ...outcome.sender, attempts } } : outcome,
    );
}

const words = {
  conversation: { ja: 'SMTPの会話（> 送信側、< 受信側）', en: 'The SMTP conversation (> sender, < receiver)' },
  note: { ja: '注意', en: 'Note' },
  forwarded: { ja: '転送先', en: 'Forwarded to' },
  elsewhere: {
    ja: 'どうなったかは、serve のメールアプリか todoku API で見られます。',
    en: 'What became of it shows in the mail app or the todoku API of serve.',
  },
} as const satisfies Record<string, Bilingual>;

function sentText(sent: Sent, look: Parameters<typeof verdictText>[1]): string {
  const { address, provider, conversation, outcomes, notes } = sent;
  const { language } = look;
  const name = provider === undefined ? undefined : profileOf(provider)?.name[language];
  return [
    `== ${address}${name === undefined ? '' : `: ${name}`} ==`,
    ...notes.map((note) => `${words.note[language]}: ${note[language]}`),
    `${words.conversation[language]}:`,
    ...conversation.said.map(({ by, line }) => `  ${by === 'client' ? '>' : '<'} ${line}`),
    '',
    ...outcomes.map((outcome) =>
      outcome.address === address
        ? verdictText(outcome, look)
        : `${words.forwarded[language]}: ${outcome.address}\n${verdictText(outcome, look)}`,
    ),
    ...(outcomes.length === 0 ? [`${words.elsewhere[language]}\n`] : []),
  ].join('\n');
}

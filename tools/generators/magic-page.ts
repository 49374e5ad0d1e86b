import { magicAddresses, type Profile, profiles } from '#mocks/providers';
import { outcomeCell, replyCell } from '#reports/formats';
import { traceMessage } from '#scenarios/runner';
import type { Language } from '#sim/errors';
import { parseInstant } from '#sim/kernel';
import type { Generator } from './generator.ts';

/** A mail with a link, as the sender's own host sends it: SPF passes, nothing is signed. */
const mail = {
  fromAddress: 'service@openbadge.net',
  reversePath: 'service@openbadge.net',
  data: Buffer.from(
    [
      'From: <service@openbadge.net>',
      'To: <hanako@provider.example>',
      'Subject: magic',
      'Date: Wed, 1 Apr 2026 09:00:00 +0900',
      'Message-ID: <magic@openbadge.net>',
      '',
      'https://wallet.openbadge.test/receive/example',
      '',
    ].join('\r\n'),
  ),
};

const startsAt = parseInstant('2026-04-01T09:00:00+09:00') ?? 0;

/** What a mail to the address comes to at a provider: the reply, and where it goes. */
async function played(word: string, { provider }: Profile, language: Language): Promise<string> {
  const to = { provider, address: `${word}+hanako@${provider}.sim`, settings: {} };
  const { outcomes } = await traceMessage(mail, to, { seed: 1, startsAt, state: {} });
  return outcomes
    .map((outcome) => {
      const place = outcomeCell(outcome, language);
      return outcome.forwardedBy === undefined ? `${replyCell(outcome, language)}: ${place}` : `→ ${place}`;
    })
    .join(' ');
}

async function table(language: Language): Promise<string> {
  const head = ['', ...magicAddresses.map(({ word }) => `\`${word}+\``)];
  const lines: string[][] = [];
  for (const profile of profiles) {
    const cells: string[] = [];
    for (const { word } of magicAddresses) cells.push(await played(word, profile, language));
    lines.push([profile.name[language], ...cells]);
  }
  const row = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [row(head), row(head.map(() => '---')), ...lines.map(row)].join('\n');
}

async function page(): Promise<string> {
  const words = magicAddresses.map(
    ({ word, sentence }) => `| \`${word}+hanako@…\` | ${sentence.ja} | ${sentence.en} |`,
  );
  return `# 特別な宛先 Magic addresses

\`@\` より前の、\`+\` までの言葉で、そのメールがどうなるかを選べます。どの事業者のドメインでも（\`docomo.sim\`、\`docomo.ne.jp.test\`）、
ほかの \`.sim\` \`.test\` \`.example\` \`.invalid\` のドメインでも使えます。答えは事業者自身の規則と言葉です。メールボックスの持ち主が設定を変えると、
そちらが優先されます。
The word before the \`+\` selects what becomes of a mail: at the domain of any provider (\`docomo.sim\`, \`docomo.ne.jp.test\`) and
at any other below \`.sim\`, \`.test\`, \`.example\` or \`.invalid\`. The answer is the provider's own, by its rules and in its words. What
the owner of the mailbox sets stands above it.

使えるところ: \`todoku serve\`、\`todoku mail send\`、\`todoku mail trace --local spam+hanako\`。シナリオでは \`world: { mailbox: { magicAddresses: true } }\` のときだけ。
Where: \`todoku serve\`, \`todoku mail send\`, \`todoku mail trace --local spam+hanako\`; in scenarios only with
\`world: { mailbox: { magicAddresses: true } }\`.

| 宛先 address | どうなるか | what becomes of the mail |
|---|---|---|
${words.join('\n')}

## 事業者ごとの結果

送信側への返答と、メールの行き先です。学校のゲートウェイははじめての送信元を待たせるので、2回目の送信の結果です。「→」は転送先での結果です。

${await table('ja')}

## At each provider

The reply to the sender, and where the mail goes. A school's gateway makes a new sender wait: its answer is that to the second
try. What stands behind "→" is the outcome at the address that it was forwarded to.

${await table('en')}

リンクを開く機械は、情報源のある事業者（Microsoft 365）だけにあります。ほかでは \`scan+\` も普通に届きます。
Machines that fetch links are where a source tells of them (Microsoft 365); elsewhere \`scan+\` arrives as any mail does.
\`npm run generate\` makes this page by sending the mails; do not edit it.
`;
}

export const magicPage: Generator = { file: 'docs/magic-addresses.md', make: page };

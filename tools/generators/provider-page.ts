import {
  domainsOf,
  type Profile,
  profiles,
  type ReplyTemplate,
  type Rule,
  type Setting,
  sentenceOf,
} from '#mocks/providers';
import { type Bilingual, fillBoth } from '#sim/errors';
import type { Generator } from './generator.ts';
import { linkedSource } from './linked-source.ts';
import { table } from './markdown-table.ts';

const head = `# メールサービス Mail providers

todoku が再現するメールサービスの振る舞いのすべてです。規則は上から順に調べ、結果が決まったところで終わります。1通ごとの
経過は、報告書の「配送の経過」と同じ文で読めます。出典のないところは **仮定 assumption** と書いてあります。順序の仮定は、シナリオの
\`world: { mailbox: { ruleOrder: { softbank: [allowed-sender, spoofed] } } }\` で入れ替えられます。
Everything that the simulated providers do with a mail. Rules are asked from first to last until one decides. What has no
source is marked as an assumption; \`ruleOrder\` swaps the places of conditions in one scenario.

- 直すところ To correct one: \`mocks/providers/profiles/<provider>.ts\`. 規則と設定はデータで、条件は \`conditions/\` にあります。
- 加えるところ To add one: [CONTRIBUTING.md](../CONTRIBUTING.md), "a mail provider".
- POP3 で見えるのは、どのサービスでも受信トレイだけです。迷惑メールフォルダは POP では見えません。
  POP3 shows the inbox alone: who reads mail by POP never sees the junk folder.
- 設定を変えても、それまでに拒否・破棄されたメールは届きません。再送が必要です。
  A changed setting never brings back what was refused or thrown away before: it must be sent again.

\`npm run generate\` makes this page; do not edit it.`;

const both = ({ ja, en }: Bilingual): string => `${ja}<br>${en}`.replaceAll('|', '\\|');

function sourceCell(source: string | undefined): string {
  return source === undefined ? '' : linkedSource(source);
}

function settingRow([key, setting]: readonly [string, Setting]): readonly string[] {
  return [`\`${key}\``, both(setting.name), valueCell(setting), sourceCell(setting.source)];
}

function valueCell(setting: Setting): string {
  switch (setting.type) {
    case 'addresses':
      return setting.entriesMax === undefined ? 'list' : `list ≤ ${setting.entriesMax.toLocaleString('en')}`;
    case 'choice':
      return setting.choices.map((choice) => (choice === setting.default ? `**${choice}**` : choice)).join(' \\| ');
    case 'flag':
      return setting.default ? '**true** \\| false' : 'true \\| **false**';
    case 'bytes':
      return setting.default === 0 ? '**0**' : `**${sized(setting.default)}**`;
    case 'milliseconds':
      return `**${setting.default / 1_000} s**`;
    case 'count':
      return `**${setting.default.toLocaleString('en')}**`;
    case 'text':
      return 'text';
  }
}

function sized(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB', 'TB'];
  const power = Math.floor(Math.log(bytes) / Math.log(1024));
  return `${bytes / 1024 ** power} ${units[power]}`;
}

function presetLines({ presets = {} }: Profile): string {
  const lines = Object.entries(presets).flatMap(([setting, values]) =>
    Object.entries(values).map(([value, implied]) => {
      const parts = Object.entries(implied).map(([key, worth]) => `${key}: ${String(worth)}`);
      return `- \`${setting}: ${value}\` = \`${parts.join(', ')}\``;
    }),
  );
  return lines.length === 0
    ? ''
    : `\n\nまとめ設定 Presets（個別の設定より強い stand above single settings）:\n\n${lines.join('\n')}`;
}

function ruleRow(profile: Profile, rule: Rule, place: string): readonly string[] {
  const { when, verdict, source } = rule;
  const setting = when.setting === undefined ? undefined : profile.settings[when.setting]?.name;
  const sentence = {
    ja: setting === undefined ? when.matched.ja : fillBoth(when.matched, { setting: setting.ja }).ja,
    en: setting === undefined ? when.matched.en : fillBoth(when.matched, { setting: setting.en }).en,
  };
  return [place, `\`${when.condition}\``, both(sentence), both(sentenceOf(verdict)), sourceCell(source)];
}

function ruleTable(profile: Profile): string {
  const early = (profile.atMail ?? []).map((rule) => ruleRow(profile, rule, 'MAIL'));
  const rows = profile.rules.map((rule, index) => ruleRow(profile, rule, String(index + 1)));
  return table(['', '規則 rule', 'あてはまるとき when', '結果 then', '出典 source'], [...early, ...rows]);
}

function replyTable({ addressGrammar, atMail = [], unknownUser, rules, acceptedText }: Profile): string {
  const row = ({ replyCode, enhancedStatusCode, text, stage }: ReplyTemplate, why: string): readonly string[] => [
    stage,
    `\`${[replyCode, enhancedStatusCode, text].filter((part) => part !== undefined).join(' ')}\``,
    `\`${why}\``,
  ];
  const refusing = [...atMail, ...rules].flatMap(({ when, verdict }) =>
    verdict.type === 'rejected' || verdict.type === 'deferred' ? [row(verdict.reply, when.condition)] : [],
  );
  const rows = [
    ...(addressGrammar === undefined ? [] : [row(addressGrammar.reply, 'address-grammar')]),
    row(unknownUser.reply, 'unknown-user'),
    ...refusing,
    row({ ...acceptedText, replyCode: 250, stage: 'DATA' }, 'otherwise'),
  ];
  const order = ['MAIL', 'RCPT', 'DATA'];
  return table(
    ['段階 stage', '返答 reply', '規則 rule'],
    rows.toSorted(([a = ''], [b = '']) => order.indexOf(a) - order.indexOf(b)),
  );
}

const days = (ms: number): string => `${ms / 86_400_000} 日 days`;

function otherFacts({
  retention,
  quarantine,
  report,
  zap,
  scanner,
  search,
  addressGrammar,
  unknownUser,
}: Profile): string {
  const rows = [
    ['迷惑メールフォルダ junk', days(retention.junk.keptMs), sourceCell(retention.junk.source)],
    ['ゴミ箱 trash', days(retention.trash.keptMs), sourceCell(retention.trash.source)],
    ...(quarantine === undefined
      ? []
      : [
          [
            '検疫 quarantine',
            `${days(quarantine.keptMs)}<br>${quarantine.digest.from}「${quarantine.digest.subject}」`,
            sourceCell(quarantine.source),
          ],
        ]),
    ...(report === undefined
      ? []
      : [
          [
            '規制の知らせ filter report',
            `\`${report.setting}\`: \`${report.condition}\`<br>${report.mail.from}「${report.mail.subject}」`,
            sourceCell(report.source),
          ],
        ]),
    ...(zap === undefined
      ? []
      : [['配信後の移動 ZAP', `\`${zap.setting}\`, \`${zap.afterMsSetting}\``, sourceCell(zap.source)]]),
    ...(scanner === undefined
      ? []
      : [
          [
            'リンクの検査 link scanner',
            `${scanner.name.en}: ${scanner.prefetches} × GET, ${scanner.prefetchAfterMs / 1_000} s<br>${scanner.rewritesTo ?? ''}`,
            sourceCell(scanner.source),
          ],
        ]),
    ['検索 search', search.folders.join(', '), sourceCell(search.source)],
    ...(addressGrammar === undefined
      ? []
      : [['アドレスの書き方 address grammar', '', sourceCell(addressGrammar.source)]]),
    ['宛先不明 unknown user', '', sourceCell(unknownUser.source)],
  ];
  return table(['', '', '出典 source'], rows);
}

function section(profile: Profile): string {
  const { provider, name, settings, orderSource } = profile;
  const domains = domainsOf(provider);
  return [
    `## ${provider} – ${name.ja} ${name.en}`,
    domains.length === 0
      ? 'ドメインの指定なし no domain of its own'
      : domains.map((domain) => `\`${domain}\``).join(' '),
    `### 設定 Settings of ${provider}`,
    `既定は太字 Defaults are bold.\n\n${table(['key', '', '値 values', '出典 source'], Object.entries(settings).map(settingRow))}${presetLines(profile)}`,
    `### 順序 Order of ${provider}`,
    `順序の出典 Source of the order: ${sourceCell(orderSource)}`,
    ruleTable(profile),
    `### 返答 Replies of ${provider}`,
    replyTable(profile),
    `### そのほか Besides (${provider})`,
    otherFacts(profile),
  ].join('\n\n');
}

export const providerPage: Generator = {
  file: 'docs/providers.md',
  make: () => `${[head, ...profiles.map(section)].join('\n\n')}\n`,
};

import { dnsDefaults } from '#mocks/dns';
import { mailboxDefaults } from '#mocks/mailbox';
import { profileOf, profiles } from '#mocks/providers';
import { relayDefaults } from '#mocks/relay';
import { deviceWords, parseScenario, providerWords, scenarioSchema, valueWords, worldWords } from '#scenarios/language';
import { handsets, type Provider, providerDomains, resolveHandset, schools, students } from '#scenarios/library/cast';
import { screenNames, verbs } from '#scenarios/steps';
import { issuerDefaults } from '#sim/issuer';
import type { Json } from '#sim/kernel';
import { mailDefaults } from '#sim/mail';
import { verifyDefaults } from '#sim/verify';
import { walletDefaults } from '#sim/wallet';
import type { Generator } from './generator.ts';
import { table } from './markdown-table.ts';
import { notation, type ShownSchema } from './schema-notation.ts';

const example = `# yaml-language-server: $schema=./scenarios/language/scenario.schema.json
id: my-case
title: { ja: PCメール拒否で届かない, en: Mail from PCs is refused }
seed: 1
cast:
  school:  { use: mihon-university }
  student: { use: hanako, provider: docomo, handset: android-13, mailbox: { refusesPcMail: $refuses } }
matrix:
  rows:
    - { refuses: true,  state: rejected }
    - { refuses: false, state: accepted }
steps:
  - school.issues: { credential: student-id }
  - clock.advance: 10m
  - expect.sender: { state: $state }
`;

/** `日本語 / English` on two lines. */
const said = (description = '–'): string => description.replace(' / ', '<br>').replace('\n', '<br>');

function keyTable(): string {
  const { properties = {}, required = [] } = scenarioSchema(verbs) as ShownSchema;
  const told = new Set(['cast', 'matrix', 'steps', 'world']);
  const rows = Object.entries(properties).map(([key, schema]) => {
    const value = told.has(key) ? '下 below' : `\`${notation(schema).replaceAll('|', '\\|')}\``;
    return [`\`${key}\``, required.includes(key) ? '必須 needed' : '任意', said(schema.description), value];
  });
  return table(['キー key', '', '', '値 value'], rows);
}

function providerTable(): string {
  const rows = Object.entries(providerDomains).map(([provider, domain]) => {
    const name = providerWords[provider as Provider];
    const state = profileOf(provider) === undefined ? 'まだ再生できない not simulated yet' : 'はい yes';
    return [`\`${provider}\``, `${name.ja}<br>${name.en}`, domain, state];
  });
  return table(['provider', '', 'ドメイン domain', '再生できるか simulated'], rows);
}

function settingTables(): string {
  const sections = profiles.map(({ provider, name, settings }) => {
    const rows = Object.entries(settings).map(([key, setting]) => {
      const values = setting.type === 'choice' ? setting.choices.join(' \\| ') : typeWords[setting.type];
      const preset = setting.type === 'addresses' ? '[]' : String(setting.default);
      return [`\`${key}\``, `${setting.name.ja}<br>${setting.name.en}`, values, preset];
    });
    return `### ${provider} – ${name.ja}\n\n${table(['mailbox', '', '値 values', '既定 default'], rows)}`;
  });
  return sections.join('\n\n');
}

const typeWords = {
  addresses: '[address, domain, …]',
  flag: 'true \\| false',
  bytes: 'integer ≥ 0',
  milliseconds: 'integer ≥ 0',
  count: 'integer ≥ 0',
  text: 'text ≤ 200',
} as const;

function castTables(): string {
  return [
    table(
      ['school', '', 'ドメイン domain'],
      Object.entries(schools).map(([key, { name, domain }]) => [`\`${key}\``, `${name.ja}<br>${name.en}`, domain]),
    ),
    table(
      ['student', '氏名 name', '学籍番号 number', '学部 faculty', 'provider'],
      Object.entries(students).map(([key, student]) => [
        `\`${key}\``,
        student.name,
        student.studentNumber,
        student.faculty,
        student.provider,
      ]),
    ),
    table(
      ['handset', '', 'form'],
      Object.keys(handsets).map((key) => {
        const handset = resolveHandset(key);
        return [`\`${key}\``, deviceWords(handset).ja, handset.form];
      }),
    ),
  ].join('\n\n');
}

const defaults: Readonly<Record<string, { readonly [parameter: string]: Json }>> = {
  issuer: issuerDefaults,
  wallet: walletDefaults,
  verify: verifyDefaults,
  mail: mailDefaults,
  mailbox: mailboxDefaults,
  dns: dnsDefaults,
  relay: relayDefaults,
};

function worldTable(): string {
  const rows = Object.entries(worldWords).flatMap(([module, { name, parameters }]) =>
    Object.entries(parameters).map(([parameter, words]) => {
      const preset = defaults[module]?.[parameter];
      const value = preset === undefined ? '–' : `\`${JSON.stringify(preset)}\` ${valueWords(parameter, preset).ja}`;
      return [`\`${module}.${parameter}\``, name.ja, `${words.ja}<br>${words.en}`, value];
    }),
  );
  return table(['world', '', '', '既定 default'], rows);
}

function screenTable(): string {
  return table(
    ['screen', '', ''],
    Object.entries(screenNames).map(([key, { ja, en }]) => [`\`${key}\``, ja, en]),
  );
}

function beginning(): string {
  return `# シナリオの書き方 Writing a scenario

1つの YAML ファイルが1つのシナリオです。書いたファイルは \`npx todoku run ./my-case.yaml\` で再生します。
One YAML file is one scenario; \`npx todoku run ./my-case.yaml\` plays it. \`npm run generate\` makes this page from the code;
do not edit it.

\`\`\`yaml
${example}\`\`\`

## エディターの補完 Completion in an editor

1行目の \`$schema\` は、そのファイルから見た [scenario.schema.json](../scenarios/language/scenario.schema.json) の場所です。
別のフォルダのファイルには \`../todoku/scenarios/language/scenario.schema.json\` のように書きます。VS Code では
「YAML」（redhat.vscode-yaml）を入れると、補完と検査が働きます。
The first line points from the file to the schema; from another folder write its path there. In VS Code the extension
"YAML" (redhat.vscode-yaml) then completes and checks.

## キー Keys

${keyTable()}

## 登場するもの The cast

\`cast\` のキーは、シナリオでの呼び名です。\`school\` と \`student\` はそのままで役が決まり、ほかの名前には \`role: school\` か
\`role: student\` を書きます。学校は1つ以上必要です。学生が2人以上のときは、手順に \`who:\` を書きます。
The keys of \`cast\` are names of your own. \`school\` and \`student\` are roles by themselves; others say \`role:\`. At least one
school is needed. With several students, steps say \`who:\`.

\`use\` は下の一覧から選びます（学生は \`generated\` も可。シードから作られます）。\`handset: none\` は端末なし、
\`{ platform: iOS, version: "15.0", form: phone }\` のような組み立ても可、\`otherHandsets: { pc: windows-pc }\` は \`on: pc\` で、
\`otherMailboxes: [{ provider: gmail }]\` は \`at: gmail\` で使います。
\`use\` is one of these (or \`generated\`, for a student made from the seed). A handset may also be put together, or be \`none\`;
the devices in \`otherHandsets\` are used with \`on:\`, the mailboxes in \`otherMailboxes\` with \`at:\`.

学校の名簿は、登場する学生から作られます。名簿が実際と違うときは \`roster: { address: hanako@gmial.com }\` のように違うところだけを、
名簿に載っていないときは \`roster: none\` と書きます。
Rosters are made of the students of the cast. Where a roster is wrong, \`roster: { address: hanako@gmial.com }\` says what differs;
\`roster: none\` leaves the student out.

${castTables()}

## メールの事業者 Mail providers

${providerTable()}

受信設定は \`mailbox: { … }\`、途中で変えるには \`student.changesMailSetting\` に書きます。
Settings stand in \`mailbox\`; \`student.changesMailSetting\` changes them on the way.

${settingTables()}`;
}

function end(): string {
  return `## 組み合わせ The matrix

\`matrix\` の列は、すべての値の掛け合わせになります。\`rows\` は1行が1つの組み合わせです。両方書くと、その掛け合わせです。
列の名前に \`$\` を付けて、\`cast\`・\`world\`・\`steps\`・\`resolution\` の値に使います。1つだけ再生するには
\`--cell provider=docomo\` とします。\`as\`・\`batch\`・\`keep\` で付けた名前も、あとの手順で使えます。
Columns are multiplied; each of \`rows\` is one cell; both together are multiplied too. \`$column\` stands for its value in
\`cast\`, \`world\`, \`steps\` and \`resolution\`; \`--cell provider=docomo\` plays some of them.

## 手順 Steps

すべての手順は [steps.md](steps.md) にあります。名簿の CSV は [roster.md](roster.md) です。
All steps are in [steps.md](steps.md); the CSV of rosters is in [roster.md](roster.md).

## 世界の設定 The world

\`world: { wallet: { wrongTriesMax: 3 } }\` のように、既定と違うものだけを書きます。\`…Ms\` はミリ秒です。
Only what differs from the default; \`…Ms\` is in milliseconds.

${worldTable()}

## 画面 Screens

\`expect.screen\` の \`screen\` に書きます。
For \`expect.screen\`.

${screenTable()}
`;
}

function page(): string {
  // An example that does not read is no example.
  parseScenario(example, 'my-case.yaml', verbs);
  return `${beginning()}\n\n${end()}`;
}

export const scenarioPage: Generator = { file: 'docs/scenario.md', make: page };

import { lintRules, type Severity } from '#mocks/mail-lint';
import type { Bilingual } from '#sim/errors';
import type { Generator } from './generator.ts';
import { linkedSource } from './linked-source.ts';
import { table } from './markdown-table.ts';

const head = `# メールの点検 Mail lint

\`npx todoku mail lint notice.eml\` は、送る前のメールを下の規則で調べます。シナリオの名前を書くと、そのシナリオで送られるメールを、
その世界のDNSで認証して調べます。エラーがあれば終了コードは1です。
\`npx todoku mail lint notice.eml\` looks a mail over by these rules; with the name of a scenario, the mails that it sends,
authenticated by the records of its world. It ends with 1 when there is an error.

- エラー error: 届かないか、読めない it will not arrive, or not be read
- 警告 warning: 届かない・読めない相手がいる so for some receivers
- お知らせ notice: 送る前に知っておくこと to know before sending

\`{…}\` には、そのときの値が入ります。規則を加えるには、[CONTRIBUTING.md](../CONTRIBUTING.md) の "a rule of mail lint" を見てください。
\`npm run generate\` makes this page; do not edit it.`;

const titles: Readonly<Record<Severity, string>> = {
  error: 'エラー Errors',
  warning: '警告 Warnings',
  notice: 'お知らせ Notices',
};

const both = ({ ja, en }: Bilingual): string => `${ja}<br>${en}`.replaceAll('|', '\\|').replace(/<(?!br>)/g, '&lt;');

function section(severity: Severity): string {
  const rows = lintRules
    .filter((rule) => rule.severity === severity)
    .map(({ rule, found, advice, source }) => [`\`${rule}\``, both(found), both(advice), linkedSource(source)]);
  return `## ${titles[severity]}\n\n${table(['規則 rule', '分かること found', 'すること what to do', '出典 source'], rows)}`;
}

export const lintPage: Generator = {
  file: 'docs/mail-lint.md',
  make: () => `${[head, ...(['error', 'warning', 'notice'] as const).map(section)].join('\n\n')}\n`,
};

import type { Bilingual } from '#sim/errors';
import { type Duty, type DutyName, duties, type Role, titleOf } from '../../test/certification/duties.ts';
import type { Generator } from './generator.ts';
import { table } from './markdown-table.ts';

const head = `# 認定試験の再現 Replay of the certification

1EdTech の Open Badges 3.0 認定で求められることを、todoku 自身に対して、テスト（\`test/certification/\`）が毎回、通信なしで
確かめています。認定試験そのものは会員だけが受けられるため、これは公開されている認定ガイドに沿った再現で、認定ではありません。
相手になるもう一方のシステムも、別の世界として動く todoku です。要求を出す側の検査は、製品のクライアントを使わずに行います。
What the certification of Open Badges 3.0 by 1EdTech asks of a product is replayed against todoku each time, without any
network. The test system itself is open to members only: this follows the public guide, and is no certification. The other
side is todoku too, as another world; a host is asked by plain requests, not by the product's own client.
\`npm run generate\` makes this page; do not edit it.`;

const roles: Readonly<Record<Role, Bilingual>> = {
  Issuer: { ja: '発行者', en: 'Issuer' },
  Displayer: { ja: '表示・検証者', en: 'Displayer' },
  Host: { ja: '保管者', en: 'Host' },
};

/** The file whose tests replay a duty. */
function fileOf({ role, service }: Duty): string {
  if (role !== 'Host') return `test/certification/${role.toLowerCase()}.test.ts`;
  return service.startsWith('Service Provider')
    ? 'test/certification/host-provider.test.ts'
    : 'test/certification/host.test.ts';
}

function row(name: DutyName): string[] {
  const duty: Duty = duties[name];
  const optional = duty.isOptional === true ? '任意 optional' : '必須 required';
  const links = duty.clauses.map((clause) => `[${clause.replace(/.*v3p0\//, '')}](${clause})`);
  return [duty.service, `${duty.what.ja}<br>${duty.what.en}`, optional, links.join('<br>'), `\`${name}\``];
}

function page(): string {
  const names = Object.keys(duties) as DutyName[];
  const sections = (Object.keys(roles) as Role[]).flatMap((role) => {
    const own = names.filter((name) => duties[name].role === role);
    const files = [...new Set(own.map((name) => fileOf(duties[name])))];
    return [
      `## ${roles[role].ja} ${roles[role].en}`,
      `${files.map((file) => `\`${file}\``).join('、')}`,
      table(['部分 Part', 'すること Duty', '', '条項 Clause', 'テスト Test'], own.map(row)),
    ];
  });
  const [example] = names;
  const run = `1 つだけ実行するには Running one: \`npx vitest run test/certification -t '${example === undefined ? '' : titleOf(example).replace(/ \(.*/, '')}'\``;
  return `${[head, ...sections, run].join('\n\n')}\n`;
}

export const certificationPage: Generator = { file: 'docs/certification.md', make: page };

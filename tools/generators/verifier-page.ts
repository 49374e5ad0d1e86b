import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bilingual } from '#sim/errors';
import {
  type CredentialKind,
  credentialKinds,
  outsideVerifiers,
  type Reason,
  reasons,
  type VerifierName,
} from '../../test/peers/cells.ts';
import { type Tampering, tamperings } from '../../test/peers/tampering.ts';
import type { Generator } from './generator.ts';
import { table } from './markdown-table.ts';

const names = Object.keys(outsideVerifiers) as VerifierName[];
const reasonNames = Object.keys(reasons) as Reason[];
const both = ({ ja, en }: Bilingual): string => `${ja}<br>${en}`;

const head = `# 他の検証器による確認 Outside verifiers

todoku が発行する証明書を、他の人が作った検証器が受け入れ、改ざんしたものを拒むことを、テスト
（\`test/peers/outside-verifiers.test.ts\`）が毎回、通信なしで確かめています。このプロジェクト自身が使う jose は
数えていません。JSON-LD を、@digitalbazaar/vc と verifier-core はこのプロジェクトと同じ jsonld で読み、
streaming-parser + c14n は共有するものがありません。
Verifiers of other people accept what todoku issues, and refuse each tampered copy: a test runs every cell below each time,
without any network. jose, which signs and verifies JWS here, is not among them; @digitalbazaar/vc and verifier-core read
JSON-LD by jsonld, as our standard way does; streaming-parser + c14n shares nothing with us.
\`npm run generate\` makes this page; do not edit it.

**✓ n**: 本物を受け入れ、改ざんした n 通りを拒む。 Accepts ours, and refuses n tampered copies. **– a**: 対象外（下の理由）。
Not asked, for the reason below.`;

function cell({ tamperings: done, without }: CredentialKind, name: VerifierName): string {
  const reason = without[name];
  return reason === undefined ? `✓ ${done.length}` : `– ${letterOf(reason)}`;
}

function letterOf(reason: Reason): string {
  return String.fromCharCode('a'.charCodeAt(0) + reasonNames.indexOf(reason));
}

function versionOf(name: string): string {
  const file = join(import.meta.dirname, '../../node_modules', name, 'package.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { readonly version: string }).version;
}

function page(): string {
  const cells = credentialKinds.map((kind) => [kind.name, ...names.map((name) => cell(kind, name))]);
  const verifiers = names.map((name) => {
    const { packages, asked } = outsideVerifiers[name];
    return [name, packages.map((one) => `\`${one}\` ${versionOf(one)}`).join('<br>') || `Node`, both(asked)];
  });
  const used = (Object.keys(tamperings) as Tampering[]).map((tampering) => [
    both(tamperings[tampering]),
    credentialKinds.filter((kind) => kind.tamperings.includes(tampering)).length.toString(),
  ]);
  return `${[
    head,
    '## 表 The table',
    table(['', ...names], cells),
    reasonNames.map((reason) => `- **${letterOf(reason)}** ${reasons[reason].ja} ${reasons[reason].en}`).join('\n'),
    '## 検証器と、渡したもの The verifiers, and what they were given',
    table(['', '版 version', '何を調べるか what is asked'], verifiers),
    '## 改ざん The tamperings',
    table(['', '行の数 rows'], used),
  ].join('\n\n')}\n`;
}

export const verifierPage: Generator = { file: 'docs/verifiers.md', make: page };

import { parseScenario } from '#scenarios/language';
import { resolveCast } from '#scenarios/library/cast';
import { modules, originOf, planCells, setStage } from '#scenarios/runner';
import { stepOf, verbs } from '#scenarios/steps';
import { createWorld, type Json, simulatedOrigins } from '#sim/kernel';
import type { Generator } from './generator.ts';

const source = `id: example
title: { ja: 学生証の例, en: An example of the student ID }
seed: 2026
cast:
  school:  { use: mihon-university }
  student: { use: hanako, provider: gmail, handset: iphone-17 }
steps:
  - school.issues: { credential: student-id }
  - student.completesReceipt:
`;

interface Issued {
  readonly secured: string;
  readonly profile: Json;
  readonly keys: Json;
  readonly statusList: Json;
}

/** Plays issue and receipt in a world of its own, and asks the issuer for what anybody can see. */
async function issued(): Promise<Issued> {
  const scenario = parseScenario(source, 'example.yaml', verbs);
  const [cell] = planCells([scenario]);
  if (cell === undefined) throw new TypeError('the example has no cell');
  using world = createWorld(originOf(cell), modules);
  const play = await setStage(world, resolveCast(scenario, {}));
  for (const { verb, value } of scenario.steps) {
    await stepOf(verb).run(play, value);
    await world.advance(10_000);
  }
  const read = async <Body>(url: string, bearer?: string): Promise<Body> => {
    const headers = bearer === undefined ? {} : { authorization: `Bearer ${bearer}` };
    const response = await play.fetch(url, { headers });
    if (response.status !== 200) throw new TypeError(`${url} answers ${response.status}`);
    return response.json<Body>();
  };
  const { secured } = await read<{ secured: string }>(
    `${simulatedOrigins.wallet}/presentations/cred_0001`,
    world.keys.secret('gate'),
  );
  const school = `${simulatedOrigins.issuer}/schools/mihon-university`;
  return {
    secured,
    profile: await read<Json>(school),
    keys: await read<Json>(`${school}/jwks`),
    statusList: await read<Json>(`${school}/status-lists/1/revocation`),
  };
}

/** Long texts of one line, such as keys, are cut: what they hold is chance. */
function shown(value: Json): string {
  return JSON.stringify(
    value,
    (_, member: unknown) =>
      typeof member === 'string' && /^[\w-]{100,}$/.test(member) ? `${member.slice(0, 24)}…` : member,
    2,
  );
}

const decoded = (part = ''): Json => JSON.parse(Buffer.from(part, 'base64url').toString('utf8')) as Json;

async function page(): Promise<string> {
  const { secured, profile, keys, statusList } = await issued();
  const [header, payload, signature = ''] = secured.split('.');
  return `# 学生証 The credential

スマート学生証は Open Badges 3.0 の証明を VC-JWT（RS256）で署名したものです。下は見本大学が見本 花子に発行し、受領された1枚です
（人物・鍵はすべて架空）。長い値は「…」で切っています。
The student ID is an Open Badges 3.0 credential, signed as a VC-JWT (RS256). This is one that Mihon University issued and
見本 花子 received; people and keys are invented. Long values are cut at "…". \`npm run generate\` makes this page from a
seeded world; do not edit it.

形 The form: \`${secured.slice(0, 16)}….${payload?.slice(0, 16)}….${signature.slice(0, 16)}…\` (header.payload.signature, base64url)

学校は署名方式を選べます：\`VC-JWT RS256\`（標準）、\`VC-JWT ES256\`、\`VC-JWT EdDSA\`、\`eddsa-rdfc-2022\`（証明書の中に proof を持つ JSON）。
A school chooses: \`VC-JWT RS256\` (the usual one), \`VC-JWT ES256\`, \`VC-JWT EdDSA\`, or \`eddsa-rdfc-2022\` (JSON with a
proof inside). ([Why ES256 is deterministic](decisions/deterministic-es256.md))

## ヘッダー The JWT header

\`\`\`json
${shown(decoded(header))}
\`\`\`

## 中身 The payload

\`\`\`json
${shown(decoded(payload))}
\`\`\`

## 検証に使うもの What a verifier asks

発行元 The issuer: \`GET /schools/mihon-university\`

\`\`\`json
${shown(profile)}
\`\`\`

署名鍵 Its keys: \`GET /schools/mihon-university/jwks\`

\`\`\`json
${shown(keys)}
\`\`\`

失効の一覧 Its list of revocations: \`GET /schools/mihon-university/status-lists/1/revocation\`
（一時停止は .../suspension の同じ番号 suspensions stand in …/suspension under the same index）

\`\`\`json
${shown(statusList)}
\`\`\`
`;
}

export const credentialPage: Generator = { file: 'docs/credential.md', make: page };

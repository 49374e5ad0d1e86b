import { bake, studentIdPicture } from '#sim/baking';
import { type SecuringMechanism, securingMechanisms } from '#sim/proof';
import type { Sample } from './sample.ts';
import { openSampleSchool, profileUrl, type SampleSchool } from './sample-school.ts';
import { sampleStudents } from './sample-students.ts';

const thisYear = '2026-04-01T09:00:00+09:00';

/** Student IDs secured in each way, in pictures, and no longer good; with the keys that they verify by. */
export async function credentialSamples(seed: number): Promise<readonly Sample[]> {
  const secured: Sample[] = [];
  for (const mechanism of securingMechanisms) secured.push(...(await securedBy(seed, mechanism)));
  return [...secured, ...(await baked(seed)), ...(await expired(seed)), ...(await revoked(seed))];
}

interface Claimed {
  readonly credential: string;
  /** The credential as it is carried: a compact JWS or a JSON text. */
  readonly secured: string;
}

/** The ID of the school's first student, received as a wallet receives it. */
async function claimed(school: SampleSchool, seed: number): Promise<Claimed> {
  const addresses = [sampleStudents(seed)[0]?.address ?? ''];
  const { offers } = (await school.asWallet('/offers/list', { addresses })).json<{
    offers: { credential: string }[];
  }>();
  const credential = offers[0]?.credential ?? '';
  const answer = await school.asWallet(`/offers/${credential}/claim`, { account: 'acct_sample', addresses });
  return { credential, secured: answer.json<{ secured: string }>().secured };
}

function issuing(seed: number, mechanism: SecuringMechanism, startsAt = thisYear): Promise<SampleSchool> {
  return openSampleSchool({ seed, startsAt, mechanism, students: sampleStudents(seed).slice(0, 1) });
}

function credentialFile(name: string, text: string, title: Sample['title']): Sample {
  const isJson = text.startsWith('{');
  return {
    name: `credentials/${name}.${isJson ? 'json' : 'jwt'}`,
    mediaType: isJson ? 'application/vc+ld+json' : 'application/vc+jwt',
    bytes: Buffer.from(text),
    title,
  };
}

async function securedBy(seed: number, mechanism: SecuringMechanism): Promise<Sample[]> {
  using school = await issuing(seed, mechanism);
  const { secured } = await claimed(school, seed);
  const name = mechanism.toLowerCase().replaceAll(' ', '-');
  const profile = profileUrl(school);
  const keys = await school.read(`${profile}/jwks`);
  return [
    credentialFile(name, secured, {
      ja: `学生証（Open Badges 3.0、${mechanism} で署名）`,
      en: `A student ID: Open Badges 3.0, secured by ${mechanism}`,
    }),
    {
      name: `credentials/${name}.jwks.json`,
      mediaType: 'application/jwk-set+json',
      bytes: Uint8Array.from(keys.body),
      title: { ja: `その公開鍵（${profile}/jwks の答え）`, en: `Its public keys, as ${profile}/jwks answers` },
    },
  ];
}

async function baked(seed: number): Promise<Sample[]> {
  using school = await issuing(seed, 'VC-JWT RS256');
  const { secured } = await claimed(school, seed);
  return [
    {
      name: 'credentials/baked.png',
      mediaType: 'image/png',
      bytes: bake(studentIdPicture.png(), secured, 'ob3'),
      title: { ja: '学生証を入れた PNG 画像', en: 'A PNG picture with a student ID baked into it' },
    },
    {
      name: 'credentials/baked.svg',
      mediaType: 'image/svg+xml',
      bytes: bake(studentIdPicture.svg(), secured, 'ob3'),
      title: { ja: '学生証を入れた SVG 画像', en: 'An SVG picture with a student ID baked into it' },
    },
  ];
}

async function expired(seed: number): Promise<Sample[]> {
  using school = await issuing(seed, 'VC-JWT RS256', '2020-04-01T09:00:00+09:00');
  const { secured } = await claimed(school, seed);
  return [
    credentialFile('expired', secured, {
      ja: '2020 年度の学生証（有効期限切れ）',
      en: 'A student ID of the year 2020: expired',
    }),
  ];
}

async function revoked(seed: number): Promise<Sample[]> {
  using school = await issuing(seed, 'VC-JWT RS256');
  const { credential, secured } = await claimed(school, seed);
  await school.asSchool(`credentials/${credential}/revoke`, JSON.stringify({ reason: '退学' }));
  const list = `${profileUrl(school)}/status-lists/1/revocation`;
  const status = await school.read(list);
  return [
    credentialFile('revoked', secured, {
      ja: '失効した学生証（そのものは変わらない。失効は状態リストで分かる）',
      en: 'A revoked student ID: it looks as before, and the status list tells',
    }),
    {
      name: 'credentials/revoked.status-list.json',
      mediaType: 'application/vc+ld+json',
      bytes: Uint8Array.from(status.body),
      title: { ja: `その状態リスト（${list} の答え）`, en: `Its status list, as ${list} answers` },
    },
  ];
}

import type { Bilingual } from '#sim/errors';

export type Role = 'Issuer' | 'Displayer' | 'Host';

/** Which part of a role asks for it: https://www.imsglobal.org/spec/ob/v3p0/cert/ */
export type Service =
  | 'Issuing'
  | 'Displaying'
  | 'Importing and exporting'
  | 'Service Consumer (Write)'
  | 'Service Consumer (Read)'
  | 'Service Provider (Read)'
  | 'Service Provider (Write)';

/** One thing that a product must show to be certified. */
export interface Duty {
  readonly role: Role;
  readonly service: Service;
  readonly what: Bilingual;
  /** Where the certification guide asks for it, and the specification says how. */
  readonly clauses: readonly string[];
  /** The guide leaves it to the product. */
  readonly isOptional?: true;
}

const guide = (fragment: string): string => `https://www.imsglobal.org/spec/ob/v3p0/cert/#${fragment}`;
const spec = (fragment: string): string => `https://www.imsglobal.org/spec/ob/v3p0/#${fragment}`;

const issuer = { role: 'Issuer', service: 'Issuing' } as const;
const writing = { role: 'Issuer', service: 'Service Consumer (Write)' } as const;
const displayer = { role: 'Displayer', service: 'Displaying' } as const;
const moving = { role: 'Host', service: 'Importing and exporting' } as const;
const reading = { role: 'Host', service: 'Service Consumer (Read)' } as const;
const serving = { role: 'Host', service: 'Service Provider (Read)' } as const;
const taking = { role: 'Host', service: 'Service Provider (Write)' } as const;

/** All of them, in the order of the certification guide. */
export const duties = {
  'valid-badge-eddsa': {
    ...issuer,
    what: {
      ja: '適合試験の宛先に、eddsa-rdfc-2022 で署名した有効なバッジを発行する',
      en: 'issues a valid badge, secured by eddsa-rdfc-2022, to the conformance recipient',
    },
    clauses: [guide('issuer-tests'), spec('lds-proof')],
  },
  'valid-badge-vc-jwt': {
    ...issuer,
    what: { ja: '同じく、VC-JWT（RS256）で発行する', en: 'issues one as VC-JWT (RS256)' },
    clauses: [guide('issuer-tests'), spec('jwt-proof')],
  },
  retrieval: {
    ...issuer,
    what: { ja: '受取人が、通知メールからバッジを受け取れる', en: 'the recipient retrieves it from the mail' },
    clauses: [guide('issuer-tests')],
  },
  'write-token': {
    ...writing,
    what: {
      ja: 'サービスの説明・登録・許可・トークンの順に、正しい範囲のアクセストークンを得る',
      en: 'obtains an access token with the right scopes: discovery, registration, authorization, token',
    },
    clauses: [guide('tests-service-consumer-write'), spec('acg-tokens')],
  },
  'write-upsert': {
    ...writing,
    what: { ja: '発行したバッジを upsertCredential で送る', en: 'sends an issued badge by upsertCredential' },
    clauses: [guide('tests-service-consumer-write'), spec('upsertcredential')],
  },
  'write-profile': {
    ...writing,
    what: { ja: 'プロフィールを putProfile で送る', en: 'sends a profile by putProfile' },
    clauses: [guide('tests-service-consumer-write'), spec('putprofile')],
    isOptional: true,
  },
  'display-vcdm-2': {
    ...displayer,
    what: {
      ja: 'データモデル 2.0 のバッジ 3 つ（有効・期限切れ・失効）の状態と内容を示す',
      en: 'tells state and content of three badges of data model 2.0: good, expired, revoked',
    },
    clauses: [guide('display-tests'), spec('verification')],
  },
  'display-vcdm-1.1': {
    ...displayer,
    what: {
      ja: 'データモデル 1.1 のバッジ 3 つ（有効・期限切れ・失効）の状態と内容を示す',
      en: 'tells state and content of three badges of data model 1.1: good, expired, revoked',
    },
    clauses: [guide('display-tests'), spec('verification')],
  },
  'display-image': {
    ...displayer,
    what: { ja: '画像に焼き込まれたバッジを、画像のまま検証する', en: 'verifies baked badges from their pictures' },
    clauses: [guide('display-tests'), spec('docformat')],
  },
  'display-proofs': {
    ...displayer,
    what: {
      ja: 'eddsa-rdfc-2022 と ecdsa-sd-2023 の両方を検証する',
      en: 'verifies both eddsa-rdfc-2022 and ecdsa-sd-2023',
    },
    clauses: [guide('displayer-conformance'), spec('lds-proof')],
  },
  'import-formats': {
    ...moving,
    what: {
      ja: 'JSON・JWS・PNG・SVG のどの形式のバッジも取り込む',
      en: 'imports badges of every format: JSON, JWS, PNG, SVG',
    },
    clauses: [guide('host-conformance'), spec('docformat')],
  },
  'export-lossless': {
    ...moving,
    what: { ja: '書き出しても、内容が失われない', en: 'loses nothing of a badge on export' },
    clauses: [guide('host-conformance')],
  },
  'consumer-token': {
    ...reading,
    what: { ja: '正しい範囲のアクセストークンを得る', en: 'obtains an access token with the right scopes' },
    clauses: [guide('tests-service-consumer-read'), spec('acg-tokens')],
  },
  'consumer-credentials': {
    ...reading,
    what: { ja: 'getCredentials で読み、取り込む', en: 'reads by getCredentials, and takes over' },
    clauses: [guide('tests-service-consumer-read'), spec('getcredentials')],
  },
  'consumer-paging': {
    ...reading,
    what: { ja: '分かれたページを、最後まで読む', en: 'reads page by page, to the end' },
    clauses: [guide('tests-service-consumer-read'), spec('paging')],
    isOptional: true,
  },
  'consumer-profile': {
    ...reading,
    what: { ja: 'getProfile で読む', en: 'reads by getProfile' },
    clauses: [guide('tests-service-consumer-read'), spec('getprofile')],
  },
  'provider-read-authorize': {
    ...serving,
    what: { ja: '許可し、正しい範囲を返す', en: 'authorizes, and sends the right scopes back' },
    clauses: [guide('tests-service-provider-read'), spec('acg-auth-response')],
  },
  'provider-credentials': {
    ...serving,
    what: {
      ja: 'getCredentials で返すバッジは、どれも検証できる',
      en: 'each badge that getCredentials returns is verifiable',
    },
    clauses: [guide('tests-service-provider-read'), spec('getcredentials')],
  },
  'provider-paging': {
    ...serving,
    what: {
      ja: 'limit・offset・since に従い、X-Total-Count と Link を返す',
      en: 'follows limit, offset and since, with X-Total-Count and Link',
    },
    clauses: [guide('tests-service-provider-read'), spec('paging')],
  },
  'provider-profile': {
    ...serving,
    what: { ja: 'getProfile でプロフィールを返す', en: 'returns the profile by getProfile' },
    clauses: [guide('tests-service-provider-read'), spec('getprofile')],
  },
  'provider-scope': {
    ...serving,
    what: {
      ja: '範囲の合うアクセストークンなしには返さない',
      en: 'requires an access token with the scope of the operation',
    },
    clauses: [guide('service-provider-read-compliance'), spec('scopes')],
  },
  'provider-read-revoke': {
    ...serving,
    what: { ja: 'トークンの取り消し後は、エラーを返す', en: 'answers errors once the token is revoked' },
    clauses: [guide('tests-service-provider-read'), spec('token-revocation')],
    isOptional: true,
  },
  'provider-read-refresh': {
    ...serving,
    what: {
      ja: '更新で新しいアクセストークンを返し、それで同じことができる',
      en: 'returns a new access token on refresh, which does the same',
    },
    clauses: [guide('tests-service-provider-read'), spec('token-refresh')],
    isOptional: true,
  },
  'provider-write-authorize': {
    ...taking,
    what: { ja: '書き込みを許可し、正しい範囲を返す', en: 'authorizes writing, and sends the right scopes back' },
    clauses: [guide('tests-service-provider-write'), spec('acg-auth-response')],
  },
  'provider-upsert': {
    ...taking,
    what: { ja: 'upsertCredential で受け取ったバッジを返す', en: 'returns the badge that upsertCredential brought' },
    clauses: [guide('tests-service-provider-write'), spec('upsertcredential')],
  },
  'provider-preserves': {
    ...taking,
    what: {
      ja: '受け取ったバッジを、同じものとして getCredentials で返す',
      en: 'getCredentials returns the same badge, by the equality algorithm',
    },
    clauses: [guide('service-provider-write-compliance'), spec('equalitycomparison')],
  },
  'provider-put-profile': {
    ...taking,
    what: { ja: 'putProfile で受け取ったプロフィールを返す', en: 'returns the profile that putProfile brought' },
    clauses: [guide('tests-service-provider-write'), spec('putprofile')],
    isOptional: true,
  },
  'provider-write-revoke': {
    ...taking,
    what: { ja: 'トークンの取り消し後は、受け取らない', en: 'takes nothing once the token is revoked' },
    clauses: [guide('tests-service-provider-write'), spec('token-revocation')],
    isOptional: true,
  },
  'provider-write-refresh': {
    ...taking,
    what: { ja: '更新した新しいトークンでも受け取る', en: 'takes badges by a refreshed token too' },
    clauses: [guide('tests-service-provider-write'), spec('token-refresh')],
    isOptional: true,
  },
} as const satisfies Record<string, Duty>;

export type DutyName = keyof typeof duties;

/** How the test of a duty is called: `Host · Service Provider (Read) · reads by … (https://…)`. */
export function titleOf(name: DutyName): string {
  const { role, service, what, clauses } = duties[name];
  return `${role} · ${service} · ${what.en} (${clauses.join(', ')})`;
}

import { sign } from 'node:crypto';
import { decodeJwt, decodeProtectedHeader, SignJWT } from 'jose';
import {
  createWorld,
  defaultLimits,
  type Fetch,
  formatInstant,
  type Module,
  parseInstant,
  type RunningWorld,
  simulatedOrigins,
} from '../kernel/index.ts';
import {
  type AchievementCredential,
  encodeStatusList,
  issueVcJwt,
  jwkSetOf,
  multikeyOf,
  publicJwkOf,
  secureWithDataIntegrity,
  signingKeyOf,
} from '../proof/index.ts';
import { verifyModule } from './module.ts';

export const issuerId = `${simulatedOrigins.issuer}/schools/mihon-university`;
export const credentialId = 'cred_0001';

const startsAt = parseInstant('2026-04-01T09:00:00+09:00') ?? 0;
const keyNames = ['school/mihon-university', 'school/mihon-university/next'];
const schoolKeys: Module = {
  name: 'school-keys',
  tables: '',
  commands: [],
  begin: (world) => {
    for (const name of keyNames) world.keys.allocateRsa(name);
  },
};

/** What the issuer and the wallet backend answer; each test changes what it is about. */
export interface Services {
  isDown: boolean;
  secured: string;
  /** What the issuer has done to the credential. */
  status: 'active' | 'revoked' | 'suspended';
  /** Changes a list before it is signed. */
  changeList: (list: StatusListDocument) => object;
  /** Changes what is served of a list after it was signed. */
  tamper: (signed: object) => unknown;
  /** The key that signs the lists. */
  listKey: string;
  /** Names of the keys that the issuer publishes. */
  publishedKeys: string[];
  /** Device ids, with the handset whose key each has. */
  devices: { device: string; handset: string }[];
  isKnown: boolean;
  readonly requested: string[];
}

/** A world with a gate's tables, a school's keys, and the two services behind a Fetch: for tests of this folder. */
export interface Bench {
  readonly world: RunningWorld;
  readonly services: Services;
  readonly fetch: Fetch;
  /** The QR that a handset shows; all as it should be unless told otherwise. */
  qr(options?: { at?: number; device?: string; handset?: string; credential?: string }): string;
  /** Not what our issuer would let out: the payload of the present credential with other members, signed by hand. */
  issueByHand(members: object): Promise<string>;
  issue(options?: { key?: string; change?: (credential: AchievementCredential) => object }): Promise<string>;
}

export async function createBench(parameters: Record<string, number> = {}): Promise<Bench> {
  const world = createWorld({ seed: 5, startsAt, limits: defaultLimits, parameters: { verify: parameters } }, [
    verifyModule,
    schoolKeys,
  ]);
  const services: Services = {
    isDown: false,
    secured: '',
    status: 'active',
    changeList: unchanged,
    tamper: unchanged,
    listKey: 'school/mihon-university',
    publishedKeys: ['school/mihon-university'],
    devices: [{ device: 'dev_0001', handset: 'hs_0001' }],
    isKnown: true,
    requested: [],
  };
  const bench: Bench = {
    world,
    services,
    fetch: async (url, request) => answer(world, services, url, request?.headers?.authorization),
    qr(options = {}) {
      const step = Math.floor((options.at ?? world.clock.now()) / 30_000);
      const signed = `todoku:1:${options.credential ?? credentialId}:${step}:${options.device ?? 'dev_0001'}`;
      const { privateKey } = world.keys.ed25519(`handset/${options.handset ?? 'hs_0001'}`);
      return `${signed}:${sign(null, Buffer.from(signed), privateKey).toString('base64url')}`;
    },
    issueByHand: (members) =>
      new SignJWT({ ...decodeJwt(services.secured), ...members })
        .setProtectedHeader(decodeProtectedHeader(services.secured) as { alg: string })
        .sign(world.keys.rsa('school/mihon-university').privateKey),
    issue: ({ key = 'school/mihon-university', change = unchanged } = {}) =>
      issueVcJwt(change(studentId) as AchievementCredential, signingKeyOf(world.keys.rsa(key))),
  };
  services.secured = await bench.issue();
  return bench;
}

async function answer(world: RunningWorld, services: Services, url: string, authorization: string | undefined) {
  services.requested.push(url);
  if (services.isDown) throw new TypeError('fetch failed: nothing answers');
  const body = await bodyOf(world, services, url, authorization);
  const bytes = Buffer.from(JSON.stringify(body === undefined ? {} : body));
  return {
    status: body === undefined ? 404 : 200,
    headers: {},
    body: bytes,
    json: <Body>() => JSON.parse(bytes.toString('utf8')) as Body,
  };
}

async function bodyOf(
  world: RunningWorld,
  services: Services,
  url: string,
  authorization: string | undefined,
): Promise<unknown> {
  if (url === `${simulatedOrigins.wallet}/presentations/${credentialId}`) {
    if (authorization !== `Bearer ${world.keys.secret('gate')}`) throw new TypeError('the gate did not say who it is');
    const devices = services.devices.map(({ device, handset }) => ({
      device,
      publicKey: publicJwkOf(world.keys.ed25519(`handset/${handset}`).publicKey),
    }));
    return services.isKnown ? { credential: credentialId, secured: services.secured, devices } : undefined;
  }
  if (url === `${issuerId}/jwks`) {
    return jwkSetOf(
      services.publishedKeys.flatMap((name) => [world.keys.rsa(name).publicKey, world.keys.ed25519(name).publicKey]),
    );
  }
  for (const purpose of ['revocation', 'suspension'] as const) {
    if (url === `${issuerId}/status-lists/1/${purpose}`)
      return services.tamper(await signedList(world, services, purpose));
  }
  throw new TypeError(`fetch failed: nobody serves ${url}`);
}

type StatusListDocument = ReturnType<typeof listOf>;

function listOf({ status }: Services, purpose: 'revocation' | 'suspension', now: number) {
  const isSet = status === (purpose === 'revocation' ? 'revoked' : 'suspended');
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    id: `${issuerId}/status-lists/1/${purpose}`,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: issuerId as string,
    validFrom: formatInstant(startsAt),
    validUntil: formatInstant(now + 48 * 3_600_000),
    credentialSubject: {
      id: `${issuerId}/status-lists/1/${purpose}#list`,
      type: 'BitstringStatusList',
      statusPurpose: purpose as string,
      encodedList: encodeStatusList(isSet ? [statusIndex] : []),
      ttl: 300_000,
    },
  };
}

async function signedList(world: RunningWorld, services: Services, purpose: 'revocation' | 'suspension') {
  const key = world.keys.ed25519(services.listKey);
  const { secured } = await secureWithDataIntegrity(
    services.changeList(listOf(services, purpose, world.clock.now())),
    signingKeyOf(key),
    { verificationMethod: `${issuerId}#${multikeyOf(key.publicKey)}`, created: formatInstant(startsAt) },
  );
  return secured;
}

const statusIndex = 4_711;

const studentId: AchievementCredential = {
  '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
  id: 'urn:uuid:11111111-1111-4111-8111-111111111111',
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  name: 'スマート学生証',
  description: '見本大学の学生証',
  issuer: { id: issuerId, type: ['Profile'], name: '見本大学', description: '見本の大学' },
  validFrom: formatInstant(startsAt),
  validUntil: '2027-04-01T00:00:00.000+09:00',
  credentialSubject: {
    id: 'urn:uuid:22222222-2222-4222-8222-222222222222',
    type: ['AchievementSubject'],
    identifier: [
      { type: 'IdentityObject', hashed: false, identityHash: '0012345', identityType: 'sisSourcedId' },
      { type: 'IdentityObject', hashed: false, identityHash: '見本 花子', identityType: 'name' },
      {
        type: 'IdentityObject',
        hashed: true,
        identityHash: `sha256$${'0'.repeat(64)}`,
        identityType: 'emailAddress',
        salt: 'salt-of-16-characters',
      },
    ],
    term: '2026',
    achievement: {
      id: `${issuerId}/achievements/student-id`,
      type: ['Achievement'],
      achievementType: 'Membership',
      name: 'スマート学生証',
      description: '見本大学の学生であること',
      criteria: { narrative: '見本大学に在籍していること' },
    },
  },
  credentialStatus: {
    id: `${issuerId}/status-lists/1/revocation#${statusIndex}`,
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: String(statusIndex),
    statusListCredential: `${issuerId}/status-lists/1/revocation`,
  },
};

function unchanged(value: object): object {
  return value;
}

import { sign } from 'node:crypto';
import {
  createWorld,
  defaultLimits,
  type Fetch,
  formatInstant,
  type Module,
  origins,
  parseInstant,
  type RunningWorld,
} from '../kernel/index.ts';
import { type AchievementCredential, issueVcJwt, jwkSetOf, publicJwkOf, signingKeyOf } from '../proof/index.ts';
import { verifyModule } from './module.ts';

export const issuerId = `${origins.issuer}/schools/mihon-university`;
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
  status: string;
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
    issue: ({ key = 'school/mihon-university', change = unchanged } = {}) =>
      issueVcJwt(change(studentId) as AchievementCredential, signingKeyOf(world.keys.rsa(key))),
  };
  services.secured = await bench.issue();
  return bench;
}

function answer(world: RunningWorld, services: Services, url: string, authorization: string | undefined) {
  services.requested.push(url);
  if (services.isDown) throw new TypeError('fetch failed: nothing answers');
  const body = bodyOf(world, services, url, authorization);
  const bytes = Buffer.from(JSON.stringify(body ?? {}));
  return {
    status: body === undefined ? 404 : 200,
    headers: {},
    body: bytes,
    json: <Body>() => JSON.parse(bytes.toString('utf8')) as Body,
  };
}

function bodyOf(
  world: RunningWorld,
  services: Services,
  url: string,
  authorization: string | undefined,
): object | undefined {
  if (url === `${origins.wallet}/presentations/${credentialId}`) {
    if (authorization !== `Bearer ${world.keys.secret('gate')}`) throw new TypeError('the gate did not say who it is');
    const devices = services.devices.map(({ device, handset }) => ({
      device,
      publicKey: publicJwkOf(world.keys.ed25519(`handset/${handset}`).publicKey),
    }));
    return services.isKnown ? { credential: credentialId, secured: services.secured, devices } : undefined;
  }
  if (url === `${issuerId}/jwks`) return jwkSetOf(services.publishedKeys.map((name) => world.keys.rsa(name).publicKey));
  if (url === `${origins.issuer}/credentials/${credentialId}/status`) {
    return { credential: credentialId, status: services.status };
  }
  throw new TypeError(`fetch failed: nobody serves ${url}`);
}

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
};

function unchanged(credential: AchievementCredential): object {
  return credential;
}

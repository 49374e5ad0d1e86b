import { sign } from 'node:crypto';
import { createWorld, defaultLimits, type Fetch, parseInstant } from '../../kernel/index.ts';
import {
  createKeyResolver,
  encodeStatusList,
  multikeyOf,
  publicJwkOf,
  secureWithDataIntegrity,
} from '../../proof/index.ts';
import type { JsonObject } from '../json-object.ts';
import { type BadgeVerification, type VerifyOptions, verifyOpenBadge } from './verify-open-badge.ts';

/** For tests: an issuer of somewhere else, its badges, and what its web pages say. */
export const issuerId = 'https://badges.mihon.example/issuers/1';
export const statusListId = `${issuerId}/status/1`;
export const judgedAt = parseInstant('2026-06-01T00:00:00+09:00') ?? 0;

const world = createWorld({ seed: 9, startsAt: judgedAt, limits: defaultLimits, parameters: {} }, []);

export function keyOf(name: string) {
  return world.keys.ed25519(name);
}

export function multikeyNamed(name: string): string {
  return multikeyOf(keyOf(name).publicKey);
}

export const contexts = [
  'https://www.w3.org/ns/credentials/v2',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
];

export function badgeOf(change: JsonObject = {}, ofSubject: JsonObject = {}): JsonObject {
  return {
    '@context': contexts,
    id: 'https://badges.mihon.example/assertions/1',
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer: { id: issuerId, type: ['Profile'], name: '見本協会' },
    validFrom: '2026-04-01T00:00:00+09:00',
    validUntil: '2027-04-01T00:00:00+09:00',
    name: '情報リテラシー',
    credentialSubject: {
      id: 'urn:uuid:22222222-2222-4222-8222-222222222222',
      type: ['AchievementSubject'],
      achievement: {
        id: 'https://badges.mihon.example/achievements/1',
        type: ['Achievement'],
        achievementType: 'Course',
        name: '情報リテラシー',
        description: '情報リテラシーの講座を修了したこと',
        criteria: { narrative: '講座を修了すること' },
      },
      ...ofSubject,
    },
    ...change,
  };
}

/** The same badge as data model 1.1 writes it. */
export function olderBadge(): JsonObject {
  const { validFrom, validUntil, ...badge } = badgeOf();
  const [, openBadges] = contexts;
  return {
    ...badge,
    '@context': ['https://www.w3.org/2018/credentials/v1', openBadges],
    issuanceDate: validFrom,
    expirationDate: validUntil,
  };
}

export function endorsementOf(change: JsonObject = {}): JsonObject {
  const { credentialSubject, ...badge } = badgeOf();
  return {
    ...badge,
    id: 'https://badges.mihon.example/endorsements/1',
    type: ['VerifiableCredential', 'EndorsementCredential'],
    credentialSubject: { id: issuerId, type: ['EndorsementSubject'], endorsementComment: '信頼できる発行元です。' },
    ...change,
  };
}

function encoded(part: unknown): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}

export interface Signing {
  readonly key?: string;
  readonly header?: JsonObject;
  readonly claims?: JsonObject;
}

const seconds = (dateTime: unknown): number => Math.floor(Date.parse(String(dateTime)) / 1_000);

/** A VC-JWT with the key in its header. */
export function jwtOf(credential: JsonObject, { key = 'issuer', header, claims = {} }: Signing = {}): string {
  const pair = keyOf(key);
  const subject = credential.credentialSubject as JsonObject | undefined;
  const isOlder = credential.issuanceDate !== undefined;
  const registered = {
    iss: (credential.issuer as JsonObject | undefined)?.id ?? credential.issuer,
    jti: credential.id,
    ...(subject?.id !== undefined && { sub: subject.id }),
    nbf: seconds(credential.validFrom ?? credential.issuanceDate),
    ...((credential.validUntil ?? credential.expirationDate) !== undefined && {
      exp: seconds(credential.validUntil ?? credential.expirationDate),
    }),
    ...claims,
  };
  const payload = isOlder ? { vc: credential, ...registered } : { ...credential, ...registered };
  const fields = header ?? { typ: 'JWT', jwk: publicJwkOf(pair.publicKey) };
  const input = `${encoded({ alg: 'EdDSA', ...fields })}.${encoded(payload)}`;
  return `${input}.${sign(null, Buffer.from(input), pair.privateKey).toString('base64url')}`;
}

export interface Proving {
  readonly key?: string;
  readonly verificationMethod?: string;
}

/** An embedded proof, whose key stands behind the `#`. */
export async function provenOf(credential: JsonObject, { key = 'issuer', verificationMethod }: Proving = {}) {
  const { secured } = await secureWithDataIntegrity(credential, keyOf(key), {
    verificationMethod: verificationMethod ?? `${issuerId}#${multikeyNamed(key)}`,
    created: '2026-04-01T00:00:00Z',
  });
  return secured as JsonObject;
}

export const didOf = (key: string): string => `did:key:${multikeyNamed(key)}`;
export const didMethodOf = (key: string): string => `${didOf(key)}#${multikeyNamed(key)}`;

export const statusEntry = {
  id: `${statusListId}#94567`,
  type: 'BitstringStatusListEntry',
  statusPurpose: 'revocation',
  statusListIndex: '94567',
  statusListCredential: statusListId,
};

export function statusListOf(set: readonly number[], change: JsonObject = {}, ofSubject: JsonObject = {}): JsonObject {
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    id: statusListId,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: issuerId,
    validFrom: '2026-05-31T00:00:00+09:00',
    credentialSubject: {
      id: `${statusListId}#list`,
      type: 'BitstringStatusList',
      statusPurpose: 'revocation',
      encodedList: encodeStatusList(set),
      ...ofSubject,
    },
    ...change,
  };
}

export const publishedKeys = { keys: [{ ...publicJwkOf(keyOf('issuer').publicKey), kid: 'issuer' }] };

/** The issuer's pages: its profile, its keys, and whatever a test adds. A text is served as it is, an object as JSON. */
export function webOf(pages: { readonly [url: string]: unknown } = {}): Fetch & { readonly asked: string[] } {
  const served: { readonly [url: string]: unknown } = {
    [issuerId]: { id: issuerId, type: ['Profile'], name: '見本協会' },
    [`${issuerId}/jwks`]: publishedKeys,
    ...pages,
  };
  const asked: string[] = [];
  const fetch: Fetch = async (url) => {
    asked.push(url);
    const page = served[url];
    const body = Buffer.from(typeof page === 'string' ? page : JSON.stringify(page ?? {}));
    return { status: page === undefined ? 404 : 200, headers: {}, body, json: () => JSON.parse(body.toString('utf8')) };
  };
  return Object.assign(fetch, { asked });
}

export interface Verifying extends Partial<VerifyOptions> {
  readonly fetch?: Fetch;
}

export function verified(
  badge: JsonObject | string | Uint8Array,
  { fetch, ...options }: Verifying = {},
): Promise<BadgeVerification> {
  const bytes =
    badge instanceof Uint8Array ? badge : Buffer.from(typeof badge === 'string' ? badge : JSON.stringify(badge));
  const asking = fetch === undefined ? {} : { fetch };
  return verifyOpenBadge(bytes, { ...asking, resolveKey: createKeyResolver(asking) }, { now: judgedAt, ...options });
}

/** `✓proof ✗status:revoked ?issuer-key:issuer-key-offline –refresh`, for comparing. */
export function outcomesOf({ checks }: Pick<BadgeVerification, 'checks'>): readonly string[] {
  return checks.map((check) => {
    const code = check.code === undefined ? '' : `:${check.code}`;
    if ('valid' in check) return `${check.valid ? '✓' : '✗'}${check.id}${code}`;
    return `${check.skipped === 'unknown' ? '?' : '–'}${check.id}${code}`;
  });
}

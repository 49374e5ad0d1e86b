import type { Fetch, World } from '../kernel/index.ts';
import { type JwkSet, type StudentId, unverifiedCredential } from '../proof/index.ts';
import { askStatus } from './ask-status.ts';
import { type Check, fails, holds } from './check.ts';
import { checkCredentialSignature, publishedKey } from './checks/credential-signature.ts';
import { checkDeviceSignature } from './checks/device-signature.ts';
import { checkFreshness } from './checks/freshness.ts';
import { checkHolderDevice } from './checks/holder-device.ts';
import { checkIssuerTrusted } from './checks/issuer-trusted.ts';
import { checkQrFormat } from './checks/qr-format.ts';
import { checkStatus } from './checks/status.ts';
import { checkStudentId } from './checks/student-id.ts';
import { checkValidityPeriod } from './checks/validity-period.ts';
import type { Looked, Presentation } from './evidence.ts';
import { idOf } from './json-object.ts';
import { createLookUp, type LookUp } from './look-up.ts';
import type { Learnt } from './memory.ts';
import { verifyParameters } from './parameters.ts';
import { parseQrCode } from './qr-code.ts';
import { issuersTrustedBy } from './trust.ts';

export interface Verifier {
  readonly name: string;
  /** Ids of the issuers' profiles. */
  readonly trustedIssuers: readonly string[];
}

/** What came of one QR. A check that rests on another one that failed is left out. */
export interface Verification {
  readonly checks: readonly Check[];
  readonly credential?: string;
  /** Read from the credential once its signature held. */
  readonly studentId?: StudentId;
  /** Something came from memory, as nobody answered. */
  readonly isOffline: boolean;
  readonly learnt: readonly Learnt[];
}

/** Every check that is made of a student ID on a phone, in order. */
export async function verifyPresentation(
  world: World,
  fetch: Fetch,
  verifier: Verifier,
  text: unknown,
): Promise<Verification> {
  const format = checkQrFormat(text);
  const qr = parseQrCode(text);
  if (qr === undefined) return { checks: [format], isOffline: false, learnt: [] };
  const now = world.clock.now();
  const lookUp = createLookUp(world, fetch, verifier.name);
  const checks = [format, checkFreshness(qr, now, verifyParameters(world).driftSteps)];
  const presentation = await askPresentation(world, lookUp, qr.credential);
  checks.push(checkFound(presentation));
  const done = (isOffline: boolean, studentId?: StudentId): Verification => ({
    checks,
    credential: qr.credential,
    isOffline,
    learnt: lookUp.learnt,
    ...(studentId === undefined ? {} : { studentId }),
  });
  if (presentation.state !== 'found') return done(false);
  const { secured } = presentation.value;
  const issuer = idOf(unverifiedCredential(secured)?.issuer);
  const trusted = checkIssuerTrusted(issuer, issuersTrustedBy(world, verifier));
  checks.push(checkHolderDevice(qr, presentation.value), checkDeviceSignature(qr, presentation.value), trusted);
  // Nothing is fetched from an address that a stranger wrote into a credential.
  if (!trusted.valid) return done(presentation.isOld);
  const keysOf = (isEnough: (keys: JwkSet) => boolean) => askKeys(world, lookUp, String(issuer), isEnough);
  const keys = await keysOf((known) => publishedKey(secured, known) !== undefined);
  const signature = await checkCredentialSignature(secured, keys);
  checks.push(signature.check);
  if (signature.credential === undefined) return done([presentation, keys].some(isOld));
  const kind = checkStudentId(signature.credential);
  const statuses = await askStatus(world, lookUp, signature.credential, keysOf);
  checks.push(kind.check, checkValidityPeriod(signature.credential, now), checkStatus(statuses, now));
  return done([presentation, keys, ...statuses.map(({ list }) => list)].some(isOld), kind.studentId);
}

function isOld(looked: Looked<unknown>): boolean {
  return looked.state === 'found' && looked.isOld;
}

function checkFound(presentation: Looked<Presentation>): Check {
  const name = { id: 'credential-found', clause: 'https://www.w3.org/TR/vc-data-model-2.0/#identifiers' };
  switch (presentation.state) {
    case 'found':
      return holds(name, { ja: '学生証の記録があります。', en: 'The student ID is on record.' });
    case 'missing':
      return fails(name, 'credential-unknown', {
        ja: '学生証の記録がありません。',
        en: 'There is no such student ID on record.',
      });
    case 'untrusted':
    case 'unreachable':
      return fails(name, 'wallet-unreachable', {
        ja: '学生証の記録を確認できません。係員の確認を受けてください。',
        en: 'The record of the student ID cannot be looked up. Ask the staff to check it.',
      });
  }
}

function askPresentation(world: World, lookUp: LookUp, credential: string): Promise<Looked<Presentation>> {
  return lookUp.ask({
    url: `${world.origins.wallet}/presentations/${credential}`,
    ttlMs: verifyParameters(world).presentationTtlMs,
    token: world.keys.secret('gate'),
    read: (body) => {
      const { credential: about, secured, devices } = membersOf(body);
      const isAnswer = about === credential && typeof secured === 'string' && Array.isArray(devices);
      return isAnswer ? (body as Presentation) : undefined;
    },
  });
}

/** The keys that the issuer publishes; asked anew when none of those known is the one that is needed. */
function askKeys(
  world: World,
  lookUp: LookUp,
  issuer: string,
  isEnough: (keys: JwkSet) => boolean,
): Promise<Looked<JwkSet>> {
  return lookUp.ask({
    url: `${issuer}/jwks`,
    ttlMs: verifyParameters(world).keysTtlMs,
    read: (body) => (Array.isArray(membersOf(body).keys) ? (body as JwkSet) : undefined),
    isEnough,
  });
}

function membersOf(body: unknown): { readonly [name: string]: unknown } {
  return typeof body === 'object' && body !== null ? (body as { readonly [name: string]: unknown }) : {};
}

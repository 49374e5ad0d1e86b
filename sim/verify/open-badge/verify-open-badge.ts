import type { Fetch, Instant } from '../../kernel/index.ts';
import type { HeldProof, ResolveKey } from '../../proof/index.ts';
import { type BadgeCheck, hasFailed } from '../check.ts';
import { type JsonObject, typesOf } from '../json-object.ts';
import type { CredentialKind } from '../schema/badge-schema.ts';
import { askOnce } from './ask-once.ts';
import { type Container, readBadgeFile } from './badge-file.ts';
import { type BadgeSummary, summaryOf } from './badge-summary.ts';
import { checkContext } from './checks/context.ts';
import { checkHolder } from './checks/holder.ts';
import { checkIdentityHash } from './checks/identity-hash.ts';
import { checkIssuerKey } from './checks/issuer-key.ts';
import { checkJsonLd } from './checks/json-ld.ts';
import { checkTypes } from './checks/part-types.ts';
import { checkProof } from './checks/proof.ts';
import { checkSchema } from './checks/schema.ts';
import { checkBadgeStatus } from './checks/status.ts';
import { checkSubjectIdentified } from './checks/subject-identified.ts';
import { checkValidityPeriod } from './checks/validity-period.ts';
import { checkEndorsements, type EndorsementVerdict } from './endorsements.ts';
import { hostsToAsk } from './hosts-to-ask.ts';
import type { Proven } from './prove.ts';
import { refresh } from './refresh.ts';
import { readUnproven, type UnprovenCredential } from './unproven-credential.ts';
import { type Verdict, verdictOf } from './verdict.ts';

export interface VerifyPorts {
  /** Without it nothing is asked of anyone, and what would have to be is `unknown`. */
  readonly fetch?: Fetch;
  readonly resolveKey: ResolveKey;
}

export interface VerifyOptions {
  /** The time to judge by. */
  readonly now: Instant;
  /** How far issuers' clocks may be from ours; none unless said: a verdict at a given time is to be the same everywhere. */
  readonly skewMs?: number;
  /** Whom it should be about: an id, an address, or another identifier, as it was registered. */
  readonly holder?: string;
  /** Whether the proof tells what it hashed. */
  readonly withHashes?: boolean;
}

export interface BadgeVerification {
  readonly verdict: Verdict;
  /** In the order of https://www.imsglobal.org/spec/ob/v3p0/#verification . What rests on a check that failed is left out. */
  readonly checks: readonly BadgeCheck[];
  readonly container?: Container;
  /** As the file says, whether it holds or not. */
  readonly summary?: BadgeSummary;
  /** Only once its proof held. */
  readonly credential?: JsonObject;
  readonly proof?: Omit<HeldProof, 'hashes'>;
  readonly endorsements: readonly EndorsementVerdict[];
  /** Who was asked, or would be: for the keys, the status, a newer copy. */
  readonly hosts: readonly string[];
}

/** Verifies an Open Badge of anyone, given as the bytes of a file. Never throws for what is in them. */
export async function verifyOpenBadge(
  bytes: Uint8Array,
  given: VerifyPorts,
  options: VerifyOptions,
): Promise<BadgeVerification> {
  const { check: format, file } = readBadgeFile(bytes);
  if (file === undefined) return { verdict: 'refused', checks: [format], endorsements: [], hosts: [] };
  const ports = given.fetch === undefined ? given : { ...given, fetch: askOnce(given.fetch) };
  const judged = await judgeCredential(file, 'AchievementCredential', ports, options);
  const { credential, proven } = judged;
  const checks = [format, ...judged.checks];
  const { container } = file;
  const summary = summaryOf(credential);
  const hosts = hostsToAsk(credential);
  if (checks.some((check) => provenance.has(check.id) && hasFailed(check))) {
    return { verdict: 'refused', checks, container, summary, endorsements: [], hosts };
  }
  checks.push(checkHolder(credential, options.holder));
  const endorsed = await checkEndorsements(credential, async (secured) => {
    const inner = await judgeCredential(secured, 'EndorsementCredential', ports, { ...options, withHashes: false });
    return inner.checks;
  });
  checks.push(endorsed.check);
  const { hashes, ...proof } = proven?.proof ?? { hashes: {}, mechanism: '' };
  return {
    verdict: verdictOf(checks),
    checks,
    container,
    summary,
    ...(proven !== undefined && { credential, proof }),
    endorsements: endorsed.endorsements,
    hosts,
  };
}

/** A credential of any kind, with what was found: the checks that are of Open Badges alone are left out for others. */
export interface CredentialVerification {
  readonly verdict: Verdict;
  readonly checks: readonly BadgeCheck[];
  /** Only once its proof held. */
  readonly proof?: Omit<HeldProof, 'hashes'>;
}

/**
 * Verifies a credential of anyone: an Open Badge as {@link verifyOpenBadge} does, another one as
 * https://www.w3.org/TR/vc-data-model-2.0/#verification asks. Undefined for a text that is no credential.
 */
export async function verifyCredential(
  text: string,
  given: VerifyPorts,
  options: VerifyOptions,
): Promise<CredentialVerification | undefined> {
  const unproven = readUnproven(text);
  if (unproven === undefined) return undefined;
  const types = typesOf(unproven.credential);
  if (types.includes('OpenBadgeCredential') || types.includes('AchievementCredential')) {
    return verifyOpenBadge(Buffer.from(text), given, options);
  }
  const ports = given.fetch === undefined ? given : { ...given, fetch: askOnce(given.fetch) };
  const { checks, proven } = await judgeCredential(unproven, 'VerifiableCredential', ports, options);
  const { hashes, ...proof } = proven?.proof ?? { hashes: {}, mechanism: '' };
  return { verdict: verdictOf(checks), checks, ...(proven !== undefined && { proof }) };
}

/** Without these, nothing else that a badge says is the issuer's word. */
const provenance: ReadonlySet<string> = new Set(['proof', 'issuer-key']);

interface Judged {
  readonly checks: readonly BadgeCheck[];
  /** What was judged in the end: the newer copy when there was one. */
  readonly credential: JsonObject;
  readonly proven?: Proven;
}

/** Steps 1 to 4, for badges and endorsements alike. */
async function judgeCredential(
  given: UnprovenCredential,
  kind: CredentialKind | 'VerifiableCredential',
  ports: VerifyPorts,
  options: VerifyOptions,
): Promise<Judged> {
  const checks = await checkConformance(given, kind);
  const { check, proven } = await checkProof(
    given,
    { ...ports, now: options.now },
    { withHashes: options.withHashes === true },
  );
  checks.push(check);
  if (hasFailed(check)) return { checks, credential: given.credential };
  const time = { now: options.now, skewMs: options.skewMs ?? 0 };
  if (proven === undefined) {
    checks.push(checkValidityPeriod(given.credential, time));
    return { checks, credential: given.credential };
  }
  const issuerKey = await checkIssuerKey({ secured: given.secured, ...proven }, ports);
  checks.push(issuerKey);
  if (hasFailed(issuerKey)) return { checks, credential: proven.credential };
  const { check: refreshed, newer } = await refresh(proven.credential, { ...ports, now: options.now });
  checks.push(refreshed);
  const credential = newer?.proven.credential ?? proven.credential;
  checks.push(
    checkValidityPeriod(credential, time),
    await checkBadgeStatus(credential, { ...ports, now: options.now }),
  );
  return { checks, credential, proven: newer?.proven ?? proven };
}

/** Step 1, and what the official schema leaves open. */
async function checkConformance(
  { document, credential, model }: UnprovenCredential,
  kind: CredentialKind | 'VerifiableCredential',
): Promise<BadgeCheck[]> {
  // VC-JOSE-COSE claims are no terms of linked data; OB 3.0 alone gives them a meaning in its context.
  if (kind === 'VerifiableCredential') return [await checkJsonLd(credential)];
  const common = [
    checkContext(credential, model),
    checkSchema(credential, kind, model),
    checkTypes(credential),
    await checkJsonLd(document),
  ];
  return kind === 'EndorsementCredential'
    ? common
    : [...common, checkSubjectIdentified(credential), checkIdentityHash(credential)];
}

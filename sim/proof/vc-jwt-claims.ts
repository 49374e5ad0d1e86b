import { ServiceError } from '../errors/index.ts';
import { parseInstant } from '../kernel/index.ts';
import { type JsonObject, objectOf } from './json-object.ts';

/** VCDM 2: the payload is the credential, beside its claims. VCDM 1.1: the credential stands in the claim `vc`. */
export type VcJwtProfile = 'vcdm2' | 'vcdm1';

export interface ClaimedCredential {
  readonly profile: VcJwtProfile;
  /** Without the claims; what only a claim says, is put in its place. */
  readonly credential: JsonObject;
}

/** https://www.rfc-editor.org/rfc/rfc7519#section-4.1 */
const registeredClaims: ReadonlySet<string> = new Set(['iss', 'sub', 'aud', 'exp', 'nbf', 'iat', 'jti']);

/** Seconds since the epoch, as JWT counts: https://www.rfc-editor.org/rfc/rfc7519#section-2 (NumericDate). */
export function numericDate(dateTime: unknown): number | undefined {
  const instant = instantOf(dateTime);
  return instant === undefined ? undefined : Math.floor(instant / 1_000);
}

/** More digits than milliseconds have are other issuers' habit, and mean nothing here. */
function instantOf(dateTime: unknown): number | undefined {
  return typeof dateTime === 'string' ? parseInstant(dateTime.replace(/(\.\d{3})\d+/, '$1')) : undefined;
}

/**
 * The credential in a payload, once each claim equals its property (OB 3.0 §8.2.6, "Verify a Credential VC-JWT
 * Signature"; for VCDM 1.1 https://www.w3.org/TR/vc-data-model-1.1/#jwt-decoding ). Throws ServiceError `proof-claim`.
 */
export function claimedCredential(payload: JsonObject): ClaimedCredential {
  return payload.vc === undefined ? ofVersion2(payload) : ofVersion1(payload);
}

function ofVersion2(payload: JsonObject): ClaimedCredential {
  const credential = Object.fromEntries(Object.entries(payload).filter(([name]) => !registeredClaims.has(name)));
  demand(payload, 'iss', idOf(credential.issuer));
  demand(payload, 'jti', credential.id);
  // Who is identified by other means than a URI has no `sub`: OB 3.0 lets a subject be without id.
  const subject = objectOf(credential.credentialSubject)?.id;
  if (subject !== undefined || payload.sub !== undefined) demand(payload, 'sub', subject);
  demandDate(payload, 'nbf', credential.validFrom);
  if (credential.validUntil !== undefined) demandDate(payload, 'exp', credential.validUntil);
  // "the NumericDate … MUST be used to set the value of the validUntil"
  const end = credential.validUntil === undefined ? { validUntil: dateTimeOf(payload, 'exp') } : {};
  return { profile: 'vcdm2', credential: withoutUndefined({ ...credential, ...end }) };
}

/** Here a property may be missing, as the claim stands for it. */
function ofVersion1(payload: JsonObject): ClaimedCredential {
  const vc = objectOf(payload.vc);
  if (vc === undefined) throw new ServiceError('proof-claim', { claim: 'vc' });
  const subject = objectOf(vc.credentialSubject);
  if (vc.issuer !== undefined || payload.iss === undefined) demand(payload, 'iss', idOf(vc.issuer));
  if (vc.id !== undefined) demand(payload, 'jti', vc.id);
  if (subject?.id !== undefined) demand(payload, 'sub', subject.id);
  if (vc.issuanceDate !== undefined || payload.nbf === undefined) demandDate(payload, 'nbf', vc.issuanceDate);
  if (vc.expirationDate !== undefined) demandDate(payload, 'exp', vc.expirationDate);
  const ofClaims = {
    id: payload.jti,
    issuer: payload.iss,
    issuanceDate: dateTimeOf(payload, 'nbf'),
    expirationDate: dateTimeOf(payload, 'exp'),
  };
  const about = subject === undefined ? {} : { credentialSubject: withoutUndefined({ id: payload.sub, ...subject }) };
  return { profile: 'vcdm1', credential: withoutUndefined({ ...ofClaims, ...vc, ...about }) };
}

/** VCDM 2.0 §4.6: an issuer is a URL, or an object with an id. */
function idOf(issuer: unknown): unknown {
  return typeof issuer === 'string' ? issuer : objectOf(issuer)?.id;
}

function demand(payload: JsonObject, claim: string, property: unknown): void {
  if (typeof property !== 'string' || payload[claim] !== property) throw new ServiceError('proof-claim', { claim });
}

/** NumericDate may have a fraction, and most issuers cut it off. */
function demandDate(payload: JsonObject, claim: string, property: unknown): void {
  const instant = instantOf(property);
  const isEqual =
    instant !== undefined && [instant / 1_000, Math.floor(instant / 1_000)].some((s) => s === payload[claim]);
  if (!isEqual) throw new ServiceError('proof-claim', { claim });
}

/** RFC 3339 in UTC. Throws ServiceError `proof-claim` for a claim that is no date. */
function dateTimeOf(payload: JsonObject, claim: string): string | undefined {
  const seconds = payload[claim];
  if (seconds === undefined) return undefined;
  const date = new Date(typeof seconds === 'number' ? seconds * 1_000 : Number.NaN);
  if (Number.isNaN(date.getTime())) throw new ServiceError('proof-claim', { claim });
  return date.toISOString();
}

function withoutUndefined(members: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}

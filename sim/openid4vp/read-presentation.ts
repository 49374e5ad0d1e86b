import { ServiceError } from '../errors/index.ts';
import { type Instant, isSameSecret } from '../kernel/index.ts';
import {
  checkSignature,
  type JsonObject,
  objectOf,
  parseCompactJws,
  quadsOf,
  type ResolveKey,
  unverifiedCredential,
  verifyEmbeddedProof,
} from '../proof/index.ts';
import type { PresentationFormat } from './presentation-query.ts';

/** What a presentation must be bound to: https://openid.net/specs/openid-4-verifiable-presentations-1_0.html#section-14.1.2 */
export interface Binding {
  readonly clientId: string;
  readonly nonce: string;
  readonly now: Instant;
  readonly resolveKey: ResolveKey;
}

/** A presentation that was taken apart. */
export interface ReadPresentation {
  /** The credential with its proof: a compact JWS, or JSON. */
  readonly secured: string;
  /** What it says; nothing of it is believed yet. */
  readonly credential: JsonObject;
  /** Who proved to hold it; absent when nobody was asked to. */
  readonly holder?: string;
}

/** Why a presentation cannot be taken: the code of a check, and what differs. */
export class PresentationRefusal extends Error {
  readonly code: 'form' | 'holder-proof' | 'nonce-differs' | 'audience-differs' | 'holder-differs' | 'holder-late';
  constructor(code: PresentationRefusal['code'], detail: string) {
    super(detail);
    this.code = code;
  }
}

/**
 * A credential as it is, of a query that asks for no holder binding (Appendix B.1: then "a Verifiable Credential without
 * Holder Binding MUST be returned"). Throws {@link PresentationRefusal}.
 */
export function readCredential(presentation: unknown, format: PresentationFormat): ReadPresentation {
  const isText = typeof presentation === 'string';
  if (isText !== (format === 'jwt_vc_json')) throw new PresentationRefusal('form', `not ${format}`);
  const secured = isText ? presentation : JSON.stringify(presentation);
  const payload = unverifiedCredential(secured);
  if (payload === undefined) throw new PresentationRefusal('form', 'no credential');
  const isPresentation = payload.vp !== undefined || [payload.type].flat().includes('VerifiablePresentation');
  if (isPresentation) throw new PresentationRefusal('form', 'a presentation, and a credential was asked for');
  return { secured, credential: withoutClaims(payload) };
}

/** A presentation with the holder's proof, of the query that asks for one. Throws {@link PresentationRefusal}. */
export async function readBoundPresentation(
  presentation: unknown,
  format: PresentationFormat,
  binding: Binding,
): Promise<ReadPresentation> {
  try {
    return format === 'jwt_vc_json'
      ? await readJwtPresentation(presentation, binding)
      : await readLinkedPresentation(presentation, binding);
  } catch (error) {
    if (error instanceof ServiceError) throw new PresentationRefusal('holder-proof', error.code);
    throw error;
  }
}

/** https://openid.net/specs/openid-4-verifiable-presentations-1_0.html#appendix-B.1.3.1.5 */
async function readJwtPresentation(presentation: unknown, binding: Binding): Promise<ReadPresentation> {
  if (typeof presentation !== 'string') throw new PresentationRefusal('form', 'not jwt_vc_json');
  const jws = parseCompactJws(presentation);
  const { kid } = jws.header;
  if (typeof kid !== 'string') throw new PresentationRefusal('holder-proof', 'no kid');
  const { publicKey, controller } = await binding.resolveKey(kid, 'authentication');
  await checkSignature(jws, publicKey);
  const { aud, nonce, iss, exp, nbf } = jws.payload;
  if (typeof nonce !== 'string' || !isSameSecret(nonce, binding.nonce)) {
    throw new PresentationRefusal('nonce-differs', 'nonce');
  }
  if (![aud].flat().includes(binding.clientId)) throw new PresentationRefusal('audience-differs', 'aud');
  if (iss !== undefined && iss !== controller) throw new PresentationRefusal('holder-differs', 'iss');
  const seconds = binding.now / 1_000;
  // https://www.rfc-editor.org/rfc/rfc7519#section-4.1.4
  const isLate = (typeof exp === 'number' && seconds >= exp) || (typeof nbf === 'number' && seconds < nbf);
  if (isLate) throw new PresentationRefusal('holder-late', 'exp, nbf');
  return bound(objectOf(jws.payload.vp) ?? jws.payload, controller);
}

/** https://openid.net/specs/openid-4-verifiable-presentations-1_0.html#appendix-B.1.3.2.4 */
async function readLinkedPresentation(presentation: unknown, binding: Binding): Promise<ReadPresentation> {
  const object = objectOf(presentation);
  if (object === undefined) throw new PresentationRefusal('form', 'not ldp_vc');
  const proof = objectOf([object.proof].flat()[0]);
  if (proof?.challenge !== binding.nonce) throw new PresentationRefusal('nonce-differs', 'challenge');
  if (![proof.domain].flat().includes(binding.clientId)) throw new PresentationRefusal('audience-differs', 'domain');
  const { now, clientId: domain, nonce: challenge } = binding;
  const { controller } = await verifyEmbeddedProof(object, binding.resolveKey, {
    now,
    domain,
    challenge,
    purpose: 'authentication',
  });
  return bound(object, controller ?? '');
}

/** The one credential in a presentation, whose subject must be who proved to hold it. */
function bound(presentation: JsonObject, holder: string): ReadPresentation {
  const [credential, ...more] = [presentation.verifiableCredential].flat();
  if (credential === undefined || more.length > 0) throw new PresentationRefusal('form', 'not one credential');
  if (presentation.holder !== undefined && idOf(presentation.holder) !== holder) {
    throw new PresentationRefusal('holder-differs', 'holder');
  }
  const secured = unenveloped(credential);
  const read = readCredential(secured, typeof secured === 'string' ? 'jwt_vc_json' : 'ldp_vc');
  const subjects = [read.credential.credentialSubject].flat().map(idOf);
  if (!subjects.includes(holder)) throw new PresentationRefusal('holder-differs', 'credentialSubject.id');
  return { ...read, holder };
}

/** https://www.w3.org/TR/vc-data-model-2.0/#enveloped-verifiable-credentials */
function unenveloped(credential: unknown): unknown {
  const { id, type } = objectOf(credential) ?? {};
  const [, jws] = /^data:application\/vc\+jwt[;,]([\w.-]+)$/.exec(typeof id === 'string' ? id : '') ?? [];
  return [type].flat().includes('EnvelopedVerifiableCredential') && jws !== undefined ? jws : credential;
}

function idOf(value: unknown): unknown {
  return typeof value === 'string' ? value : objectOf(value)?.id;
}

/** Claim paths begin at the credential (Appendix B.1.2), which data model 1.1 puts in `vc`. */
function withoutClaims(payload: JsonObject): JsonObject {
  const vc = objectOf(payload.vc);
  if (vc !== undefined) return { id: payload.jti, issuer: payload.iss, ...vc };
  const { iss, sub, aud, exp, nbf, iat, jti, ...credential } = payload;
  return credential;
}

const typeOfRdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';

/**
 * The types of a credential, fully expanded as `type_values` has them, and as they are written: many verifiers ask for
 * those (https://openid.net/specs/openid-4-verifiable-presentations-1_0.html#appendix-B.1.1).
 */
export async function typesOf(credential: JsonObject): Promise<readonly string[]> {
  const written = [credential.type].flat().filter((type) => typeof type === 'string');
  try {
    const { proof, ...unsecured } = credential;
    const quads = (await quadsOf(unsecured)).filter(({ predicate }) => predicate.value === typeOfRdf);
    const root = quads.find(({ object }) => object.value.endsWith('#VerifiableCredential'))?.subject.value;
    const expanded = quads.filter(({ subject }) => subject.value === root).map(({ object }) => object.value);
    return [...new Set([...expanded, ...written])];
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    return written;
  }
}

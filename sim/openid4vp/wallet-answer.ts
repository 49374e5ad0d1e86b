import { createPublicKey, type KeyObject } from 'node:crypto';
import { CompactEncrypt } from 'jose';
import { ServiceError } from '../errors/index.ts';
import type { Fetch } from '../kernel/index.ts';
import { type JsonObject, objectOf, unverifiedCredential } from '../proof/index.ts';
import { type Candidate, isAnswered, matchHeld } from './match-query.ts';
import type { PresentationFormat } from './presentation-query.ts';
import { readCredential, typesOf } from './read-presentation.ts';
import { type ReceivedRequest, untrusted } from './received-request.ts';
import { contentEncryptions } from './request-object.ts';

/** A credential that the wallet holds. */
export interface HeldCredential {
  readonly credential: string;
  /** A compact JWS, or JSON. */
  readonly secured: string;
}

/** One part of a query, as the student is shown it. */
export interface AskedPart {
  readonly id: string;
  /** The members of the credential that the verifier wants to read; it receives all of them, as nothing is left out. */
  readonly claims: readonly string[];
  /** Which of the held credentials answer it. */
  readonly credentials: readonly string[];
}

/** What of the held credentials answers the request; nothing happens. */
export async function answersTo(
  { query }: ReceivedRequest,
  held: readonly HeldCredential[],
): Promise<{ readonly canBeSatisfied: boolean; readonly asked: readonly AskedPart[] }> {
  const { canBeSatisfied, matches } = matchHeld(query, await Promise.all(held.map(candidateOf)));
  const asked = query.credentials.map(({ id, claims = [] }) => ({
    id,
    claims: claims.map((claim) => ('path' in claim ? claim.path.join('.') : claim.claim_name)),
    credentials: (matches[id] ?? []).flatMap((at) => held[at]?.credential ?? []),
  }));
  return { canBeSatisfied, asked };
}

/**
 * Sends the chosen credentials, each by the id of the part that it answers. Our student IDs name no key of their holder,
 * so they go as they are. Throws ServiceError `presentation-not-held`, `presentation-not-delivered`,
 * `presentation-request-untrusted`.
 */
export async function sendAnswer(
  request: ReceivedRequest,
  chosen: Readonly<Record<string, HeldCredential>>,
  fetch: Fetch,
): Promise<{ readonly redirectUri?: string }> {
  const entries = Object.entries(chosen);
  const candidates = await Promise.all(entries.map(async ([id, held]) => [id, [await candidateOf(held)]] as const));
  if (!isAnswered(request.query, Object.fromEntries(candidates))) throw new ServiceError('presentation-not-held');
  const token = entries.map(([id, { secured }]) => [
    id,
    [formatOf(secured) === 'ldp_vc' ? JSON.parse(secured) : secured],
  ]);
  const state = request.state === undefined ? {} : { state: request.state };
  const parameters = { vp_token: Object.fromEntries(token) as object, ...state };
  return deliver(request, fetch, await postedForm(request, parameters));
}

/** Tells the verifier that the student presents nothing. Throws ServiceError `presentation-not-delivered`. */
export function sendRefusal(request: ReceivedRequest, fetch: Fetch): Promise<{ readonly redirectUri?: string }> {
  const state = request.state === undefined ? {} : { state: request.state };
  return deliver(request, fetch, { error: 'access_denied', ...state });
}

function formatOf(secured: string): PresentationFormat {
  return secured.trimStart().startsWith('{') ? 'ldp_vc' : 'jwt_vc_json';
}

async function candidateOf({ secured }: HeldCredential): Promise<Candidate> {
  const format = formatOf(secured);
  const { credential } = readCredential(format === 'ldp_vc' ? unverifiedCredential(secured) : secured, format);
  return { format, credential, types: await typesOf(credential), isBound: false };
}

async function postedForm(
  request: ReceivedRequest,
  parameters: { readonly vp_token: object; readonly state?: string },
): Promise<Readonly<Record<string, string>>> {
  if (request.responseMode === 'direct_post') {
    return { ...parameters, vp_token: JSON.stringify(parameters.vp_token) };
  }
  return { response: await encrypted(request, parameters) };
}

/** https://openid.net/specs/openid-4-verifiable-presentations-1_0.html#section-8.3 */
async function encrypted({ clientMetadata }: ReceivedRequest, parameters: object): Promise<string> {
  const keys = objectOf(clientMetadata.jwks)?.keys;
  const jwk = (Array.isArray(keys) ? keys : []).map(objectOf).find((key) => key !== undefined && isForAnswers(key));
  const supported = clientMetadata.encrypted_response_enc_values_supported ?? ['A128GCM'];
  const enc = contentEncryptions.find((name) => Array.isArray(supported) && supported.includes(name));
  if (jwk === undefined || enc === undefined) {
    throw untrusted({ ja: '暗号化の鍵が正しくありません', en: 'it names no key that the answer can be encrypted to' });
  }
  const { kid } = jwk;
  return new CompactEncrypt(Buffer.from(JSON.stringify(parameters)))
    .setProtectedHeader({ alg: 'ECDH-ES', enc, ...(typeof kid === 'string' && { kid }) })
    .encrypt(keyOf(jwk));
}

function isForAnswers({ kty, crv, alg, use }: { readonly [member: string]: unknown }): boolean {
  return kty === 'EC' && crv === 'P-256' && alg === 'ECDH-ES' && (use === undefined || use === 'enc');
}

/** Its public members only; throws ServiceError `presentation-request-untrusted` for a point off the curve. */
function keyOf({ x, y }: JsonObject): KeyObject {
  try {
    return createPublicKey({ key: { kty: 'EC', crv: 'P-256', x: String(x), y: String(y) }, format: 'jwk' });
  } catch {
    throw untrusted({ ja: '暗号化の鍵が正しくありません', en: 'the key to encrypt the answer to is none' });
  }
}

/** §8.2: 200 and JSON, or it was not taken; a redirect is an error. */
async function deliver(
  { responseUri }: ReceivedRequest,
  fetch: Fetch,
  form: Readonly<Record<string, string>>,
): Promise<{ readonly redirectUri?: string }> {
  const refuse = (reason: string): ServiceError => new ServiceError('presentation-not-delivered', { reason });
  const asked = {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(form).toString(),
  };
  let answer: Awaited<ReturnType<Fetch>>;
  try {
    answer = await fetch(responseUri, asked);
  } catch (error) {
    throw refuse(error instanceof ServiceError ? error.code : 'no answer');
  }
  if (answer.status !== 200) throw refuse(`HTTP ${answer.status}`);
  const redirectUri = redirectOf(answer.body);
  return redirectUri === undefined ? {} : { redirectUri };
}

/** An https address, or one of loopback; nothing that a browser would run. */
function redirectOf(body: Buffer): string | undefined {
  try {
    const { redirect_uri: uri } = objectOf(JSON.parse(body.toString('utf8'))) ?? {};
    return typeof uri === 'string' && /^https?:\/\//.test(uri) && URL.canParse(uri) ? uri : undefined;
  } catch {
    return undefined;
  }
}

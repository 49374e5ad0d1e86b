import { hash } from 'node:crypto';
import { type Bilingual, ServiceError } from '../errors/index.ts';
import { type Fetch, type Instant, isLoopbackName } from '../kernel/index.ts';
import {
  checkSignature,
  didWebUrlsOf,
  type JsonObject,
  objectOf,
  parseCompactJws,
  type ResolveKey,
} from '../proof/index.ts';
import { type PresentationQuery, readQuery } from './presentation-query.ts';
import type { ResponseMode } from './presentation-request.ts';
import { requestObjectType } from './request-object.ts';

/** A request that a wallet received, once it is known whose it is and where the answer goes. */
export interface ReceivedRequest {
  readonly clientId: string;
  readonly responseUri: string;
  readonly responseMode: ResponseMode;
  readonly nonce: string;
  readonly state?: string;
  readonly query: PresentationQuery;
  readonly clientMetadata: JsonObject;
  /** Names what was shown to the student, so that nothing else is consented to. */
  readonly digest: string;
}

export interface WalletPorts {
  readonly fetch: Fetch;
  readonly resolveKey: ResolveKey;
  readonly now: Instant;
  /** Sent along when the request may be fetched by POST. */
  readonly walletNonce?: string | undefined;
}

const objectLengthMax = 262_144;

export function untrusted({ ja, en }: Bilingual): ServiceError {
  return new ServiceError('presentation-request-untrusted', { reasonJa: ja, reasonEn: en });
}

/**
 * Reads what a QR code or link says, fetches the request when it stands elsewhere, and holds it against the rules of its
 * Client Identifier Prefix. Throws ServiceError `presentation-request-untrusted`, `presentation-query-unfit`.
 */
export async function receiveRequest(uri: string, ports: WalletPorts): Promise<ReceivedRequest> {
  const parameters = URL.parse(uri)?.searchParams;
  const one = (name: string): string | undefined => parameters?.get(name) ?? undefined;
  const clientId = one('client_id');
  const address = one('request_uri');
  if (address !== undefined) {
    const method = one('request_uri_method') ?? 'get';
    const object = await fetchObject(address, method, ports);
    return readSigned(object, { clientId, address, ports, nonce: method === 'post' ? ports.walletNonce : undefined });
  }
  if (clientId === undefined) throw untrusted({ ja: '提示の依頼ではありません', en: 'it is no request' });
  // §5.9.3: only this prefix goes without a signature, as the address itself is the name.
  if (!clientId.startsWith('redirect_uri:')) throw untrusted({ ja: '署名がありません', en: 'it is not signed' });
  const request = Object.fromEntries([...(parameters ?? [])].map(([name, value]) => [name, parameterOf(name, value)]));
  if (request.response_uri !== clientId.slice('redirect_uri:'.length)) throw otherAddress();
  return readParameters(request, clientId);
}

/** A link to the request alone, as a QR code of some verifiers says it. */
export function uriOfRequestUri(requestUri: string): string {
  return `openid4vp://?request_uri=${encodeURIComponent(requestUri)}`;
}

function parameterOf(name: string, value: string): unknown {
  if (name !== 'dcql_query' && name !== 'client_metadata') return value;
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}

/** https://openid.net/specs/openid-4-verifiable-presentations-1_0.html#section-5.10 ; a redirect is an error (§14.7). */
async function fetchObject(address: string, method: string, { fetch, walletNonce }: WalletPorts): Promise<string> {
  if (method !== 'get' && method !== 'post') {
    throw untrusted({ ja: '取得の方法が正しくありません', en: 'request_uri_method is neither get nor post' });
  }
  const accept = `application/${requestObjectType}`;
  const form = new URLSearchParams(walletNonce === undefined ? {} : { wallet_nonce: walletNonce }).toString();
  const asked = {
    method: 'POST',
    headers: { accept, 'content-type': 'application/x-www-form-urlencoded' },
    body: form,
  };
  let answer: Awaited<ReturnType<Fetch>>;
  try {
    answer = await fetch(address, method === 'post' ? asked : { headers: { accept } });
  } catch (error) {
    const reason = error instanceof ServiceError ? error.code : 'no answer';
    throw untrusted({ ja: `依頼を取得できません: ${reason}`, en: `the request cannot be fetched: ${reason}` });
  }
  if (answer.status !== 200 || answer.body.length > objectLengthMax) {
    throw untrusted({
      ja: `依頼を取得できません: HTTP ${answer.status}`,
      en: `the request was not given: HTTP ${answer.status}`,
    });
  }
  return answer.body.toString('utf8').trim();
}

interface Expected {
  /** As the link names it; the request must say the same. */
  readonly clientId: string | undefined;
  readonly address: string;
  readonly ports: WalletPorts;
  readonly nonce: string | undefined;
}

/** https://openid.net/specs/openid-4-verifiable-presentations-1_0.html#section-5.9.3-3.3 (`decentralized_identifier`) */
async function readSigned(
  object: string,
  { clientId: named, address, ports, nonce }: Expected,
): Promise<ReceivedRequest> {
  const jws = await wellSigned(object, ports);
  const { header, payload } = jws;
  const clientId = payload.client_id;
  const prefix = 'decentralized_identifier:';
  if (typeof clientId !== 'string' || !clientId.startsWith(`${prefix}did:`)) {
    throw untrusted({ ja: '依頼元の種類に対応していません', en: 'its client_id is of a kind that is not known here' });
  }
  // §5.10: "MUST be identical, including the Client Identifier Prefix".
  if (named !== undefined && named !== clientId) {
    throw untrusted({ ja: '依頼元が一致しません', en: 'its client_id is not that of the link' });
  }
  const did = clientId.slice(prefix.length);
  if (String(header.kid).split('#')[0] !== did) {
    throw untrusted({ ja: '依頼元の署名ではありません', en: 'another one than its client signed it' });
  }
  const seconds = ports.now / 1_000;
  const { exp, nbf, wallet_nonce: answered } = payload;
  if ((typeof exp === 'number' && seconds >= exp) || (typeof nbf === 'number' && seconds < nbf)) {
    throw untrusted({ ja: '期限が切れています', en: 'it is out of its time' });
  }
  // §5.10: "the Wallet MUST validate whether the request object contains the respective nonce value".
  if (nonce !== undefined && answered !== nonce) {
    throw untrusted({ ja: '古い依頼の使い回しです', en: 'wallet_nonce is not the one that was sent' });
  }
  if (!isOfClient(payload.response_uri, did, address)) throw otherAddress();
  return readParameters(payload, clientId);
}

async function wellSigned(object: string, { resolveKey }: WalletPorts) {
  try {
    const jws = parseCompactJws(object);
    // https://www.rfc-editor.org/rfc/rfc9101#section-10.8 : or another JWT of the same key would do.
    if (jws.header.typ !== requestObjectType || typeof jws.header.kid !== 'string') {
      throw new ServiceError('proof-header', { member: 'typ' });
    }
    await checkSignature(jws, (await resolveKey(jws.header.kid)).publicKey);
    return jws;
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    throw untrusted({ ja: `署名を確認できません: ${error.code}`, en: `its signature does not hold: ${error.code}` });
  }
}

/**
 * A did:web binds the key to a host, and the answer goes nowhere else. Other DIDs name no address: then the answer goes
 * to where the request came from (§13.1.3 leaves it to the wallet).
 */
function isOfClient(responseUri: unknown, did: string, address: string): boolean {
  const origin = typeof responseUri === 'string' ? URL.parse(responseUri)?.origin : undefined;
  const places = did.startsWith('did:web:') ? didWebUrlsOf(did) : [address];
  return origin !== undefined && origin !== 'null' && places.some((place) => URL.parse(place)?.origin === origin);
}

function otherAddress(): ServiceError {
  return untrusted({ ja: '送り先が依頼元のものではありません', en: 'its response_uri is not its client’s' });
}

/** Over TLS, or on this machine, where a simulation is served. */
function isSafe(responseUri: string): boolean {
  const url = URL.parse(responseUri);
  if (url === null || url.username !== '' || url.password !== '') return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopbackName(url.hostname));
}

/** https://openid.net/specs/openid-4-verifiable-presentations-1_0.html#section-8.5 names what makes a request invalid. */
function readParameters(request: JsonObject, clientId: string): ReceivedRequest {
  const refuse = (member: string): never => {
    throw untrusted({ ja: `${member} が正しくありません`, en: `${member} is not as it must be` });
  };
  const { response_mode: responseMode, nonce, response_uri: responseUri, state } = request;
  if (request.response_type !== 'vp_token') return refuse('response_type');
  if (responseMode !== 'direct_post' && responseMode !== 'direct_post.jwt') return refuse('response_mode');
  if (typeof responseUri !== 'string' || !isSafe(responseUri)) return refuse('response_uri');
  // §8.2: "the `redirect_uri` Authorization Request parameter MUST NOT be present".
  if (request.redirect_uri !== undefined) return refuse('redirect_uri');
  if (typeof nonce !== 'string' || !/^[\x21-\x7e]{1,500}$/.test(nonce)) return refuse('nonce');
  if (state !== undefined && typeof state !== 'string') return refuse('state');
  // §8.4: a wallet that does not support it "MUST return an error".
  if (request.transaction_data !== undefined) return refuse('transaction_data');
  if (request.scope !== undefined) return refuse('scope');
  const query = readQuery(request.dcql_query);
  const shown = JSON.stringify([clientId, responseUri, responseMode, nonce, request.dcql_query]);
  return {
    clientId,
    responseUri,
    responseMode,
    nonce,
    ...(state !== undefined && { state }),
    query,
    clientMetadata: objectOf(request.client_metadata) ?? {},
    digest: hash('sha256', shown, 'base64url'),
  };
}

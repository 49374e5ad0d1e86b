import { compactDecrypt, errors } from 'jose';
import { isSameSecret, type Json, type RunningWorld } from '../kernel/index.ts';
import { type JsonObject, objectOf } from '../proof/index.ts';
import type { VerifyPorts } from '../verify/open-badge/index.ts';
import { judgeResponse } from './judge-response.ts';
import { answerRequest, type PresentationRequest, requestOfResponse, requireOpen } from './presentation-request.ts';
import { clientIdOf, contentEncryptions, encryptionKey } from './request-object.ts';
import { secretsOfResponse } from './request-secrets.ts';
import { readVpToken, unfit } from './vp-token.ts';

/** The form that a wallet posts: https://openid.net/specs/openid-4-verifiable-presentations-1_0.html#section-8.2 */
export interface PostedResponse {
  readonly vp_token?: string;
  readonly state?: string;
  /** The encrypted response of `direct_post.jwt`. */
  readonly response?: string;
  readonly error?: string;
  readonly error_description?: string;
}

/**
 * Takes what a wallet answers: it is judged once, and what was found is kept; an answer that cannot be read changes
 * nothing. Throws ServiceError `presentation-request-unknown`, `presentation-request-answered`,
 * `presentation-request-expired`, `presentation-response-unfit`.
 */
export async function takeResponse(
  world: RunningWorld,
  ports: VerifyPorts,
  { responseToken, posted }: { readonly responseToken: string; readonly posted: PostedResponse },
): Promise<{ readonly redirect_uri?: string }> {
  const request = requestOfResponse(world, responseToken);
  requireOpen(request);
  const { nonce, state, responseCode } = secretsOfResponse(responseToken);
  const parameters = await parametersOf(world, request, posted);
  if (typeof parameters.state !== 'string' || !isSameSecret(parameters.state, state)) {
    throw unfit('state', 'not that of the request');
  }
  if (parameters.error !== undefined) {
    const error = String(parameters.error).slice(0, 100);
    await world.perform(answerRequest, { request: request.request, state: 'declined', outcome: { error } });
  } else {
    const token = readVpToken(parameters.vp_token, request.query);
    const binding = { clientId: clientIdOf(world, request, responseToken), nonce, now: world.clock.now() };
    const { verdict, ...outcome } = await judgeResponse(request.query, token, { binding, ports });
    await world.perform(answerRequest, {
      request: request.request,
      state: verdict,
      outcome: JSON.parse(JSON.stringify(outcome)) as Json,
    });
  }
  return request.redirectUri === null ? {} : { redirect_uri: withCode(request.redirectUri, responseCode) };
}

/** What the wallet says, in the way in which it was asked to say it; errors may come without encryption (§8.3.1). */
async function parametersOf(
  world: RunningWorld,
  request: PresentationRequest,
  posted: PostedResponse,
): Promise<JsonObject> {
  if (posted.error !== undefined) return { ...posted };
  if (request.responseMode === 'direct_post') {
    if (posted.response !== undefined) throw unfit('response', 'direct_post was asked for');
    return { ...posted };
  }
  if (posted.response === undefined) throw unfit('response', 'direct_post.jwt was asked for');
  return decrypted(world, request, posted.response);
}

/** https://openid.net/specs/openid-4-verifiable-presentations-1_0.html#section-8.3 : an unsigned, encrypted JWT. */
async function decrypted(world: RunningWorld, { request }: PresentationRequest, jwe: string): Promise<JsonObject> {
  try {
    const { plaintext } = await compactDecrypt(jwe, encryptionKey(world, request).privateKey, {
      keyManagementAlgorithms: ['ECDH-ES'],
      contentEncryptionAlgorithms: [...contentEncryptions],
    });
    const payload = objectOf(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(plaintext)));
    if (payload !== undefined) return payload;
  } catch (error) {
    if (!(error instanceof errors.JOSEError || error instanceof SyntaxError || error instanceof TypeError)) throw error;
  }
  throw unfit('response', 'it cannot be decrypted');
}

/** §13.3: only who was sent on from the wallet can show the code. */
function withCode(redirectUri: string, responseCode: string): string {
  const url = new URL(redirectUri);
  url.searchParams.set('response_code', responseCode);
  return url.href;
}

import { hash } from 'node:crypto';

/**
 * What only the verifier and the wallet may know of a request. All of it follows from the token in its address, so that
 * the verifier keeps hashes only: https://openid.net/specs/openid-4-verifiable-presentations-1_0.html#section-5.2
 */
export interface ResponseSecrets {
  readonly nonce: string;
  readonly state: string;
  /** Goes to the page that the student is sent on to (§13.3, session fixation). */
  readonly responseCode: string;
}

/** What stands in the address that the response goes to. */
export function responseTokenOf(requestToken: string): string {
  return derived('response', requestToken);
}

export function secretsOfResponse(responseToken: string): ResponseSecrets {
  return {
    nonce: derived('nonce', responseToken),
    state: derived('state', responseToken),
    responseCode: derived('response-code', responseToken),
  };
}

/** 256 bits, base64url. */
function derived(what: string, token: string): string {
  return hash('sha256', `todoku openid4vp ${what}|${token}`, 'base64url');
}

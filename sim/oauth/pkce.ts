import { hash } from 'node:crypto';

/** https://www.rfc-editor.org/rfc/rfc7636#section-4.2 : SHA-256 in base64url; `plain` is not taken. */
export function challengeOf(codeVerifier: string): string {
  return hash('sha256', codeVerifier, 'base64url');
}

/** https://www.rfc-editor.org/rfc/rfc7636#section-4.2 */
export function isChallenge(text: string): boolean {
  return /^[\w-]{43}$/.test(text);
}

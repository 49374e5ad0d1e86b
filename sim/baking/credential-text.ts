import { ServiceError } from '../errors/index.ts';

/** The most that a baked credential may have, in bytes of UTF-8: credentials with pictures of their own in them fit. */
export const textBytesMax = 1024 ** 2;

export interface CredentialText {
  readonly text: string;
  readonly kind: 'jws' | 'json';
}

/**
 * A credential as text, without white space around it: a compact JWS or the text of a JSON object.
 * Throws ServiceError `badge-credential-unfit`, `badge-too-large`.
 */
export function credentialTextOf(given: string): CredentialText {
  // Counted in UTF-16 first: whatever is longer in that is longer in UTF-8.
  if (given.length > textBytesMax || Buffer.byteLength(given) > textBytesMax) throw tooLarge();
  const text = given.trim();
  if (isCompactJws(text)) return { text, kind: 'jws' };
  if (!text.isWellFormed() || !isJsonObject(text)) throw new ServiceError('badge-credential-unfit');
  return { text, kind: 'json' };
}

export function tooLarge(): ServiceError {
  return new ServiceError('badge-too-large', {
    partJa: '証明書',
    partEn: 'The credential',
    bytesMax: textBytesMax,
  });
}

/** https://www.rfc-editor.org/rfc/rfc7515#section-7.1 */
function isCompactJws(text: string): boolean {
  return /^[\w-]+\.[\w-]+\.[\w-]+$/.test(text);
}

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

import type { KeyObject } from 'node:crypto';

/**
 * ECDSA with P-256 and SHA-256, R and S side by side (https://www.rfc-editor.org/rfc/rfc7518#section-3.4). jose and
 * node:crypto draw a nonce for every signature; by RFC 6979 it follows from the key and what is signed.
 */
export async function es256Signature(input: string, privateKey: KeyObject): Promise<Buffer> {
  const { p256 } = await import('@noble/curves/nist.js');
  const secret = Buffer.from(privateKey.export({ format: 'jwk' }).d ?? '', 'base64url');
  return Buffer.from(p256.sign(Buffer.from(input), secret, { lowS: false }));
}

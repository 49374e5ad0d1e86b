import { hash } from 'node:crypto';
import { type JsonObject, objectOf, textOf } from './json-object.ts';

/**
 * Whether an Assertion is for who goes by this identity, spelt as it was when it was hashed: `sha256$` or `md5$` and
 * the hex of the hash over identity and salt. Undefined when the Assertion names nobody, or by another hash.
 * https://www.imsglobal.org/sites/default/files/Badges/OBv2p0Final/index.html#IdentityHash
 */
export function isOb2Recipient(assertion: JsonObject, identity: string): boolean | undefined {
  const recipient = objectOf(assertion.recipient);
  const given = textOf(recipient?.identity);
  if (recipient === undefined || given === undefined) return undefined;
  if (recipient.hashed !== true) return given === identity;
  const [, algorithm, digest] = /^(sha256|md5)\$([0-9a-f]+)$/i.exec(given) ?? [];
  if (algorithm === undefined || digest === undefined) return undefined;
  const salted = identity + (textOf(recipient.salt) ?? '');
  return hash(algorithm.toLowerCase(), salted, 'hex') === digest.toLowerCase();
}

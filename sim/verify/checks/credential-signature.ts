import type { KeyObject } from 'node:crypto';
import { ServiceError } from '../../errors/index.ts';
import {
  type AchievementCredential,
  type JwkSet,
  keyOfJwk,
  keyOfMultikey,
  mediaTypeOf,
  publicJwkOf,
  thumbprintOf,
  unverifiedCredential,
  type VerificationMethod,
  verifyEmbeddedProof,
  verifyVcJwt,
} from '../../proof/index.ts';
import { type Check, fails, holds } from '../check.ts';
import { jwtPart, type Looked } from '../evidence.ts';
import { idOf, type JsonObject, listOf, objectOf, textOf } from '../json-object.ts';

const name = { id: 'credential-signature', clause: 'https://www.rfc-editor.org/rfc/rfc8725#section-3.10' };

/**
 * The issuer's signature over the credential, with a key of the set that the issuer publishes: a key that
 * comes along with it proves nothing (https://www.rfc-editor.org/rfc/rfc8725#section-3.10). The times are another check's.
 */
export async function checkCredentialSignature(
  secured: string,
  keys: Looked<JwkSet>,
): Promise<{ readonly check: Check; readonly credential?: AchievementCredential }> {
  if (keys.state !== 'found') {
    return {
      check: fails(name, 'issuer-keys-unreachable', {
        ja: '発行元の公開鍵を確認できません。しばらくしてからお試しください。',
        en: 'The public keys of the issuer cannot be looked up. Try again in a while.',
      }),
    };
  }
  const key = publishedKey(secured, keys.value);
  if (key === undefined) {
    return {
      check: fails(name, 'issuer-key-unknown', {
        ja: '発行元が公開していない鍵で署名されています。',
        en: 'The key that signed this is not one that the issuer publishes.',
      }),
    };
  }
  try {
    const credential = isJws(secured) ? await verifyVcJwt(secured, key) : await verifyEmbedded(secured, keys.value);
    return {
      check: holds(name, { ja: '発行元の署名が正しいことを確認しました。', en: "The issuer's signature is right." }),
      credential,
    };
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    return { check: fails(name, error.code, error.detail) };
  }
}

/** The key of the set that the credential names; undefined when it names none of it. */
export function publishedKey(secured: string, keys: JwkSet): KeyObject | undefined {
  return isJws(secured) ? keyOfHeader(secured, keys) : keyOfProof(unverifiedCredential(secured) ?? {}, keys);
}

function isJws(secured: string): boolean {
  return mediaTypeOf(secured) === 'text/plain';
}

/** By `kid`, or by the thumbprint of `jwk`. */
function keyOfHeader(jws: string, keys: JwkSet): KeyObject | undefined {
  const header = jwtPart(jws, 0);
  const key = keyOfJwk(header?.jwk);
  const names = [header?.kid, key === undefined ? undefined : thumbprintOf(publicJwkOf(key))];
  return keyOfJwk(keys.keys.find(({ kid }) => names.includes(kid)));
}

/** By the first verification method of a proof that is the issuer's. */
function keyOfProof(credential: JsonObject, keys: JwkSet): KeyObject | undefined {
  const methods = listOf(credential.proof).map((proof) => textOf(objectOf(proof)?.verificationMethod));
  const issuer = idOf(credential.issuer) ?? '';
  return methods.map((id) => publishedMethod(id ?? '', issuer, keys)?.publicKey).find((key) => key !== undefined);
}

/** `https://issuer#z6Mk…`: before the # stands whose it is, which must be the issuer (OB 3.0 §8.3). */
export function publishedMethod(id: string, issuer: string, keys: JwkSet): VerificationMethod | undefined {
  const [controller, fragment = ''] = id.split('#');
  if (controller !== issuer) return undefined;
  const key = keyOfMultikey(fragment);
  const kid = key === undefined ? fragment : thumbprintOf(publicJwkOf(key));
  const publicKey = keyOfJwk(keys.keys.find((one) => one.kid === kid));
  return publicKey === undefined ? undefined : { id, controller, publicKey };
}

async function verifyEmbedded(secured: string, keys: JwkSet): Promise<AchievementCredential> {
  const credential = unverifiedCredential(secured) ?? {};
  const issuer = idOf(credential.issuer) ?? '';
  await verifyEmbeddedProof(credential, async (id) => publishedMethod(id, issuer, keys) ?? unpublished(id));
  return credential as unknown as AchievementCredential;
}

/** Throws ServiceError `key-unresolved`. */
export function unpublished(id: string): never {
  throw new ServiceError('key-unresolved', { method: id.slice(0, 200), reason: 'not-found' });
}

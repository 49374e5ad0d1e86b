import type { KeyObject } from 'node:crypto';
import { ServiceError } from '../../errors/index.ts';
import { type JwkSet, keyOfJwk, thumbprintOf, type VcJwtPayload, verifyVcJwt } from '../../proof/index.ts';
import { type Check, fails, holds } from '../check.ts';
import { jwtPart, type Looked } from '../evidence.ts';

const name = { id: 'credential-signature', clause: 'https://www.rfc-editor.org/rfc/rfc8725#section-3.10' };

/**
 * The issuer's signature over the credential, with a key of the set that the issuer publishes: the key in the token's
 * own header proves nothing (https://www.rfc-editor.org/rfc/rfc8725#section-3.10). The times are another check's.
 */
export async function checkCredentialSignature(
  jwt: string,
  keys: Looked<JwkSet>,
): Promise<{ readonly check: Check; readonly payload?: VcJwtPayload }> {
  if (keys.state !== 'found') {
    return {
      check: fails(name, 'issuer-keys-unreachable', {
        ja: '発行元の公開鍵を確認できません。しばらくしてからお試しください。',
        en: 'The public keys of the issuer cannot be looked up. Try again in a while.',
      }),
    };
  }
  const key = publishedKey(jwt, keys.value);
  if (key === undefined) {
    return {
      check: fails(name, 'issuer-key-unknown', {
        ja: '発行元が公開していない鍵で署名されています。',
        en: 'The key that signed this is not one that the issuer publishes.',
      }),
    };
  }
  try {
    const payload = await verifyVcJwt(jwt, key);
    return {
      check: holds(name, { ja: '発行元の署名が正しいことを確認しました。', en: "The issuer's signature is right." }),
      payload,
    };
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    return { check: fails(name, error.code, error.detail) };
  }
}

/** The key of the set that the token's header names, by `kid` or by the thumbprint of its `jwk`. */
export function publishedKey(jwt: string, keys: JwkSet): KeyObject | undefined {
  const header = jwtPart(jwt, 0);
  const jwk = header?.jwk as Parameters<typeof thumbprintOf>[0] | undefined;
  const names = [header?.kid, typeof jwk === 'object' && jwk !== null ? thumbprintOf(jwk) : undefined];
  return keyOfJwk(keys.keys.find(({ kid }) => names.includes(kid)));
}

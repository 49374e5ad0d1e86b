import type { KeyObject } from 'node:crypto';
import { ServiceError } from '../errors/index.ts';
import { hidesOldKeys } from '../faults/index.ts';
import type { World } from '../kernel/index.ts';
import { type JwkSet, jwkSetOf, multikeyOf, type Profile, type PublicJwk } from '../proof/index.ts';
import { profileOf, type School, schoolOf } from './school.ts';
import { keysOf, statusKey } from './school-key.ts';

/** https://www.w3.org/TR/cid-1.0/#verification-methods */
type Method =
  | { readonly id: string; readonly type: 'Multikey'; readonly controller: string; readonly publicKeyMultibase: string }
  | { readonly id: string; readonly type: 'JsonWebKey'; readonly controller: string; readonly publicKeyJwk: PublicJwk };

interface Methods {
  readonly verificationMethod: readonly Method[];
  readonly assertionMethod: readonly string[];
}

/** A DID document: https://www.w3.org/TR/did-core/#did-documents */
export interface DidDocument extends Methods {
  readonly '@context': readonly string[];
  readonly id: string;
  readonly alsoKnownAs: readonly string[];
}

/** Every key that the school has ever signed with, the newest first, and that of its status lists. Throws ServiceError `school-unknown`. */
export function schoolJwkSet(world: World, slug: string): JwkSet {
  return jwkSetOf(publicKeysOf(world, schoolOf(world, slug)));
}

/** One key by its id, retired or not. Throws ServiceError `school-unknown`, `not-found`. */
export function schoolJwk(world: World, slug: string, keyId: string): JwkSet['keys'][number] {
  const jwk = schoolJwkSet(world, slug).keys.find(({ kid }) => kid === keyId);
  if (jwk === undefined) throw new ServiceError('not-found');
  return jwk;
}

/**
 * What the school's URL answers: its Profile, and the keys that the URL is the controller of, which makes it a controlled
 * identifier document too. Credentials carry the Profile alone, whose context has no terms for keys. Throws ServiceError
 * `school-unknown`.
 */
export function schoolProfile(world: World, slug: string): Profile & Methods {
  const school = schoolOf(world, slug);
  const profile = profileOf(school);
  return { ...profile, ...methodsOf(profile.id, publicKeysOf(world, school)) };
}

/** The school as did:web: https://w3c-ccg.github.io/did-method-web/ . Throws ServiceError `school-unknown`. */
export function schoolDidDocument(world: World, slug: string): DidDocument {
  const school = schoolOf(world, slug);
  const { id: url } = school;
  // https://w3c-ccg.github.io/did-method-web/#create-register : the port's colon is encoded, slashes become colons.
  const { host, pathname } = new URL(url);
  const id = `did:web:${host.replace(':', '%3A')}${pathname.replaceAll('/', ':')}`;
  return {
    '@context': [
      'https://www.w3.org/ns/did/v1',
      'https://w3id.org/security/multikey/v1',
      'https://w3id.org/security/jwk/v1',
    ],
    id,
    alsoKnownAs: [url],
    ...methodsOf(id, publicKeysOf(world, school)),
  };
}

/** Without the retired ones while the fault is on that hides them. */
function publicKeysOf(world: World, { slug }: School): readonly KeyObject[] {
  const keys = hidesOldKeys(world) ? keysOf(world, slug).slice(0, 1) : keysOf(world, slug);
  return [...keys, statusKey(world, slug)].map(({ publicKey }) => publicKey);
}

/** Each key as JWK under its thumbprint, and as Multikey under itself where there is that form of it. */
function methodsOf(controller: string, keys: readonly KeyObject[]): Methods {
  const verificationMethod = keys.flatMap((key): Method[] => {
    const [{ kid, alg: _, use: __, ...publicKeyJwk }] = jwkSetOf([key]).keys as [JwkSet['keys'][number]];
    const asJwk: Method = { id: `${controller}#${kid}`, type: 'JsonWebKey', controller, publicKeyJwk };
    if (key.asymmetricKeyType === 'rsa') return [asJwk];
    const multikey = multikeyOf(key);
    const id = `${controller}#${multikey}`;
    return [{ id, type: 'Multikey', controller, publicKeyMultibase: multikey }, asJwk];
  });
  return { verificationMethod, assertionMethod: verificationMethod.map(({ id }) => id) };
}

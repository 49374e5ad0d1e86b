import type { Json } from '../kernel/index.ts';
import { isObject, type JsonObject, listOf, present, textOf, texts } from './json-object.ts';

/**
 * An IdentityObject of an OB 2.0 recipient. The hash is spelt the same way in both versions: `sha256$` + hex of the
 * hash over identity and salt. What kinds OB 3.0 has no name for get one with `ext:`.
 */
export function identityOf(recipient: Json | undefined): JsonObject | undefined {
  if (!isObject(recipient)) return undefined;
  const { type, hashed, identity } = recipient;
  if (typeof type !== 'string' || typeof identity !== 'string') return undefined;
  const identityType = type === 'email' ? 'emailAddress' : `ext:${type.replace(/[^A-Za-z0-9._]/g, '') || 'unknown'}`;
  return {
    type: 'IdentityObject',
    hashed: hashed === true,
    identityHash: identity,
    identityType,
    ...texts(recipient, [['salt', 'salt']]),
  };
}

/** The recipient of a subject: by address if it has one, else by whatever else it is known. */
export function recipientOf(subject: JsonObject): JsonObject | undefined {
  const identities = listOf(subject.identifier).filter(isObject);
  const chosen = identities.find(({ identityType }) => identityType === 'emailAddress') ?? identities[0];
  if (chosen === undefined) {
    const id = textOf(subject.id);
    return id === undefined ? undefined : { type: 'id', hashed: false, identity: id };
  }
  const kind = textOf(chosen.identityType) ?? '';
  return present({
    type: kind === 'emailAddress' ? 'email' : kind.replace(/^ext:/, ''),
    hashed: chosen.hashed === true,
    identity: chosen.identityHash,
    ...texts(chosen, [['salt', 'salt']]),
  });
}

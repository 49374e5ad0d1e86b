import type { Json } from '../kernel/index.ts';
import { imageOfOb2, imageOfOb3 } from './image.ts';
import { iriOf, isObject, type JsonObject, present, reversed, texts } from './json-object.ts';

/** OB 3.0 name, OB 2.0 name. */
const names = [
  ['name', 'name'],
  ['url', 'url'],
  ['phone', 'telephone'],
  ['description', 'description'],
  ['email', 'email'],
] as const;

/** An OB 3.0 Profile; keys, revocation list and rules of hosting have no home in it and are no part of it. */
export function profileOfOb2(issuer: JsonObject): JsonObject {
  return present({ id: iriOf(issuer.id), type: ['Profile'], ...texts(issuer, names), image: imageOfOb2(issuer.image) });
}

/** An OB 2.0 Issuer, or the IRI of one. */
export function profileOfOb3(issuer: Json | undefined): Json | undefined {
  if (!isObject(issuer)) return iriOf(issuer);
  return present({ id: issuer.id, type: 'Issuer', ...texts(issuer, reversed(names)), image: imageOfOb3(issuer.image) });
}

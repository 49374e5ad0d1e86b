import type { Json } from '../kernel/index.ts';
import { iriOf, isObject, type JsonObject, present, textOf } from './json-object.ts';

/** An OB 3.0 Image of an IRI, or of an object with `id` and `caption`. */
export function imageOfOb2(image: Json | undefined): JsonObject | undefined {
  const id = iriOf(isObject(image) ? image.id : image);
  if (id === undefined) return undefined;
  return present({ id, type: 'Image', caption: isObject(image) ? textOf(image.caption) : undefined });
}

export function imageOfOb3(image: Json | undefined): Json | undefined {
  if (!isObject(image)) return undefined;
  return typeof image.caption === 'string' ? present({ id: image.id, caption: image.caption }) : textOf(image.id);
}

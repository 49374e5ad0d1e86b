import type { Json } from '../kernel/index.ts';
import type { BadgeDocument } from './badge-document.ts';
import { isObject, isShallow, type JsonObject, listOf, present, textOf } from './json-object.ts';
import { difference, isSame, patched } from './json-patch.ts';

/**
 * What a document loses on its way into the other version: the way back gives another document, and this turns that
 * one into the very document there was. A change made in between goes along, unless it is in a place that was lost.
 */
export function remainderOf({ document, jws }: BadgeDocument, wayBack: JsonObject): JsonObject {
  return present({ patch: difference(wayBack, document) as readonly Json[], jws });
}

/** The document that there was; undefined when the remainder is none or does not fit. */
export function restored(wayBack: JsonObject, remainder: JsonObject): BadgeDocument | undefined {
  try {
    const document = patched(wayBack, listOf(remainder.patch));
    if (!isObject(document) || !isShallow(document)) return undefined;
    const jws = textOf(remainder.jws);
    return jws !== undefined && isPayloadOf(jws, document) ? { document, jws } : { document };
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** A signed text stands for a document only while it says the same. */
function isPayloadOf(jws: string, document: JsonObject): boolean {
  try {
    const payload = JSON.parse(Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString('utf8')) as Json;
    return isShallow(payload) && isSame(payload, document);
  } catch {
    return false;
  }
}

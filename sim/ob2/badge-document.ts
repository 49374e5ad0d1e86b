import type { Json } from '../kernel/index.ts';
import { isObject, isShallow, type JsonObject } from './json-object.ts';

/** A badge or credential: its JSON, and the signed text that it came as, if it did. */
export interface BadgeDocument {
  readonly document: JsonObject;
  /** A compact JWS whose payload the document is. */
  readonly jws?: string;
}

/** Reads a text: JSON of an object, or a compact JWS with one as its payload. Undefined for anything else. */
export function readBadge(text: string): BadgeDocument | undefined {
  const trimmed = text.trim();
  const [, payload] = /^[\w-]+\.([\w-]+)\.[\w-]+$/.exec(trimmed) ?? [];
  const document = objectIn(payload === undefined ? trimmed : Buffer.from(payload, 'base64url').toString('utf8'));
  if (document === undefined) return undefined;
  return payload === undefined ? { document } : { document, jws: trimmed };
}

export function objectIn(text: string): JsonObject | undefined {
  try {
    const value = JSON.parse(text) as Json;
    return isObject(value) && isShallow(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

import { type JsonObject, objectOf } from './json-object.ts';

/** What OB 3.0 serves a credential as (§6.2 "Web resource"): a compact JWS, or JSON with a proof inside. */
export type SecuredMediaType = 'text/plain' | 'application/vc+ld+json';

/** A credential with its proof, as it is kept and handed over. */
export interface SecuredCredential {
  /** A compact JWS, or JSON. */
  readonly secured: string;
  readonly mediaType: SecuredMediaType;
}

/** A compact JWS has no brace: base64url and dots only. */
export function mediaTypeOf(secured: string): SecuredMediaType {
  return secured.trimStart().startsWith('{') ? 'application/vc+ld+json' : 'text/plain';
}

/** What a secured credential says, before anyone verified it; undefined when it is no JSON object. */
export function unverifiedCredential(secured: string): JsonObject | undefined {
  const text =
    mediaTypeOf(secured) === 'text/plain'
      ? Buffer.from(secured.split('.', 2)[1] ?? '', 'base64url').toString('utf8')
      : secured;
  try {
    return objectOf(JSON.parse(text));
  } catch {
    return undefined;
  }
}

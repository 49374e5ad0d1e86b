import { jwtPart } from '../evidence.ts';
import { asObject, type JsonObject, parseObject } from '../json-object.ts';
import { type DataModel, dataModelOf } from '../schema/data-model.ts';

/** A credential of anyone with what makes it verifiable. Nothing of it is believed yet. */
export interface UnprovenCredential {
  /** A VC-JWT, or an object with an embedded proof. */
  readonly secured: string | JsonObject;
  /** What was put under the proof: the object itself, or the payload. */
  readonly document: JsonObject;
  /** The credential inside, with what only the claims of a VC-JWT say in its place. */
  readonly credential: JsonObject;
  readonly model: DataModel;
}

/** The most that a credential may have: pictures inside of it fit. */
export const credentialLengthMax = 1_048_576;

/** https://www.rfc-editor.org/rfc/rfc7515#section-3.1 */
export function isCompactJws(text: string): boolean {
  return /^[\w-]+\.[\w-]+\.[\w-]+$/.test(text);
}

/** A VC-JWT, or JSON; undefined for a text that is neither, and for one too long or too deep to be looked into. */
export function readUnproven(given: string): UnprovenCredential | undefined {
  if (given.length > credentialLengthMax) return undefined;
  const text = given.replace(/^\uFEFF/, '').trim();
  if (isCompactJws(text)) {
    const payload = payloadOf(text);
    return payload === undefined ? undefined : unprovenJwt(text, payload);
  }
  const object = parseObject(text);
  return object === undefined ? undefined : unprovenObject(object);
}

export function unprovenObject(object: JsonObject): UnprovenCredential {
  return { secured: object, document: object, credential: object, model: dataModelOf(object) };
}

function payloadOf(jwt: string): JsonObject | undefined {
  const text = Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString('utf8');
  return jwtPart(jwt, 0) === undefined ? undefined : parseObject(text);
}

/** https://www.w3.org/TR/vc-data-model-1.1/#jwt-decoding for data model 1.1; in 2.0 the payload is the credential. */
function unprovenJwt(jwt: string, payload: JsonObject): UnprovenCredential {
  const vc = asObject(payload.vc);
  if (vc === undefined) {
    const { iss, sub, aud, exp, nbf, iat, jti, ...credential } = payload;
    return { secured: jwt, document: payload, credential, model: dataModelOf(payload) };
  }
  const { iss, jti, nbf, exp } = payload;
  const claimed = {
    ...(iss !== undefined && { issuer: iss }),
    ...(jti !== undefined && { id: jti }),
    ...(typeof nbf === 'number' && { issuanceDate: dateTimeOf(nbf) }),
    ...(typeof exp === 'number' && { expirationDate: dateTimeOf(exp) }),
  };
  const credential = { ...claimed, ...vc };
  return { secured: jwt, document: credential, credential, model: dataModelOf(credential) };
}

/** https://www.rfc-editor.org/rfc/rfc7519#section-2 (NumericDate) */
function dateTimeOf(seconds: number): string | undefined {
  const date = new Date(seconds * 1_000);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}

import { Type } from 'typebox';
import { closed } from '../vocabulary.ts';

const url = Type.String({ format: 'uri' });
const base64url = Type.String({ pattern: '^[A-Za-z0-9_-]+$' });

/** https://www.rfc-editor.org/rfc/rfc7518#section-6 and RFC 8037 §2; public members only. */
const rsa = { kty: Type.Literal('RSA'), n: base64url, e: base64url };
const okp = { kty: Type.Literal('OKP'), crv: Type.String(), x: base64url };
const ec = { kty: Type.Literal('EC'), crv: Type.String(), x: base64url, y: base64url };
const named = { kid: base64url, alg: Type.String(), use: Type.Literal('sig') };

const bareJwk = Type.Union([Type.Object(rsa, closed), Type.Object(okp, closed), Type.Object(ec, closed)]);

export const jwkAnswer = Type.Union([
  Type.Object({ ...rsa, ...named }, closed),
  Type.Object({ ...okp, ...named }, closed),
  Type.Object({ ...ec, ...named }, closed),
]);

/** https://www.rfc-editor.org/rfc/rfc7517#section-5 */
export const jwkSetAnswer = Type.Object({ keys: Type.Array(jwkAnswer) }, closed);

/** https://www.w3.org/TR/cid-1.0/#verification-methods */
const method = Type.Union([
  Type.Object(
    { id: Type.String(), type: Type.Literal('Multikey'), controller: Type.String(), publicKeyMultibase: Type.String() },
    closed,
  ),
  Type.Object(
    { id: Type.String(), type: Type.Literal('JsonWebKey'), controller: Type.String(), publicKeyJwk: bareJwk },
    closed,
  ),
]);

const methods = { verificationMethod: Type.Array(method), assertionMethod: Type.Array(Type.String()) };

const profile = {
  id: url,
  type: Type.Unsafe<readonly ['Profile']>({ const: ['Profile'] }),
  name: Type.String(),
  url: Type.Optional(url),
  email: Type.Optional(Type.String()),
  description: Type.String(),
};

/** OB 3.0 "Profile", and a controlled identifier document: https://www.w3.org/TR/cid-1.0/#data-model */
export const profileAnswer = Type.Object({ ...profile, ...methods }, closed);

/** https://www.w3.org/TR/did-core/#did-documents */
export const didDocumentAnswer = Type.Object(
  { '@context': Type.Array(url), id: Type.String(), alsoKnownAs: Type.Array(url), ...methods },
  closed,
);

/** OB 3.0 "Achievement", as a document of its own. */
export const achievementAnswer = Type.Object(
  {
    '@context': Type.Array(url),
    id: url,
    type: Type.Unsafe<readonly ['Achievement']>({ const: ['Achievement'] }),
    achievementType: Type.Literal('Membership'),
    name: Type.String(),
    description: Type.String(),
    criteria: Type.Object({ narrative: Type.String() }, closed),
    fieldOfStudy: Type.Optional(Type.String()),
    creator: Type.Object(profile, closed),
  },
  closed,
);

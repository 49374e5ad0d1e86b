import { Type } from 'typebox';

/** For objects that take, or tell, what is named and nothing else. */
export const closed = { additionalProperties: false };

export const bilingual = Type.Object({ ja: Type.String(), en: Type.String() }, closed);

/** RFC 3339 with the offset of Japan: `2026-04-01T09:00:00.000+09:00`. */
export const instant = Type.String({ format: 'date-time' });

export const count = Type.Integer({ minimum: 0 });

/** A mail address; that it can be sent to is judged by rules, not by the schema. */
export const address = Type.String({ minLength: 1, maxLength: 320 });

/** A one-time token as it stands in a mail link; a longer text is none. */
export const linkToken = Type.String({ minLength: 1, maxLength: 200 });

/** A credential with its proof: a compact JWS, or JSON with a proof inside (OB 3.0 §6.2). */
export const secured = {
  secured: Type.String(),
  mediaType: Type.Enum(['text/plain', 'application/vc+ld+json']),
};

/** A school and what it attests, as lists and the wallet name them. */
export const offered = {
  school: Type.Object({ slug: Type.String(), name: bilingual }, closed),
  achievement: Type.Object({ name: bilingual }, closed),
};

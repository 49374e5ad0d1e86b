import { Type } from 'typebox';

/** A one-time token as it stands in a mail link; a longer text is none. */
const token = Type.String({ minLength: 1, maxLength: 200 });
const address = Type.String({ minLength: 3, maxLength: 320 });
/** Any password may be sent: what is wrong with it is said by the rules, not by the schema. */
const password = Type.String({ maxLength: 1_000 });

/** RFC 8037 §2, the public half only; 43 characters of base64url are 32 bytes. */
const deviceKey = Type.Object({
  kty: Type.Literal('OKP'),
  crv: Type.Literal('Ed25519'),
  x: Type.String({ pattern: '^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$' }),
  /** The private half stays in the phone: who sends it is told. */
  d: Type.Optional(Type.Never()),
});

export const registrationSchema = Type.Object({
  token,
  terms: Type.Optional(Type.String({ maxLength: 100 })),
  privacyPolicy: Type.Optional(Type.String({ maxLength: 100 })),
  name: Type.String({ maxLength: 1_000 }),
  password,
});

export const addressSchema = Type.Object({ address });

export const tokenSchema = Type.Object({ token });

export const activationMailSchema = Type.Object({ address, password });

export const sessionSchema = Type.Object({
  address,
  password,
  device: Type.Object({ name: Type.String({ minLength: 1, maxLength: 100 }), publicKey: deviceKey }),
});

export const newPasswordSchema = Type.Object({ token, password });

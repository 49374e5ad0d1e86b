import { Type } from 'typebox';

const closed = { additionalProperties: false };
const studentNumber = Type.String({ minLength: 1, maxLength: 32 });
const address = Type.String({ minLength: 1, maxLength: 320 });
const addresses = Type.Array(address, { maxItems: 50 });

export const issuanceBody = Type.Object(
  {
    period: Type.Optional(Type.String({ maxLength: 10 })),
    /** RFC 3339 with an offset; now when absent. */
    at: Type.Optional(Type.String({ maxLength: 40 })),
    studentNumbers: Type.Optional(Type.Array(studentNumber, { minItems: 1, maxItems: 100_000 })),
  },
  closed,
);

export const reissueBody = Type.Object(
  {
    mode: Type.Unsafe<'resend' | 'new-address' | 'revoke-and-issue'>({
      type: 'string',
      enum: ['resend', 'new-address', 'revoke-and-issue'],
    }),
    address: Type.Optional(address),
  },
  closed,
);

export const revokeBody = Type.Object({ reason: Type.String({ minLength: 1, maxLength: 500 }) }, closed);

export const linkBody = Type.Object({ token: Type.String({ minLength: 1, maxLength: 200 }) }, closed);

export const offersBody = Type.Object({ addresses }, closed);

export const claimBody = Type.Object({ account: Type.String({ minLength: 1, maxLength: 100 }), addresses }, closed);

import { Type } from 'typebox';

const closed = { additionalProperties: false };
const bilingual = Type.Object({ ja: Type.String(), en: Type.String() }, closed);

/** One named check. `valid` is there when it was made, `skipped` when it was not. */
export const checkSchema = Type.Object(
  {
    id: Type.String(),
    clause: Type.String({ description: 'What asks for it.' }),
    valid: Type.Optional(Type.Boolean()),
    skipped: Type.Optional(
      Type.Enum(['unknown', 'not-applicable'], {
        description: '`unknown`: it should be made and cannot be, here and now. `not-applicable`: nothing to check.',
      }),
    ),
    code: Type.Optional(Type.String()),
    sentence: bilingual,
  },
  closed,
);

export const verdictSchema = Type.Enum(['accepted', 'refused', 'unconfirmed'], {
  description: 'Only `accepted` may be relied upon.',
});

const text = Type.Optional(Type.String());

/** What a badge says of itself; whose it is, by kind only. */
export const summarySchema = Type.Object(
  {
    id: text,
    achievement: text,
    description: text,
    achievementType: text,
    issuer: Type.Object({ id: text, name: text }, closed),
    holder: Type.Array(Type.String()),
    issuedOn: text,
    validFrom: text,
    validUntil: text,
    image: text,
  },
  closed,
);

export const verificationSchema = Type.Object(
  {
    verdict: verdictSchema,
    checks: Type.Array(checkSchema),
    container: Type.Optional(Type.Enum(['json', 'jws', 'png', 'svg'])),
    summary: Type.Optional(summarySchema),
    proof: Type.Optional(
      Type.Object(
        {
          mechanism: Type.String(),
          verificationMethod: text,
          controller: text,
          way: Type.Optional(Type.Enum(['stencil', 'standard'])),
        },
        closed,
      ),
    ),
    endorsements: Type.Array(
      Type.Object({
        pointer: Type.String(),
        issuer: Type.Object({ id: text, name: text }),
        verdict: verdictSchema,
        checks: Type.Array(checkSchema),
      }),
    ),
    hosts: Type.Array(Type.String(), { description: 'Who was asked, or would be.' }),
  },
  closed,
);

import { Type } from 'typebox';
import { checkSchema, summarySchema, verdictSchema } from '../verifier/verification-schema.ts';

const closed = { additionalProperties: false };

/** What shall be presented, and how the answer comes. */
export const requestBody = Type.Object(
  {
    preset: Type.Optional(Type.Enum(['student-id'], { description: 'A query that has a name here.' })),
    dcql_query: Type.Optional(
      Type.Object({}, { description: 'https://openid.net/specs/openid-4-verifiable-presentations-1_0.html#section-6' }),
    ),
    responseMode: Type.Optional(Type.Enum(['direct_post', 'direct_post.jwt'], { default: 'direct_post' })),
    clientIdPrefix: Type.Optional(
      Type.Enum(['decentralized_identifier', 'redirect_uri'], {
        default: 'decentralized_identifier',
        description: 'Requests of `redirect_uri` are not signed and stand in the link as a whole.',
      }),
    ),
    redirectUri: Type.Optional(
      Type.String({
        pattern: '^https?://[^\\s]+$',
        maxLength: 500,
        description: 'Where the student is sent on to; `response_code` is added to it.',
      }),
    ),
  },
  closed,
);

export const createdRequest = Type.Object(
  {
    request: Type.String(),
    uri: Type.String({ description: 'For a QR code or a link: openid4vp://…' }),
    requestUri: Type.Optional(Type.String({ description: 'Where the signed request is fetched.' })),
    expiresAt: Type.String(),
  },
  closed,
);

export const requestStatus = Type.Object(
  {
    request: Type.String(),
    state: Type.Enum(['pending', 'accepted', 'refused', 'unconfirmed', 'declined', 'expired']),
    createdAt: Type.String(),
    expiresAt: Type.String(),
    answeredAt: Type.Optional(Type.String()),
    error: Type.Optional(Type.String({ description: 'What the wallet said when it declined.' })),
    checks: Type.Optional(Type.Array(checkSchema)),
    presentations: Type.Optional(
      Type.Array(
        Type.Object(
          {
            query: Type.String(),
            verdict: verdictSchema,
            checks: Type.Array(checkSchema),
            summary: Type.Optional(summarySchema),
          },
          closed,
        ),
      ),
    ),
  },
  closed,
);

const token = Type.String({ maxLength: 1_048_576 });

/** "The Client MUST ignore any unrecognized parameters." */
export const postedResponse = Type.Object({
  vp_token: Type.Optional(token),
  state: Type.Optional(Type.String({ maxLength: 200 })),
  response: Type.Optional(token),
  error: Type.Optional(Type.String({ maxLength: 100 })),
  error_description: Type.Optional(Type.String({ maxLength: 1_000 })),
});

/** "The Verifier MUST ignore any unrecognized parameters." */
export const requestUriBody = Type.Object({
  wallet_metadata: Type.Optional(Type.String({ maxLength: 16_384 })),
  wallet_nonce: Type.Optional(Type.String({ minLength: 1, maxLength: 500 })),
});

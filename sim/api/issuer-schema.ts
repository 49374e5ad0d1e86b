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

/** What a query carries is text. */
export const mailQuery = Type.Object(
  {
    /** How many messages, the newest first. */
    limit: Type.Optional(Type.String({ pattern: '^[1-9][0-9]{0,2}$' })),
    /** The last message of the page before. */
    before: Type.Optional(Type.String({ pattern: '^msg_[0-9]{4,12}$' })),
  },
  closed,
);

const bilingual = { ja: Type.String(), en: Type.String() };
const count = Type.Integer({ minimum: 0 });
const states = ['queued', 'accepted', 'deferred', 'rejected', 'given-up', 'bounced'] as const;

/** What a school is told of its mail: all that a sender can know. Closed, so that nothing of the receiving side slips in. */
export const mailAnswer = Type.Object(
  {
    messages: Type.Array(
      Type.Object(
        {
          message: Type.String(),
          kind: Type.String(),
          about: Type.Optional(Type.String()),
          address: Type.String(),
          state: Type.Enum(states),
          attempts: count,
          queuedAt: Type.String(),
          lastReply: Type.Optional(
            Type.Object(
              {
                replyCode: Type.Integer(),
                enhancedStatusCode: Type.Optional(Type.String()),
                text: Type.String(),
              },
              closed,
            ),
          ),
          reason: Type.Optional(Type.Object({ class: Type.String(), ...bilingual }, closed)),
        },
        closed,
      ),
    ),
    domainDays: Type.Array(
      Type.Object(
        {
          domain: Type.String(),
          day: Type.String(),
          mails: count,
          states: Type.Object(Object.fromEntries(states.map((state) => [state, Type.Optional(count)])), closed),
        },
        closed,
      ),
    ),
    suppressed: Type.Array(
      Type.Object({ address: Type.String(), message: Type.String(), since: Type.String() }, closed),
    ),
    bulk: Type.Object(
      {
        domain: Type.String(),
        mails: count,
        mailsPerDayMax: count,
        since: Type.Optional(Type.String()),
        requirements: Type.Array(
          Type.Object(
            {
              requirement: Type.String(),
              of: Type.Enum(['all', 'bulk'] as const),
              sentence: Type.Object(bilingual, closed),
            },
            closed,
          ),
        ),
      },
      closed,
    ),
  },
  closed,
);

export const linkBody = Type.Object({ token: Type.String({ minLength: 1, maxLength: 200 }) }, closed);

export const offersBody = Type.Object({ addresses }, closed);

export const claimBody = Type.Object({ account: Type.String({ minLength: 1, maxLength: 100 }), addresses }, closed);

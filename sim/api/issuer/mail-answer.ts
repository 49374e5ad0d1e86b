import { Type } from 'typebox';
import { bilingual, closed, count, instant } from '../vocabulary.ts';

const states = ['queued', 'accepted', 'deferred', 'rejected', 'given-up', 'bounced'] as const;

const lastReply = Type.Object(
  { replyCode: Type.Integer(), enhancedStatusCode: Type.Optional(Type.String()), text: Type.String() },
  closed,
);

const message = Type.Object(
  {
    message: Type.String(),
    kind: Type.String(),
    about: Type.Optional(Type.String()),
    address: Type.String(),
    state: Type.Enum(states),
    attempts: count,
    queuedAt: instant,
    lastReply: Type.Optional(lastReply),
    reason: Type.Optional(Type.Object({ class: Type.String(), ja: Type.String(), en: Type.String() }, closed)),
  },
  closed,
);

const domainDay = Type.Object(
  {
    domain: Type.String(),
    /** In Japan. */
    day: Type.String({ format: 'date' }),
    mails: count,
    states: Type.Object(
      {
        queued: Type.Optional(count),
        accepted: Type.Optional(count),
        deferred: Type.Optional(count),
        rejected: Type.Optional(count),
        'given-up': Type.Optional(count),
        bounced: Type.Optional(count),
      },
      closed,
    ),
  },
  closed,
);

const bulk = Type.Object(
  {
    domain: Type.String(),
    mails: count,
    mailsPerDayMax: count,
    since: Type.Optional(instant),
    requirements: Type.Array(
      Type.Object({ requirement: Type.String(), of: Type.Enum(['all', 'bulk']), sentence: bilingual }, closed),
    ),
  },
  closed,
);

/** What a school is told of its mail: all that a sender can know. Closed, so that nothing of the receiving side slips in. */
export const mailAnswer = Type.Object(
  {
    messages: Type.Array(message),
    domainDays: Type.Array(domainDay),
    suppressed: Type.Array(Type.Object({ address: Type.String(), message: Type.String(), since: instant }, closed)),
    bulk,
  },
  closed,
);

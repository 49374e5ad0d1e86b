import { Type } from 'typebox';

const closed = { additionalProperties: false };

/** A connection as it is shown. */
const connection = Type.Object(
  {
    connection: Type.String(),
    host: Type.String({ description: 'The base URL of the host’s Open Badges API.' }),
    title: Type.String({ description: 'What the host calls itself.' }),
    state: Type.Enum(['waiting', 'connected', 'lapsed', 'ending']),
    scopes: Type.Array(Type.String()),
    connectedAt: Type.Optional(Type.String({ description: 'RFC 3339.' })),
  },
  closed,
);

export const newConnection = {
  content: {
    'application/json': Type.Object(
      { host: Type.String({ minLength: 1, maxLength: 2_048, description: 'Such as https://badges.example.org' }) },
      closed,
    ),
  },
  bytesMax: 8_192,
} as const;

export const connectionAnswers = {
  started: {
    description: 'It waits for the student to allow it at the authorization URL, by a browser.',
    content: { 'application/json': Type.Object({ connection, authorizationUrl: Type.String() }, closed) },
  },
  finished: {
    description: 'It is connected.',
    content: { 'application/json': connection },
  },
  listed: {
    description: 'All of them, oldest first.',
    content: { 'application/json': Type.Object({ connections: Type.Array(connection) }, closed) },
  },
  ended: {
    description: 'Its tokens are forgotten; `revoked` says whether the host revoked them: some have no way to.',
    content: { 'application/json': Type.Object({ revoked: Type.Boolean() }, closed) },
  },
  pushed: {
    description: 'The host has it; `replaced` when it had it before.',
    content: { 'application/json': Type.Object({ replaced: Type.Boolean() }, closed) },
  },
} as const;

/** https://www.imsglobal.org/spec/ob/v3p0/#acg-auth-response , and `iss` of https://www.rfc-editor.org/rfc/rfc9207#section-2 */
const answerMembers = {
  state: Type.String({ minLength: 1, maxLength: 512 }),
  code: Type.Optional(Type.String({ minLength: 1, maxLength: 4_096 })),
  scope: Type.Optional(Type.String({ maxLength: 4_096 })),
  error: Type.Optional(Type.String({ maxLength: 256 })),
  iss: Type.Optional(Type.String({ maxLength: 2_048 })),
};

/** What a host sends the browser back with; it may say more (https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2). */
export const callbackQuery = Type.Object(answerMembers);

/** The same, handed in by who began the connection. */
export const connectionAnswer = {
  content: { 'application/json': Type.Object(answerMembers, closed) },
  bytesMax: 65_536,
} as const;

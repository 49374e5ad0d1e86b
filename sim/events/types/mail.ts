import { Type } from 'typebox';
import { bilingual, business, detail } from '../event-type.ts';

const message = Type.String();
const kind = Type.String();

export const mailEvents = {
  'mail.queued': business('issuer', {
    message,
    kind,
    messageId: Type.String(),
    subject: Type.String(),
    forwardPath: Type.String(),
    /** The bodies as the reader sees them, live links masked. */
    text: Type.String(),
    html: Type.String(),
    /** The credential that the message is about. */
    about: Type.Optional(Type.String()),
  }),
  'mail.attempted': business('issuer', {
    message,
    attempt: Type.Integer(),
    /** What the issuer's host was told: RFC 5321 §4.2. */
    replyCode: Type.Integer(),
    enhancedStatusCode: Type.Optional(Type.String()),
    replyText: Type.String(),
    /** The command that was answered. */
    stage: Type.Union([Type.Literal('MAIL'), Type.Literal('RCPT'), Type.Literal('DATA')]),
  }),
  'mail.given-up': business('issuer', {
    message,
    reason: Type.Union([Type.Literal('address-suppressed'), Type.Literal('retry-time-over')]),
  }),
  /** From now on nothing is sent to the address: its host said that there is no such user. */
  'mail.suppressed': business('issuer', { message, address: Type.String() }),
  'mail.suppression-lifted': business('issuer', { address: Type.String() }),
  /** The one outcome of a (message, address) at the receiving side, with the rules that were asked. */
  'mail.received': business('provider', {
    message,
    /** Absent when the provider kept nothing: the message was refused or deferred. */
    captured: Type.Optional(Type.String()),
    provider: Type.String(),
    address: Type.String(),
    outcome: Type.Union([
      Type.Literal('rejected'),
      Type.Literal('deferred'),
      Type.Literal('dropped'),
      Type.Literal('delivered'),
    ]),
    folder: Type.Optional(Type.String()),
    /** What the mail app shows beside it: `sender-warning`, `tab-updates`, … */
    marks: Type.Optional(Type.Array(Type.String())),
    /** Every rule that was asked, in the order of asking; the last one decided. */
    trail: Type.Array(
      Type.Object({
        rule: Type.String(),
        matched: Type.Boolean(),
        sentence: bilingual,
        /** Where it is known from that the provider does this; `assumption: …` when no source was found. */
        source: Type.String(),
      }),
    ),
  }),
  'mail.moved': business('student', {
    captured: Type.String(),
    from: Type.String(),
    to: Type.String(),
    by: Type.Union([Type.Literal('student'), Type.Literal('provider'), Type.Literal('admin')]),
  }),
  /** A provider sent what it received on to another address; how it fared there is a `mail.received` of its own. */
  'mail.forwarded': business('provider', { message, captured: Type.String(), from: Type.String(), to: Type.String() }),
  /** The daily mail that lists what is held in quarantine; `captured` is that mail. */
  'mail.quarantine-listed': business('provider', { captured: Type.String(), held: Type.Array(Type.String()) }),
  /** A machine, not the reader, fetches a link of the mail. */
  'mail.link-scanned': business('provider', { captured: Type.String(), scanner: bilingual, links: Type.Integer() }),
  'mail.purged': business('provider', { captured: Type.String(), folder: Type.String() }),
  'mail.read': business('student', { captured: Type.String(), folder: Type.String() }),
  /** By a mail program; `flags` are all that the message has now, by their names in IMAP. That it is read is a `mail.read`. */
  'mail.flags-changed': detail('student', {
    captured: Type.String(),
    folder: Type.String(),
    flags: Type.Array(Type.String()),
  }),
  /** A mail program put a message of its own into a folder, or a copy of another one. */
  'mail.stored': detail('student', {
    captured: Type.String(),
    folder: Type.String(),
    copyOf: Type.Optional(Type.String()),
  }),
  'mail.searched': detail('student', { text: Type.String(), found: Type.Integer() }),
  'mailbox.created': detail('provider', { mailbox: Type.String(), address: Type.String(), provider: Type.String() }),
  'dns.changed': detail('provider', { name: Type.String(), type: Type.String(), values: Type.Array(Type.String()) }),
  'mail.setting-changed': business('student', { mailbox: Type.String(), setting: Type.String(), value: Type.String() }),
};

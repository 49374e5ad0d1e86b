import { Type } from 'typebox';
import { bilingual, business, detail } from '../event-type.ts';

const message = Type.String();
const kind = Type.String();

/** What a delivery status notification told: RFC 3464. */
const report = {
  reportingHost: Type.String(),
  /** The address that failed: another one when the mail was forwarded. */
  address: Type.String(),
  /** RFC 3463. */
  status: Type.String(),
  /** What the receiving host said. */
  diagnostic: Type.String(),
  /** As Sisimai names it: `userunknown`, `filtered`, `mailboxfull` … */
  reasonClass: Type.String(),
  reason: bilingual,
};

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
  /** The issuer read a report that came to its reverse-path: a mail of its own was not delivered. */
  'mail.bounced': business('issuer', {
    message,
    ...report,
    /** The receiving host had taken the mail before. */
    isLate: Type.Boolean(),
  }),
  /** The same, of a mail that is still tried. */
  'mail.delay-reported': business('issuer', { message, ...report }),
  /** What came to the reverse-path and tells nothing new of a mail that the issuer sent: nothing follows from it. */
  'mail.report-ignored': business('issuer', {
    why: Type.Union([
      Type.Literal('no-report'),
      Type.Literal('not-our-mail'),
      Type.Literal('another-address'),
      Type.Literal('known-already'),
    ]),
  }),
  /** So many mails went to personal Gmail within 24 hours that Gmail's rules for bulk senders bind from now on. */
  'mail.bulk-reached': business('issuer', {
    /** The organisational domain that sends. */
    domain: Type.String(),
    mails: Type.Integer(),
    requirements: Type.Array(Type.String()),
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
  /** A host that had taken a mail sends it back to its reverse-path. */
  'mail.returned': business('provider', {
    message,
    /** Who reports: the forwarding host, or the provider itself. */
    host: Type.String(),
    address: Type.String(),
    to: Type.String(),
    replyCode: Type.Integer(),
    replyText: Type.String(),
  }),
  /** The daily mail that lists what is held in quarantine; `captured` is that mail. */
  'mail.quarantine-listed': business('provider', { captured: Type.String(), held: Type.Array(Type.String()) }),
  /** The daily mail that tells what a filter threw away, where the owner asked for it; `captured` is that mail. */
  'mail.filter-reported': business('provider', { captured: Type.String(), filtered: Type.Array(Type.String()) }),
  /** A machine, not the reader, fetches a link of the mail. */
  'mail.link-scanned': business('provider', { captured: Type.String(), scanner: bilingual, links: Type.Integer() }),
  /** One request of such a machine; without a status when nobody answered. */
  'mail.link-fetched': business('provider', {
    captured: Type.String(),
    target: Type.Union([Type.Literal('link'), Type.Literal('image')]),
    method: Type.Union([Type.Literal('HEAD'), Type.Literal('GET')]),
    host: Type.String(),
    status: Type.Optional(Type.Integer()),
  }),
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
  /** Old mails and photos took the storage, or left it. */
  'mailbox.storage-changed': business('student', {
    mailbox: Type.String(),
    usedBytes: Type.Integer(),
    quotaBytes: Type.Integer(),
  }),
  'dns.changed': detail('provider', { name: Type.String(), type: Type.String(), values: Type.Array(Type.String()) }),
  'mail.setting-changed': business('student', { mailbox: Type.String(), setting: Type.String(), value: Type.String() }),
};

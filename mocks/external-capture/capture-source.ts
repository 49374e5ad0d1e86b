import { ServiceError } from '#sim/errors';
import { codesIn } from '../capture/index.ts';
import { folded, type NamedAddress, type OpenedMessage, readableText, readMessage } from '../mailbox/index.ts';
import { endingAfter } from './poll.ts';

/** A mail that some server captured, decoded by us: what its server or its client makes of Japanese does not matter. */
export interface ReadMail extends OpenedMessage {
  /** As its server calls it. */
  readonly id: string;
  /** RFC 3339, as its server says. */
  readonly receivedAt: string;
  /** Of the envelope; of To, Cc and Bcc where the server does not tell. */
  readonly forwardPaths: readonly string[];
  readonly sizeBytes: number;
  /** One-time codes in the text, in the order of reading. */
  readonly codes: readonly string[];
}

/** What is asked for; everything that is given must hold, whatever the width and case of letters. */
export interface SourceQuery {
  /** A part of a forward-path. */
  readonly to?: string;
  /** A part of the From field's name or address. */
  readonly from?: string;
  /** A part of the decoded subject. */
  readonly subject?: string;
  /** Words, each somewhere in From, subject or decoded body. */
  readonly text?: string;
}

/** Where captured mail is read: the world's own capture, a MailHog, a Mailpit. */
export interface CaptureSource {
  /** The newest first, among the newest {@link scannedMax}. */
  find(query: SourceQuery, limit: number): Promise<readonly ReadMail[]>;
  /** The newest that fits, as soon as there is one; undefined when the time is over. Time is the machine's. */
  waitFor(
    query: SourceQuery,
    options: { readonly timeoutMs: number; readonly signal: AbortSignal },
  ): Promise<ReadMail | undefined>;
  /** Throws ServiceError `captured-unknown`. */
  open(id: string): Promise<ReadMail>;
  /** The bytes as they were captured. Throws ServiceError `captured-unknown`. */
  raw(id: string): Promise<Buffer>;
  /** Throws ServiceError `captured-unknown`. */
  remove(id: string): Promise<void>;
  /** The mails with that Message-ID field, angle brackets left out, the newest first. */
  withMessageId(messageId: string): Promise<readonly KeptMail[]>;
}

/** A mail as a server lists it; its bytes are fetched when they are asked for. */
export interface KeptMail {
  readonly id: string;
  readonly receivedAt: string;
  readonly forwardPaths: readonly string[];
  bytes(): Promise<Buffer>;
}

/** What a server can do; everything else is the same for all of them. */
export interface Shelf {
  /** The newest first; `to`, which the server may look for itself, leaves out only what cannot fit. */
  list(to: string | undefined): AsyncIterable<KeptMail>;
  /** Undefined when it has none of that id. */
  get(id: string): Promise<KeptMail | undefined>;
  remove(id: string): Promise<void>;
  withMessageId(messageId: string): Promise<readonly KeptMail[]>;
  /** Settles when something may have come in, or when `signal` says that nobody waits any more. */
  change(signal: AbortSignal): Promise<void>;
}

/** Servers that ran for months hold more; what was asked for is among the newest. */
const scannedMax = 1_000;

export function sourceOver(shelf: Shelf): CaptureSource {
  const require = async (id: string): Promise<KeptMail> => {
    const kept = await shelf.get(id);
    if (kept === undefined) throw new ServiceError('captured-unknown');
    return kept;
  };
  const find = async (query: SourceQuery, limit: number): Promise<readonly ReadMail[]> => {
    const found: ReadMail[] = [];
    let scanned = 0;
    for await (const kept of shelf.list(query.to)) {
      if (found.length === limit || scanned === scannedMax) break;
      scanned += 1;
      if (!holds(kept.forwardPaths.join(' '), query.to)) continue;
      const mail = await readKept(kept);
      if (fits(mail, query)) found.push(mail);
    }
    return found;
  };
  return {
    find,
    async waitFor(query, { timeoutMs, signal }) {
      const end = endingAfter(timeoutMs, signal);
      for (;;) {
        const [mail] = await find(query, 1);
        if (mail !== undefined || end.aborted) return mail;
        await shelf.change(end);
      }
    },
    open: async (id) => readKept(await require(id)),
    raw: async (id) => (await require(id)).bytes(),
    async remove(id) {
      await require(id);
      await shelf.remove(id);
    },
    withMessageId: (messageId) => shelf.withMessageId(messageId),
  };
}

async function readKept(kept: KeptMail): Promise<ReadMail> {
  const { id, receivedAt, forwardPaths } = kept;
  const data = await kept.bytes();
  const opened = await readMessage(data);
  const readable = opened.text === '' ? readableText(opened.html) : opened.text;
  return { ...opened, id, receivedAt, forwardPaths, sizeBytes: data.length, codes: codesIn(readable) };
}

function fits({ from, subject, text, html }: ReadMail, query: SourceQuery): boolean {
  const name = nameOf(from);
  if (!holds(name, query.from) || !holds(subject, query.subject)) return false;
  const words = folded(query.text ?? '').split(/\s+/);
  const whole = folded(`${name} ${subject} ${text === '' ? readableText(html) : text}`);
  return words.every((word) => whole.includes(word));
}

function nameOf({ name, address }: NamedAddress): string {
  return `${name} ${address}`;
}

function holds(whole: string, part: string | undefined): boolean {
  return part === undefined || folded(whole).includes(folded(part));
}

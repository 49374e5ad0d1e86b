import type { World } from '#sim/kernel';
import { readBodies } from './body-reader.ts';
import { bytesOf } from './captured-message.ts';
import type { NamedAddress } from './header-reader.ts';
import { linksIn } from './links.ts';
import { parseMail } from './parse-mail.ts';
import { shownLink } from './scanner.ts';

/** A message as a mail app shows it. */
export interface OpenedMessage {
  readonly from: NamedAddress;
  readonly to: readonly NamedAddress[];
  readonly subject: string;
  /** The Date field as RFC 3339 in UTC; as written when it is no date. */
  readonly date: string;
  /** Empty when the message has no such body. */
  readonly text: string;
  readonly html: string;
  /** In the order of reading, each once. */
  readonly links: readonly string[];
  readonly attachments: readonly { readonly name: string; readonly type: string; readonly sizeBytes: number }[];
}

/** Parses a captured message; its links are those that its reader is shown. Throws ServiceError `captured-unknown`. */
export async function openMessage(world: World, captured: string): Promise<OpenedMessage> {
  const opened = await readMessage(bytesOf(world, captured));
  return { ...opened, links: opened.links.map((link) => shownLink(world, captured, link)) };
}

/** Parses a message that lies anywhere: whatever the bytes, something is shown. */
export async function readMessage(bytes: Buffer): Promise<OpenedMessage> {
  const email = await parseMail(bytes);
  const text = shown(email.text);
  const html = shown(email.html);
  return {
    from: { name: email.from?.name ?? '', address: email.from?.address ?? '' },
    to: (email.to ?? []).flatMap((entry) =>
      entry.address === undefined ? entry.group : [{ name: entry.name, address: entry.address }],
    ),
    subject: email.subject ?? '',
    date: email.date ?? '',
    text,
    html,
    links: linksIn(text, html),
    attachments: email.attachments.map(({ filename, mimeType, content }) => ({
      name: filename ?? '',
      type: mimeType,
      sizeBytes: typeof content === 'string' ? Buffer.byteLength(content) : content.byteLength,
    })),
  };
}

/** The links alone, as {@link openMessage} finds them: a thumb needs nothing else. Throws ServiceError `captured-unknown`. */
export function linksOf(world: World, captured: string): readonly string[] {
  const { text, html } = readBodies(bytesOf(world, captured));
  return linksIn(text, html).map((link) => shownLink(world, captured, link));
}

/** Line ends as everything outside of mail has them. */
function shown(body: string | undefined): string {
  return (body ?? '').replaceAll('\r\n', '\n');
}

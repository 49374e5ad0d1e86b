import type { World } from '#sim/kernel';
import { readBodies } from './body-reader.ts';
import { bytesOf, type MailSummary, summaries } from './captured-message.ts';
import { readableText } from './links.ts';
import { requireMailbox, requireProfile } from './mailbox.ts';

/**
 * The messages that hold every word of `text` in From, subject or body, the newest first; width and case of letters do
 * not matter. Looks where the provider's mail app looks: Gmail leaves junk and trash out. Throws ServiceError `mailbox-unknown`.
 */
export function search(world: World, mailbox: string, text: string): readonly MailSummary[] {
  const words = folded(text).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const { folders } = requireProfile(requireMailbox(world, mailbox).provider).search;
  return summaries(world, mailbox, folders).filter((mail) => {
    const head = folded(`${mail.from.name} ${mail.from.address} ${mail.subject}`);
    const missing = words.filter((word) => !head.includes(word));
    if (missing.length === 0) return true;
    const body = searchableBody(world, mail.captured);
    return missing.every((word) => body.includes(word));
  });
}

/** The body as {@link folded} text: what a reader sees of it, roughly. */
export function searchableBody(world: World, captured: string): string {
  const { text, html } = readBodies(bytesOf(world, captured));
  return folded(text === '' ? readableText(html) : text);
}

/** Without the differences in width and case that a search passes over. */
export function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

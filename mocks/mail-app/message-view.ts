import { ServiceError } from '#sim/errors';
import { formatInstant, type RunningWorld } from '#sim/kernel';
import {
  bytesOf,
  captureRecord,
  type Folder,
  folder,
  linksIn,
  type MailSummary,
  openMessage,
  type ParsedMail,
  parseMail,
  search,
} from '../mailbox/index.ts';
import type { ArrivalMarks } from './arrival-marks.ts';
import type { Excerpts } from './excerpts.ts';
import { tabOf } from './folder-names.ts';
import { shownHtml } from './mail-page.ts';
import { overviewOf, profileNamed } from './mailbox-view.ts';
import type { ListView, MailView, RowView } from './view.ts';

/** What the views of messages are made from. */
export interface Source {
  readonly world: RunningWorld;
  readonly marks: ArrivalMarks;
  readonly excerpts: Excerpts;
}

const pageSize = 50;
const textLettersMax = 200_000;
const linksMax = 200;

/** A page of a folder, or of what a search finds. Throws ServiceError `mailbox-unknown`. */
export async function listView(
  source: Source,
  mailbox: string,
  asked: { readonly folder: Folder } | { readonly text: string },
  from: number,
): Promise<ListView> {
  const { world } = source;
  const { provider } = overviewOf(world, mailbox);
  const all = 'folder' in asked ? folder(world, mailbox, asked.folder) : search(world, mailbox, asked.text);
  const messages: RowView[] = [];
  for (const mail of all.slice(from, from + pageSize)) messages.push(await rowView(source, provider, mail));
  return { messages, total: all.length };
}

async function rowView({ marks, excerpts }: Source, provider: string, mail: MailSummary): Promise<RowView> {
  const { captured, from, subject, receivedAt, isRead } = mail;
  const own = marks.of(captured);
  return {
    captured,
    folder: mail.folder,
    from,
    subject,
    receivedAt: formatInstant(receivedAt),
    isRead,
    marks: own,
    tab: tabOf(provider, own),
    excerpt: await excerpts.of(captured),
  };
}

/** A message as its page shows it; looking changes nothing. Throws ServiceError `captured-unknown`. */
export async function mailView({ world, marks }: Source, captured: string): Promise<MailView> {
  const record = requireShown(world, captured);
  const { provider } = overviewOf(world, record.mailbox);
  const { to, text, html, links, attachments } = await openMessage(world, captured);
  const own = marks.of(captured);
  return {
    captured,
    mailbox: record.mailbox,
    folder: record.folder,
    from: record.from,
    to,
    subject: record.subject,
    receivedAt: formatInstant(record.receivedAt),
    isRead: record.isRead,
    marks: own,
    tab: tabOf(provider, own),
    text: text.slice(0, textLettersMax),
    hasHtml: html !== '',
    isCut: text.length > textLettersMax,
    links: links.slice(0, linksMax),
    attachments,
    blocked: html === '' ? { remote: 0, active: 0 } : shownHtml(await parsedMail(world, captured), true).blocked,
    isDigest: record.from.address === profileNamed(provider).quarantine?.digest.from,
  };
}

/** The address of the nth link in a mail's HTML, as its list of links has it. Throws ServiceError `captured-unknown`. */
export async function linkAt(world: RunningWorld, captured: string, nth: number): Promise<string | undefined> {
  const mail = await parsedMail(world, captured);
  const href = shownHtml(mail, false).hrefs[nth];
  if (href === undefined) return undefined;
  const [address = ''] = linksIn('', `<a href="${href.replaceAll('"', '&quot;')}">`);
  // What a mailbox has rewritten for its reader stands at the same place.
  const place = linksIn(mail.text ?? '', mail.html ?? '').indexOf(address);
  return (await openMessage(world, captured)).links[place];
}

/** A message that lies in a folder. Throws ServiceError `captured-unknown`. */
export async function parsedMail(world: RunningWorld, captured: string): Promise<ParsedMail> {
  requireShown(world, captured);
  return parseMail(bytesOf(world, captured));
}

/** No mail app shows what was thrown away or is held. Throws ServiceError `captured-unknown`. */
export function requireShown(world: RunningWorld, captured: string) {
  const record = captureRecord(world, captured);
  if (record.folder === null || record.folder === 'quarantine') throw new ServiceError('captured-unknown');
  return { ...record, folder: record.folder as Folder };
}

import { emit } from '#sim/events';
import { command, type World } from '#sim/kernel';
import type { LinkScanner } from '../providers/index.ts';
import { readBodies } from './body-reader.ts';
import { bytesOf, findCaptured } from './captured-message.ts';
import { linksIn } from './links.ts';
import { type Mailbox, requireMailbox, requireProfile } from './mailbox.ts';

/** Links that a scanner will fetch, or has fetched: the fetching is done by whoever reaches the services of the world. */
export const scannerTable = `
  CREATE TABLE mailbox_scan (
    scan INTEGER PRIMARY KEY, captured TEXT NOT NULL, link TEXT NOT NULL, is_done INTEGER NOT NULL DEFAULT 0
  ) STRICT;`;

/** The timer at which a scanner looks at the links of a mail. */
export const scanTimer = 'mailbox.scan';

export interface Scan {
  readonly scan: number;
  readonly captured: string;
  readonly link: string;
}

export function scheduleScan(world: World, mailbox: Mailbox, captured: string): void {
  const scanner = scannerOf(mailbox);
  if (scanner === undefined || scanner.prefetches === 0) return;
  world.timers.schedule(scanTimer, world.clock.now() + scanner.prefetchAfterMs, { captured });
}

/** Writes down that a scanner fetches the links of a mail, each as many times as it does. */
export function scanLinks(world: World, captured: string): void {
  const placed = findCaptured(world, captured);
  const scanner = placed && scannerOf(requireMailbox(world, placed.mailbox));
  if (scanner === undefined) return;
  const { text, html } = readBodies(bytesOf(world, captured));
  const links = linksIn(text, html);
  for (const link of links) {
    for (let time = 0; time < scanner.prefetches; time += 1) {
      world.store.run('INSERT INTO mailbox_scan (captured, link) VALUES (?, ?)', captured, link);
    }
  }
  emit(world, 'mail.link-scanned', { captured, scanner: scanner.name, links: links.length });
}

/** The fetches that scanners have begun and nobody has carried out yet, the oldest first. */
export function openScans(world: World): readonly Scan[] {
  return world.store.all<Scan>('SELECT scan, captured, link FROM mailbox_scan WHERE is_done = 0 ORDER BY scan');
}

/** Ticks one off. */
export const settleScan = command<{ readonly scan: number }, void>('mailbox.settleScan', (world, { scan }) => {
  world.store.run('UPDATE mailbox_scan SET is_done = 1 WHERE scan = ?', scan);
});

/** The link as the mail shows it where a scanner rewrites: the real one is its parameter `url`. */
export function shownLink(world: World, captured: string, link: string): string {
  const placed = findCaptured(world, captured);
  const mailbox = placed && requireMailbox(world, placed.mailbox);
  const scanner = mailbox && scannerOf(mailbox);
  const rewrites = mailbox?.settings.linkScanner === 'rewrite' && scanner?.rewritesTo !== undefined;
  return rewrites ? `${scanner.rewritesTo}${encodeURIComponent(link)}` : link;
}

/** Where a rewritten link leads, as the scanner's own site redirects; any other link leads where it says. */
export function scannedTarget(link: string): string {
  const url = URL.parse(link);
  if (url === null || !url.hostname.endsWith('.safelinks.protection.outlook.com')) return link;
  return url.searchParams.get('url') ?? link;
}

function scannerOf({ provider, settings }: Mailbox): LinkScanner | undefined {
  const { linkScanner = 'off' } = settings;
  return linkScanner === 'off' ? undefined : requireProfile(provider).scanner;
}

import { emit } from '#sim/events';
import { command, type World } from '#sim/kernel';
import type { LinkScanner, ScanMethod } from '../providers/index.ts';
import { readBodies } from './body-reader.ts';
import { bytesOf, findCaptured } from './captured-message.ts';
import { imagesIn, linksIn } from './links.ts';
import { type Mailbox, requireMailbox, requireProfile } from './mailbox.ts';

/** Requests that a scanner will make, or has made: they are carried out by whoever reaches the services of the world. */
export const scannerTable = `
  CREATE TABLE mailbox_scan (
    scan INTEGER PRIMARY KEY, captured TEXT NOT NULL, link TEXT NOT NULL, target TEXT NOT NULL, method TEXT NOT NULL,
    is_done INTEGER NOT NULL DEFAULT 0
  ) STRICT;`;

/** The timer at which a scanner looks at the links of a mail. */
export const scanTimer = 'mailbox.scan';

/** assumption: nobody follows every link of a mail that has thousands. */
const targetsMax = 100;

/** One request of one machine. */
export interface Scan {
  readonly scan: number;
  readonly captured: string;
  readonly link: string;
  readonly target: 'link' | 'image';
  readonly method: ScanMethod;
}

export function scheduleScan(world: World, mailbox: Mailbox, captured: string): void {
  const scanner = scannerOf(mailbox);
  if (scanner === undefined || scanner.prefetches === 0) return;
  world.timers.schedule(scanTimer, world.clock.now() + scanner.prefetchAfterMs, { captured });
}

/** Writes down which requests a scanner makes for a mail: machine by machine, link by link. */
export function scanLinks(world: World, captured: string): void {
  const placed = findCaptured(world, captured);
  const scanner = placed && scannerOf(requireMailbox(world, placed.mailbox));
  if (scanner === undefined) return;
  const { text, html } = readBodies(bytesOf(world, captured));
  const links = linksIn(text, html);
  const targets = [
    ...links.map((link) => ({ link, target: 'link' })),
    ...imagesIn(html).map((link) => ({ link, target: 'image' })),
  ].slice(0, targetsMax);
  for (let machine = 0; machine < scanner.prefetches; machine += 1) {
    for (const { link, target } of targets) {
      for (const method of scanner.methods ?? ['GET']) {
        world.store.run(
          'INSERT INTO mailbox_scan (captured, link, target, method) VALUES (?, ?, ?, ?)',
          captured,
          link,
          target,
          method,
        );
      }
    }
  }
  emit(world, 'mail.link-scanned', { captured, scanner: scanner.name, links: links.length });
}

const open = 'SELECT scan, captured, link, target, method FROM mailbox_scan WHERE is_done = 0';

/** The requests that scanners have begun and nobody has carried out yet, the oldest first. */
export function openScans(world: World): readonly Scan[] {
  return world.store.all<Scan>(`${open} ORDER BY scan`);
}

/** Writes down what a request was answered: an HTTP status, or null when nobody answered. The second time it does nothing. */
export const settleScan = command<{ readonly scan: number; readonly status: number | null }, void>(
  'mailbox.settleScan',
  (world, { scan, status }) => {
    const request = world.store.get<Scan>(`${open} AND scan = ?`, scan);
    if (request === undefined) return;
    world.store.run('UPDATE mailbox_scan SET is_done = 1 WHERE scan = ?', scan);
    const { captured, link, target, method } = request;
    emit(world, 'mail.link-fetched', {
      captured,
      target,
      method,
      // The path of a link is its token: the host alone is told.
      host: URL.parse(link)?.hostname ?? '',
      ...(status !== null && { status }),
    });
  },
);

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

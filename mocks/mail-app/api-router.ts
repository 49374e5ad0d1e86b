import { json, type Request, type Response, Router } from 'express';
import { ServiceError } from '#sim/errors';
import { formatInstant } from '#sim/kernel';
import {
  allowSender,
  deleteMessage,
  emptyTrash,
  type Folder,
  markNotJunk,
  moveMessage,
  quarantine,
  read,
  releaseHeld,
  restore,
} from '../mailbox/index.ts';
import { folders } from './folder-names.ts';
import { mailPage, mailPagePolicy, shownHtml, tappedPage, tappedPath } from './mail-page.ts';
import { accounts, mailboxView, overviewOf } from './mailbox-view.ts';
import { linkAt, listView, mailView, parsedMail, requireShown, type Source } from './message-view.ts';
import { requireOwnPage } from './own-page.ts';
import { languageOf } from './request-language.ts';
import type { HeldView } from './view.ts';

/**
 *     GET  /mailboxes                            → { mailboxes: AccountView[] }; ?account=a@x,b@y names those of a phone
 *     GET  /mailboxes/:mailbox                   → MailboxView
 *     GET  /mailboxes/:mailbox/messages          → ListView; ?folder= or ?search=, and ?from= for the next page
 *     GET  /mailboxes/:mailbox/quarantine        → { held: HeldView[] }
 *     GET  /messages/:captured                   → MailView
 *     GET  /messages/:captured/page              → the mail's HTML for a sandboxed frame; ?images=off
 *     GET  /messages/:captured/tapped-link       → { link? }: which link of that page was touched last, told once
 *     POST /mailboxes/:mailbox/empty-trash
 *     POST /messages/:captured/read | delete | restore | not-junk | allow-sender | release, and move { "to": folder }
 *
 * A POST needs the header `X-Todoku-Page: mail-app`, which no page of another origin can send unasked; it answers 204.
 */
export function apiRouter(source: Source): Router {
  const router = Router({ caseSensitive: true });
  addReading(router, source);
  addPages(router, source);
  router.use(requireOwnPage, json({ limit: '4kb' }));
  addActions(router, source);
  router.use((_request, _response, next) => next(new ServiceError('not-found')));
  return router;
}

function addReading(router: Router, source: Source): void {
  const { world } = source;
  router.get('/mailboxes', (request, response) => {
    const { account } = questionsOf(request, ['account']);
    response.json({ mailboxes: accounts(world, account?.split(',')) });
  });
  router.get('/mailboxes/:mailbox', (request, response) => {
    response.json(mailboxView(world, request.params.mailbox));
  });
  router.get('/mailboxes/:mailbox/messages', async (request, response) => {
    const { folder, search, from = '0' } = questionsOf(request, ['folder', 'search', 'from']);
    const asked = search === undefined ? { folder: folderOf('?folder', folder) } : { text: search };
    if (!/^\d{1,9}$/.test(from)) throw new ServiceError('request-invalid', { pointer: '?from', reason: '0, 1, 2, …' });
    response.json(await listView(source, request.params.mailbox, asked, Number(from)));
  });
  router.get('/mailboxes/:mailbox/quarantine', (request, response) => {
    const { mailbox } = overviewOf(world, request.params.mailbox);
    const held = quarantine(world, mailbox).map(
      ({ captured, from, subject, receivedAt, releasedBy }): HeldView => ({
        captured,
        from,
        subject,
        receivedAt: formatInstant(receivedAt),
        releasedBy,
      }),
    );
    response.json({ held });
  });
  router.get('/messages/:captured', async (request, response) => {
    response.json(await mailView(source, request.params.captured));
  });
}

/** Touches that nobody asked for yet. */
const tappedMax = 1_000;

function addPages(router: Router, { world }: Source): void {
  const sendPage = (response: Response, page: string): void => {
    response.setHeader('Content-Security-Policy', mailPagePolicy);
    response.type('html').send(page);
  };
  router.get('/messages/:captured/page', async (request, response) => {
    const { images = 'on' } = questionsOf(request, ['images']);
    const mail = await parsedMail(world, request.params.captured);
    sendPage(response, mailPage(shownHtml(mail, images !== 'off'), '../../../built/fonts.css'));
  });
  // The frame of a mail has no origin, so that the app cannot ask it where a touch has led: the page that it leads to
  // notes it. Nothing of a mail is in it but the place of a link.
  const tapped = new Map<string, number>();
  router.get(`/messages/:captured/${tappedPath}/:nth`, (request, response) => {
    const { captured, nth } = request.params;
    if (tapped.size >= tappedMax) tapped.clear();
    if (/^\d{1,4}$/.test(nth)) tapped.set(captured, Number(nth));
    sendPage(response, tappedPage(languageOf(request)));
  });
  router.get('/messages/:captured/tapped-link', async (request, response) => {
    const { captured } = request.params;
    const nth = tapped.get(captured);
    tapped.delete(captured);
    response.json({ link: nth === undefined ? undefined : await linkAt(world, captured, nth) });
  });
}

/** What a message's owner can do with it, by the last word of the path. */
function addActions(router: Router, { world }: Source): void {
  const onMessage = { read, delete: deleteMessage, restore, 'not-junk': markNotJunk };
  for (const [name, action] of Object.entries(onMessage)) {
    router.post(`/messages/:captured/${name}`, async (request, response) => {
      await world.perform(action, { captured: request.params.captured });
      response.status(204).end();
    });
  }
  router.post('/messages/:captured/move', async (request, response) => {
    const { to } = (request.body ?? {}) as { readonly to?: unknown };
    await world.perform(moveMessage, { captured: request.params.captured, to: folderOf('/to', to) });
    response.status(204).end();
  });
  router.post('/messages/:captured/allow-sender', async (request, response) => {
    const { mailbox, from } = requireShown(world, request.params.captured);
    if (from.address === '') throw new ServiceError('address-malformed');
    await world.perform(allowSender, { mailbox, address: from.address.toLowerCase() });
    response.status(204).end();
  });
  router.post('/messages/:captured/release', async (request, response) => {
    await world.perform(releaseHeld, { captured: request.params.captured, by: 'user' });
    response.status(204).end();
  });
  router.post('/mailboxes/:mailbox/empty-trash', async (request, response) => {
    await world.perform(emptyTrash, { mailbox: request.params.mailbox });
    response.status(204).end();
  });
}

/** Throws ServiceError `request-invalid`. */
function folderOf(pointer: string, given: unknown): Folder {
  const found = folders.find((folder) => folder === given);
  if (found === undefined) throw new ServiceError('request-invalid', { pointer, reason: folders.join(' | ') });
  return found;
}

/** Throws ServiceError `request-invalid` for a question that nobody knows. */
function questionsOf<Name extends string>(
  request: Pick<Request, 'originalUrl'>,
  known: readonly Name[],
): { readonly [name in Name]?: string } {
  const given = new URL(request.originalUrl, 'http://localhost').searchParams;
  for (const name of given.keys()) {
    if (known.includes(name as Name)) continue;
    throw new ServiceError('request-invalid', { pointer: `?${name}`, reason: `one of: ${known.join(', ')}` });
  }
  return Object.fromEntries(given) as { readonly [name in Name]?: string };
}
